"""A section without a table is lines alone."""

from readiness.report.part import Part


def test_a_section_needs_no_table() -> None:
    part = Part("index", "Maturity index", ("a mean",))
    assert part.head == ()
    assert part.rows == ()
