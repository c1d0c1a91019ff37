"""The matrix as a person fills it in."""

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace.intersections import set_crossing
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from tests.workspace.desk import begun


def test_a_pair_changes_field_by_field_and_is_judged_at_once() -> None:
    desk, id = begun()
    set_crossing(desk, id, "slots-clinic", "known", "meeting")
    set_crossing(desk, id, "slots-clinic", "slack_days", 4)
    set_crossing(desk, id, "slots-clinic", "fallback", "Next free slot")
    [said] = state(desk, id).assessment.operating.intersections
    assert (said.known, said.slack_days, said.fallback) == ("meeting", 4, "Next free slot")
    found = result(desk, id).operating_model.intersections
    assert found is not None
    # A meeting 2 * 2, nobody decides 3 * 3, four days of slack 2 * 1: 15 of 30.
    assert (found.pairs[0].id, found.pairs[0].weakness) == ("slots-clinic", 50)


def test_words_and_values_are_checked() -> None:
    desk, id = begun()
    with pytest.raises(IdentifierFound):
        set_crossing(desk, id, "slots-clinic", "decides", "ask ada@maker.example")
    with pytest.raises(InputRefused):
        set_crossing(desk, id, "slots-clinic", "slack_days", -1)
