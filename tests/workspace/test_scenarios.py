"""What if: each change by hand against the plan as entered, kept under a name."""

from datetime import date
from fractions import Fraction

import pytest

from readiness.domain.errors import InputRefused
from readiness.domain.planned import ScenarioOutcome
from readiness.domain.planning import Scenario
from readiness.roadmap.plan.planner import Work
from readiness.workspace.changes import changes
from readiness.workspace.scenarios import (
    AS_ENTERED,
    case_under,
    compare,
    drop_scenario,
    save_scenario,
)
from tests.workspace.desk import begun
from tests.workspace.test_planning import PEOPLE, case

SHORT = Work(1.0, 1.0)
HALF = Scenario.model_validate(
    {"id": "Half", "added": [{"function": "QA", "from": "2026-11-23", "weeks": 0.5}]}
)
SKIP = Scenario(id="Without COI-1", skip=("COI-1",))
LATER = Scenario(id="Later", pivotal_weeks=13)
WEIGHTS = Scenario.model_validate({"id": "Patients", "weights": {"P": 1, "R": 0, "L": 0}})


def test_each_change_is_laid_beside_the_plan():
    given = case({"capacity": PEOPLE, "pivotal": "2027-03-01"})
    told: list[ScenarioOutcome] = []
    entered, half, skip, later = compare(given, (HALF, SKIP, LATER), SHORT, heard=told.append)
    assert [o.name for o in told] == [AS_ENTERED, "Half", "Without COI-1", "Later"]
    # As entered, QA does QMS-3 to week 8 and QMS-1 to 14 (test_planning): 380 + 283.5 of 1291.5.
    assert entered.priority_weeks == Fraction(95, 2) * 8 + Fraction(81, 4) * 14 + 628
    # With half a person more both of QA run at once: QMS-1 ends in week 6.
    assert half.priority_weeks == Fraction(95, 2) * 8 + Fraction(81, 4) * 6 + 628
    # COI-1 is left open: its 25 stay, and COI-2 ends in week 8 as before.
    assert (skip.open_gaps, skip.open_priority) == (1, 25)
    assert skip.priority_weeks == entered.priority_weeks - 25 * 18
    # 1 March 2027 is week 14: COI-1, which ends in week 18, is still open; a quarter later not.
    assert entered.at_pivotal is not None
    assert later.at_pivotal is not None
    assert (entered.at_pivotal.open_gaps, later.at_pivotal.open_gaps) == (1, 0)
    assert later.priority_weeks == entered.priority_weeks


def test_other_weights_order_anew_and_are_told_in_the_weights_as_entered():
    given = case({"capacity": PEOPLE})
    under = case_under(given, WEIGHTS)
    # P of 5, 5 and 4: a gap of one is 100 * 1/4 * P/5.
    by_patient = {g.capability: g.priority for g in under.result.gaps.next_stage}
    assert by_patient["COI-1"] == by_patient["COI-2"] == 25
    entered, patients = compare(given, (WEIGHTS,), SHORT)
    assert entered.open_priority == patients.open_priority == 0
    # The plan as entered is the best there is by its own weights.
    assert entered.priority_weeks <= patients.priority_weeks


def test_the_assessment_itself_is_never_changed():
    given = case({"capacity": PEOPLE, "pivotal": "2027-03-01"})
    before = given.assessment.model_dump_json()
    for scenario in (HALF, SKIP, LATER, WEIGHTS):
        case_under(given, scenario)
    assert given.assessment.model_dump_json() == before
    assert case_under(given, LATER).plan.pivotal == date(2027, 5, 31)


def test_it_ends_when_asked():
    assert compare(case(), (HALF, SKIP), SHORT, asked=lambda: True) == ()


def test_a_scenario_is_kept_changed_and_taken_away():
    desk, made = begun()
    save_scenario(desk, made, HALF)
    save_scenario(desk, made, SKIP)
    save_scenario(desk, made, HALF.model_copy(update={"skip": ("DOC-3",)}))
    kept = desk.load(made).assessment.plan.scenarios
    assert [(s.id, s.skip) for s in kept] == [("Half", ("DOC-3",)), ("Without COI-1", ("COI-1",))]
    drop_scenario(desk, made, "Half")
    assert [s.id for s in desk.load(made).assessment.plan.scenarios] == ["Without COI-1"]
    assert "Scenario Half" in [c.what for c in changes(desk, made)]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"id": "Nothing"}, "changes nothing"),
        ({"id": AS_ENTERED, "pivotal_weeks": 13}, "the plan itself"),
        ({"id": "Odd", "skip": ("COI-99",)}, "there is no action COI-99"),
        (
            {"id": "Odd", "added": [{"function": "QQ", "from": "2027-01-01", "weeks": 1}]},
            "there is no function QQ",
        ),
    ],
)
def test_what_cannot_be_is_refused(wrong, told):
    desk, made = begun()
    with pytest.raises(InputRefused, match=told):
        save_scenario(desk, made, Scenario.model_validate(wrong))


def test_weights_must_say_something():
    for weights in ({"P": 1}, {"P": 0, "R": 0, "L": 0}, {"P": -1, "R": 1, "L": 1}):
        with pytest.raises(ValueError, match="weights are P, R and L"):
            Scenario.model_validate({"id": "x", "weights": weights})
