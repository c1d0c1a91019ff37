"""Remedies by what they gain for their work."""

import pytest

from readiness.content import content_root
from readiness.content.stress import load_stress
from readiness.domain.errors import Stopped
from readiness.workspace.levers import gains
from tests.made import questionnaire
from tests.stress.slots import parameters

CONTENT = load_stress(content_root() / "cgt-operational-readiness")
LEVERS = {lever.id: lever for lever in CONTENT.levers}
FULL = {"demand_per_year": 40, "dropout_per_day": {"before_collection": 0.01}, "replications": 6}


def test_a_suite_helps_where_suites_are_full_and_a_reviewer_does_not() -> None:
    given = parameters(**FULL)
    worlds = [
        (LEVERS["another_reviewer"], given),
        (LEVERS["another_suite"], parameters(**FULL, sites=[{"name": "A", "suites": 2}])),
    ]
    told: list[int] = []

    def progress(done: int, of: int) -> bool:
        told.append(done)
        return done < of

    found = gains(given, worlds, questionnaire(), 4, progress)
    assert [gain.lever.id for gain in found] == ["another_suite", "another_reviewer"]
    assert found[0].patients.low > 1
    assert found[0].person_weeks == questionnaire().capabilities["PRC-6"].action.effort_total
    assert (found[1].patients.value, found[1].patients.high) == (0, 0)
    assert told == [0, 1, 2]


def test_a_comparison_can_be_stopped() -> None:
    with pytest.raises(Stopped):
        gains(
            parameters(),
            [(LEVERS["another_suite"], parameters())],
            questionnaire(),
            2,
            lambda done, of: False,
        )
