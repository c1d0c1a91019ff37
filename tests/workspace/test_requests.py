"""Evidence asked for: status, due date, order of the list."""

from datetime import date

import pytest

from readiness.domain.errors import InputRefused, NotFound
from readiness.workspace.answers import undo
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.people import add_respondent, remove_respondent
from readiness.workspace.requests import ask_for, in_order, remove_request, set_request
from readiness.workspace.results import state
from tests.workspace.desk import TODAY, begun


def test_a_request_goes_from_asked_to_received() -> None:
    desk, made = begun()
    id = ask_for(desk, made, "Change log of the schedule", capability="CTL-1", respondent="team")
    set_request(desk, made, id, "due", date(2026, 12, 1))
    set_request(desk, made, id, "status", "received")
    [request] = state(desk, made).assessment.requests
    assert (request.id, request.asked_on, request.due) == ("e1", TODAY, date(2026, 12, 1))
    assert request.status == "received"
    undo(desk, made)
    assert state(desk, made).assessment.requests[0].status == "asked"
    remove_request(desk, made, id)
    assert state(desk, made).assessment.requests == ()
    with pytest.raises(NotFound):
        set_request(desk, made, id, "status", "asked")


def test_what_is_due_first_stands_first_and_what_came_last() -> None:
    desk, made = begun()
    for what, due in (("a", None), ("b", date(2026, 12, 9)), ("c", date(2026, 12, 1))):
        ask_for(desk, made, what, due=due)
    came = ask_for(desk, made, "d", due=date(2026, 11, 1))
    set_request(desk, made, came, "status", "received")
    assert [r.what for r in in_order(state(desk, made).assessment.requests)] == list("cbad")


def test_what_to_send_is_said_and_names_nobody() -> None:
    desk, made = begun()
    with pytest.raises(InputRefused, match="what to send"):
        ask_for(desk, made, " ")
    with pytest.raises(IdentifierFound, match="birth date"):
        ask_for(desk, made, "record of the patient born 12.03.1961")


def test_who_was_asked_is_not_removed() -> None:
    desk, made = begun()
    person = add_respondent(desk, made, "SC", "lead")
    ask_for(desk, made, "log", respondent=person)
    with pytest.raises(InputRefused, match="notes or requests"):
        remove_respondent(desk, made, person)
