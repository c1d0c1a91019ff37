"""Value judgements: overrides with a reason, weights on any scale, and the way back."""

import pytest

from readiness.workspace import ratings
from readiness.workspace.answers import answer
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from tests.workspace.desk import begun


def test_an_override_moves_the_gap_and_stands_beside_it() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=1)
    before = next(g for g in result(desk, id).gaps.next_stage if g.capability == "OPM-1")
    ratings.override(desk, id, "OPM-1", "P", 5, "every slot hangs on it")
    after = next(g for g in result(desk, id).gaps.next_stage if g.capability == "OPM-1")
    # P from 3 to 5 with gap 1: 100 * 1/4 * (2 * 0.45)/5 = 4.5 more.
    assert after.priority - before.priority == 4.5
    assert after.ratings["P"].override_reason == "every slot hangs on it"
    assert after.ratings["P"].content == 3
    ratings.remove_override(desk, id, "OPM-1", "P")
    back = next(g for g in result(desk, id).gaps.next_stage if g.capability == "OPM-1")
    assert back == before


def test_a_reason_that_identifies_somebody_asks_first() -> None:
    desk, id = begun()
    with pytest.raises(IdentifierFound):
        ratings.override(desk, id, "OPM-1", "P", 5, "says jane.doe@clinic.example")
    assert not state(desk, id).assessment.overrides


def test_weights_are_shares_of_their_sum() -> None:
    desk, id = begun()
    ratings.use_weights(desk, id, {"P": 1, "R": 1, "L": 2})
    assert result(desk, id).settings["weights"] == {"P": 0.25, "R": 0.25, "L": 0.5}
    ratings.use_weights(desk, id, None)
    assert result(desk, id).settings["weights"] == {"P": 0.45, "R": 0.3, "L": 0.25}


def test_the_horizon_decides_what_the_roadmap_closes() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-3", "team", level=2, basis="document")
    assert not [g for g in result(desk, id).roadmap if g.capability == "PRC-6"]
    ratings.use_horizon(desk, id, "launch")
    assert result(desk, id).settings["horizon"] == "launch"
    assert [i.capability for i in result(desk, id).roadmap] == ["OPM-3"]
