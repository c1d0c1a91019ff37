"""What the worksheets say to the capability of change."""

from datetime import date

import pytest

from readiness.domain.result import Finding
from readiness.domain.ripple import Change
from readiness.engine import assess
from tests.made import assessment, everywhere, people, questionnaire
from tests.operating_model.worksheets import area, change

ALL = [one.id for one in questionnaire().lock_in.areas]
SOUND = [area(id, 3, owner="QA lead") for id in ALL]


def told(*changes: Change, level: int = 2, launch: date | None = None) -> list[Finding]:
    made = assessment(
        respondents=people("QA"),
        responses=everywhere(level, "document"),
        operating={"changes": [one.model_dump() for one in changes]},
    )
    profile = made.profile.model_copy(update={"launch_date": launch})
    made = made.model_copy(update={"profile": profile})
    found = assess(made, questionnaire(), robustness=False)
    return [f for f in found.findings if "ripple" in f.kind]


def findings(*changes: Change, level: int = 2, launch: date | None = None) -> dict[str, str]:
    found = told(*changes, level=level, launch=launch)
    return {f.text: f"{f.kind} {f.capability}" for f in found}


def test_a_whole_worksheet_is_left_alone() -> None:
    assert findings(change(*SOUND), level=5) == {}
    assert findings() == {}


def test_open_ends_are_told_by_name() -> None:
    found = findings(change(area("analytics", 3), area("comparability", owner="MSAT"), *SOUND[3:]))
    assert found == {
        "New reagent: nobody has said whether it touches regulatory.": "ripple_open OPM-2",
        "New reagent: nobody owns analytics.": "ripple_open OPM-2",
        "New reagent: no weeks are planned for comparability.": "ripple_open OPM-2",
    }


def test_too_late_before_launch() -> None:
    # Analytics, comparability and one more: 9 weeks; 63 days before 2026-12-20 is 2026-10-18.
    [late] = told(change(*SOUND), launch=date(2026, 12, 20))
    assert late.text.endswith("it had to begin by 18 Oct 2026.")
    assert late.severity == "warning"


@pytest.mark.parametrize(("took", "is_told"), [("3.75", False), ("3.8", True)])
def test_longer_than_planned_beyond_the_tolerance(took: str, is_told: bool) -> None:
    # Planned 3 weeks; a quarter more is 3.75.
    rest = [area(id, 3, affected=False) for id in ALL if id != "digital"]
    found = told(change(area("digital", 3, owner="QA lead", actual_weeks=took), *rest))
    text = "New reagent: it took 3.8 weeks on its longest path, planned were 3."
    assert [(f.text, f.severity) for f in found] == ([(text, "hint")] if is_told else [])


def test_base_rates_that_leave_the_usual_range_are_told_with_their_n() -> None:
    def over(id: str, weeks: int) -> Change:
        areas = [area(a, 3, owner="QA lead") for a in ALL if a != "analytics"]
        mine = area("analytics", size="medium", owner="QC lead", actual_weeks=weeks)
        return change(mine, *areas, id=id)

    found = findings(over("a", 14), over("b", 20), over("c", 9))
    [text] = [text for text, kind in found.items() if "base_rate" in kind]
    assert text == (
        "Base rates: analytics, medium: the 3 changes on record took 14 weeks (9 to 20), usual are "
        "4 to 12: plan with your own."
    )
    assert not findings(over("a", 5), over("b", 8), over("c", 9))
    assert not findings(over("a", 14), over("b", 20))


def test_a_loop_is_told() -> None:
    ring = [area("analytics", 3, owner="QC", after=["digital"])]
    ring += [area("digital", 3, owner="QA", after=["analytics"])]
    rest = [a for a in SOUND if a.area not in ("analytics", "digital")]
    [loop] = told(change(*ring, *rest))
    assert "areas wait for each other" in loop.text
    assert loop.severity == "warning"


def test_a_claim_that_the_worksheets_contradict() -> None:
    text = "OPM-2: people claim level 3, and 1 of 2 changes leave an area unsaid or without an "
    text += "owner."
    both = change(*SOUND), change(*SOUND[:5], id="d")
    assert findings(*both, level=3)[text] == "ripple_claim OPM-2"
    assert text not in findings(*both, level=2)
