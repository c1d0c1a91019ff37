"""The tables that people fill have headings that tell them and their fields apart."""

from readiness.report.layout import REGISTER
from readiness.workspace.report_tables import CAPABILITY, KINDS, WHAT_IF


def test_every_heading_that_is_looked_for_stands_once() -> None:
    for kind in KINDS.values():
        words = [c.heading for c in kind.columns]
        wanted = {kind.id, kind.telling, *(kind.headings[key] for key in kind.fields)}
        assert all(words.count(heading) == 1 for heading in wanted)
    register = KINDS[REGISTER]
    assert {CAPABILITY, WHAT_IF} <= set(register.headings.values())
