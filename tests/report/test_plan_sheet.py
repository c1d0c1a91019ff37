"""The plan in the gap report: what one is when, what each wave changes, scenarios side by side."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from readiness.domain.planned import Open, RoadmapPlan, Standing
from readiness.report.cells import Page
from readiness.report.facts import Facts, Weeks, WhatIf
from readiness.report.gap_workbook import build
from readiness.report.layout import PLAN
from readiness.report.plan_sheet import NO_SCENARIO, NOT_COMPARED, NOT_PLANNED
from tests.report.plans import plan


def standing(label: str, week: int, **more: object) -> Standing:
    whole = {
        "label": label,
        "week": week,
        "level": 1,
        "verdict": "clinical, survival mode",
        "provisional": False,
        "index": Fraction(7, 4),
        "fit": Fraction(1, 2),
        "open_gaps": 3,
        "next_level": 2,
    }
    return Standing.model_validate(whole | more)


# 631 of priority today; 600 once QMS-3 is done after week 3.
BURN = (Open(week=0, priority=Fraction(631)), Open(week=3, priority=Fraction(600)))
PLANNED: RoadmapPlan = plan(
    projection=(
        standing("Today", 0, blocking=("two gates below 1",)),
        standing("After 90 days", 12, level=2, open_gaps=1),
    ),
    burn_down=BURN,
)


def number(day: date) -> int:
    """A day as a cell holds it."""
    return (day - date(1899, 12, 30)).days


AS_ENTERED = WhatIf(
    "As entered", "", "Plan optimal", 6, standing("End", 6), Fraction(40), is_scenario=False
)


def written(facts: Facts, *what_ifs: WhatIf) -> Page:
    left = "1 action falls outside: ANR-1."
    weeks = Weeks({}, PLANNED.start, "Plan optimal.", PLANNED, left, what_ifs)
    return build(replace(facts, weeks=weeks)).pages[PLAN]


def row(page: Page, name: str) -> list[object]:
    """What stands beside a name."""
    found = [cells for cells in page.sheet.iter_rows(values_only=True) if cells[0] == name]
    assert len(found) == 1, name
    return list(found[0][1:])


def test_what_one_is_at_each_moment_with_its_day(facts: Facts) -> None:
    page = written(facts)
    # Week 0 begins on Monday, 4 January 2027; week 12 is 84 days later, 29 March.
    assert row(page, "Today") == [
        *(0, number(date(2027, 1, 4)), 1, 1.75, 0.5, 3, 631),
        *("Clinical, survival mode", "Two gates below 1"),
    ]
    assert row(page, "After 90 days")[:7] == [
        *(12, number(date(2027, 3, 29)), 2, 1.75, 0.5, 1, 600),
    ]


def test_what_each_wave_takes_and_changes(facts: Facts) -> None:
    page = written(facts)
    wave = {w.number: f"{w.number} {w.name}" for w in facts.questionnaire.waves}
    # QMS-3 of wave 0: weeks 1 to 3, which end on Friday, 22 January; 2.5 + 0.5 person-weeks.
    end = number(date(2027, 1, 22))
    assert row(page, wave[0]) == [
        1,
        end,
        3,
        1,
        3,
        None,
        None,
        "QA 2.5, RA 0.5",
        "QMS-3\u00a01\u00a0→\u00a03",
    ]
    assert row(page, wave[4])[:4] == [3, end + 21, 6, 1]
    assert row(page, "Outside the horizon")[3::5] == [1, "1 action falls outside: ANR-1."]


def test_scenarios_stand_side_by_side_or_it_is_said_why_not(facts: Facts) -> None:
    more = WhatIf("More QA", "QA +2.5 days a week", "Within 3 %", 5, standing("End", 5), Fraction())
    page = written(facts, AS_ENTERED, more)
    assert row(page, "As entered")[0] == 6
    # After five weeks all is done: Friday, 5 February 2027.
    assert row(page, "More QA") == [
        *(5, number(date(2027, 2, 5)), 1, 1.75, 0.5, 3, 0, "Within 3 %"),
        "QA +2.5 days a week",
    ]
    page = written(facts, WhatIf("More QA", "QA +2.5 days a week"))
    assert row(page, "More QA")[7:] == [None, "QA +2.5 days a week"]
    assert row(page, NOT_COMPARED)
    assert row(written(facts), NO_SCENARIO)


def test_without_a_plan_the_sheet_says_so(facts: Facts) -> None:
    assert build(facts).pages[PLAN].sheet["A2"].value == NOT_PLANNED
