"""The weeks of a report are those of the plan that stands, else the waves in order."""

from datetime import date
from fractions import Fraction
from typing import Any

from readiness.domain.evidence import Evidence
from readiness.domain.planning import Plan, Scenario
from readiness.workspace.planning import Case, waves_only
from readiness.workspace.report_weeks import ELSEWHERE, IN_WAVES, report_weeks
from readiness.workspace.scenarios import outcome_of
from tests.made import questionnaire
from tests.report.organisations import judged, organisation
from tests.report.plans import plan


def case(**changes: Any) -> Case:
    content = questionnaire()
    said = organisation(content, 1, low=1, high=3, **changes)
    return Case(said, content, Evidence(), judged(content, said)[0])


def test_without_a_plan_the_waves_stand_back_to_back_as_on_the_page() -> None:
    mine = case()
    found = report_weeks(mine)
    assert found.said == IN_WAVES
    assert found.of == {a.id: (a.start_week + 1, a.end_week) for a in waves_only(mine).actions}
    with_people = case(plan=Plan(capacity={"QA": Fraction(1)}))
    assert report_weeks(with_people).said == f"{IN_WAVES} {ELSEWHERE}"
    assert found.plan == waves_only(mine)
    assert not found.what_ifs


def test_a_plan_gives_its_weeks_and_how_good_it_is() -> None:
    found = report_weeks(case(), plan())
    assert found.of == {"QMS-3": (1, 3), "X": (3, 6)}
    assert found.start == date(2027, 1, 4)
    assert found.said == "Within 7 % of the best possible, under the people entered."
    assert found.left == "1 action falls outside the horizon: ANR-1."


def test_scenarios_are_told_with_what_came_of_them_or_what_they_would_change() -> None:
    mine = case(plan=Plan(scenarios=(Scenario(id="Without", skip=("DIG-3",)),)))
    [kept] = report_weeks(mine).what_ifs
    assert (kept.name, kept.changes, kept.then) == ("Without", "without DIG-3", None)
    outcomes = [outcome_of(name, mine, mine, plan()) for name in ("As entered", "Without")]
    entered, without = report_weeks(mine, plan(), outcomes).what_ifs
    assert (entered.is_scenario, without.is_scenario) == (False, True)
    assert (without.changes, without.end, without.left) == (
        "without DIG-3",
        6,
        outcomes[1].open_priority,
    )
    assert without.says == "starts first: QMS-3, X; outside the horizon: ANR-1"
