"""Answers to the extra questions are kept one by one, and refused where they name somebody."""

import pytest

from readiness.domain.errors import InputRefused
from readiness.domain.oversight import Overseen
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.oversight import set_overseen
from readiness.workspace.results import state
from tests.workspace.desk import begun


def test_an_answer_and_what_was_shown_are_kept() -> None:
    desk, made = begun()
    set_overseen(desk, made, "hours", "answer", "partly")
    set_overseen(desk, made, "hours", "note", "Agreed with two of three")
    [said] = state(desk, made).assessment.operating.oversight
    assert said == Overseen(id="hours", answer="partly", note="Agreed with two of three")


def test_what_names_somebody_or_cannot_be_is_refused() -> None:
    desk, made = begun()
    with pytest.raises(IdentifierFound):
        set_overseen(desk, made, "hours", "note", "MRN 12345678")
    with pytest.raises(InputRefused):
        set_overseen(desk, made, "hours", "answer", "yes")
    assert not state(desk, made).assessment.operating.oversight
