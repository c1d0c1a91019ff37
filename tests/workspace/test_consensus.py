"""A consensus stands in place of the answers, which stay; taken back, they speak again."""

import pytest

from readiness.domain.assessment import Consensus
from readiness.domain.errors import InputRefused
from readiness.store import Put
from readiness.workspace.answers import answer, history, undo
from readiness.workspace.consensus import record_consensus, withdraw_consensus
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.workspace.desk import begun


def claimed(desk: Session, id: str) -> tuple[object, int]:
    """The claim on OPM-1, and how many answers stand beside it."""
    shown = next(c for c in result(desk, id).capabilities if c.id == "OPM-1")
    return shown.claimed, len(shown.answers)


def test_it_takes_the_place_of_the_answers_and_leaves_them() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2)
    record_consensus(desk, id, "OPM-1", 4, " options paper seen ", "document", "team")
    (agreed,) = state(desk, id).assessment.consensus
    assert (agreed.reason, agreed.by, agreed.on) == ("options paper seen", "team", desk.today())
    assert claimed(desk, id) == (4, 1)
    withdraw_consensus(desk, id, "OPM-1")
    assert claimed(desk, id) == (2, 1)
    assert [row.kind for row in history(desk, id)][-2:] == ["consensus", "consensus"]
    undo(desk, id)
    assert claimed(desk, id) == (4, 1)


def test_a_second_one_takes_the_place_of_the_last() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2)
    old = {"capability": "OPM-1", "reason": "first", "by": "assessor", "on": desk.today()}
    puts = [
        Put("consensus", key, Consensus.model_validate(old | {"level": level}))
        for key, level in (("OPM-1", 1), ("OPM-1|2", 3))
    ]
    desk.store.put_many(desk.actor, id, puts)
    record_consensus(desk, id, "OPM-1", 5, "the record was seen", "record")
    assert claimed(desk, id) == (5, 1)
    withdraw_consensus(desk, id, "OPM-1")
    assert state(desk, id).assessment.consensus == ()


def test_without_a_reason_or_with_an_identifier_nothing_is_recorded() -> None:
    desk, id = begun()
    with pytest.raises(InputRefused, match="needs a reason"):
        record_consensus(desk, id, "OPM-1", 3, "  ")
    with pytest.raises(IdentifierFound):
        record_consensus(desk, id, "OPM-1", 3, "as jane.doe@clinic.example wrote")
    assert state(desk, id).assessment.consensus == ()


def test_there_is_nothing_to_take_back() -> None:
    desk, id = begun()
    before = state(desk, id).loaded.revision
    withdraw_consensus(desk, id, "OPM-1")
    assert state(desk, id).loaded.revision == before
