"""Rounds of one client, and of no other, are laid side by side."""

from datetime import date

import pytest

from readiness.domain.errors import NotFound
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create, delete
from readiness.workspace.earlier_rounds import (
    are_rounds,
    comparable,
    compared,
    is_same_client,
    predecessor,
    since,
)
from readiness.workspace.people import set_profile
from readiness.workspace.reports import gap_report
from readiness.workspace.results import state
from readiness.workspace.rounds import next_round, reopen
from tests.workspace.desk import begun
from tests.workspace.filling import opened


def test_a_next_round_knows_the_one_before_and_says_what_moved() -> None:
    """OPM-1 said to be 1, then 2 on a statement, which backs 2."""
    desk, first = begun()
    answer(desk, first, "OPM-1", "team", level=1)
    assert since(desk, first) is None
    assert "Two rounds" not in opened(gap_report(desk, first)).sheetnames
    desk.today = lambda: date(2027, 5, 1)
    second = next_round(desk, first)
    answer(desk, second, "OPM-1", "team", level=2)
    assert predecessor(desk, second) == first
    found = since(desk, second)
    assert found is not None
    (move,) = found.capabilities
    assert (move.id, move.level.before, move.level.after, move.level.causes) == (
        "OPM-1",
        1,
        2,
        ("answers",),
    )
    assert found.before.judged_then is None, "the content is the one of that day"
    assert "Two rounds" in opened(gap_report(desk, second)).sheetnames
    assert predecessor(desk, reopen(desk, second)) == first


def test_what_lies_in_another_workspace_or_is_gone_is_not_compared() -> None:
    desk, first = begun()
    second = next_round(desk, first)
    client = desk.store.add_workspace(desk.actor, "Another client")
    other = create(desk, "Somebody else", "autologous", "phase_1", client=client)
    assert [row.id for row in comparable(desk, first)] == [second]
    assert comparable(desk, other) == []
    with pytest.raises(NotFound):
        compared(desk, other, first)
    with pytest.raises(NotFound):
        compared(desk, "no such id", first)
    with pytest.raises(NotFound):
        comparable(desk, "no such id")
    delete(desk, first)
    assert predecessor(desk, second) is None
    assert since(desk, second) is None


def test_two_sites_of_a_client_are_compared_its_rounds_are_offered_first() -> None:
    """OPM-1: the one site says 1, the other 3 on a record, and nothing follows anything."""
    desk, first = begun()
    answer(desk, first, "OPM-1", "team", level=1)
    second = next_round(desk, first)
    site = create(desk, "Another site", "autologous", "phase_1")
    answer(desk, site, "OPM-1", "team", level=3, basis="record")
    assert [row.id for row in comparable(desk, first)] == [second, site]
    assert are_rounds(desk, first, second)
    assert not are_rounds(desk, first, site)
    found = compared(desk, first, site)
    [move] = found.capabilities
    assert (move.id, move.level.before, move.level.after) == ("OPM-1", 1, 3)
    assert predecessor(desk, site) is None


def test_a_client_is_one_however_the_name_is_written() -> None:
    assert is_same_client("Alder  Bridge", " alder bridge")
    assert not is_same_client("Alder Bridge", "Alder Bridges")
    desk, first = begun()
    second = next_round(desk, first)
    set_profile(desk, second, "organisation", "MAKER ")
    assert predecessor(desk, second) == first
    set_profile(desk, second, "organisation", "Another maker")
    assert predecessor(desk, second) is None


def test_what_judged_the_earlier_round_is_kept_with_the_link() -> None:
    desk, first = begun()
    second = next_round(desk, first)
    follows = state(desk, second).assessment.follows
    content = state(desk, first).questionnaire
    assert follows is not None
    assert (follows.version, follows.sha256) == (content.version, content.sha256)
    newer = content.model_copy(update={"version": "2099.1", "sha256": "newer"})
    desk.questionnaires[content.id] = newer
    found = compared(desk, first, second)
    assert found.before.judged_then is not None
    assert found.before.judged_then.version == content.version
    assert (found.before.content.version, found.after.content.version) == ("2099.1", "2099.1")
