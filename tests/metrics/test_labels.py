"""Tables and columns as people call them."""

from readiness.content import content_root
from readiness.content.columns import load_columns
from readiness.domain.tables import TABLES
from readiness.metrics.labels import Labels

CONTENT = Labels(load_columns(content_root() / "cgt-operational-readiness"))


def test_the_words_are_those_of_the_content() -> None:
    assert CONTENT.kind("record_errors") == "tally of errors in executed records"
    assert CONTENT.column("deviations", "original_due") == "Original due date"
    assert CONTENT.without("deviations", ["original_due", "due"]) == (
        "the deviation log has no column for original due date or due date"
    )


def test_no_internal_name_is_left() -> None:
    for kind, spec in TABLES.items():
        assert "_" not in CONTENT.kind(kind)
        assert all("_" not in CONTENT.column(kind, name) for name in spec.columns)


def test_without_content_names_are_spelled_as_words() -> None:
    assert Labels().without("record_errors", ["found_by"]) == (
        "the record errors has no column for found by"
    )
