"""The first sheet of a partner's report."""

from readiness.domain.questionnaire import Questionnaire
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.views import seen_as, view_of


def test_every_shared_capability_has_a_live_row(content: Questionnaire, facts: Facts) -> None:
    chosen = view_of(content, "cdmo:laboratory")
    page = build(seen_as(facts, chosen)).pages["Summary"]
    assert chosen.party is not None
    ids = [c.value for c in page.sheet["B"] if c.value in content.capabilities]
    assert set(ids) == set(chosen.party.capabilities)
    formulas = [c.value for c in page.sheet["G"] if str(c.value).startswith("=")]
    assert len(formulas) == len(ids)
    assert all("Gap_Priority" in str(f) for f in formulas)
    assert len(page.pictures) == 1
