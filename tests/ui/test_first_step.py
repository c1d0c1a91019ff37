"""An empty part says what to do first; one with something in it does not."""

import pytest

from readiness.workspace.operating_entries import add_entry
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose

SAYS = {
    "Model map": "at least two places, steps or things",
    "What stays with us": "Open a row",
    "Contract makers": "Add one that you use",
    "Where flows meet": "the pair that worries you most",
    "Lock-in ledger": "Pick one, or name your own",
    "Change ripple": "Name one that you plan",
    "Options kept open": "Name one that you keep",
    "Scaling limits": "Give the demand",
    "Data before AI": "Add one that an algorithm would need",
}


def test_every_empty_part_says_what_to_do_first(look: Opener, begun: str) -> None:
    app = look("operating_model", begun)
    for part, says in SAYS.items():
        app = choose(app, "Part", part)
        assert not app.exception
        assert any(says in one.value for one in app.info), part


def test_what_has_begun_needs_no_telling(look: Opener, desk: Session, begun: str) -> None:
    add_entry(desk, begun, "option", "Second site")
    app = choose(look("operating_model", begun), "Part", "Options kept open")
    assert not app.info


@pytest.mark.parametrize("part", ["QA oversight", "Visibility stopwatch", "Scale enablers"])
def test_parts_that_speak_for_themselves_are_left_alone(
    look: Opener, begun: str, part: str
) -> None:
    assert not choose(look("operating_model", begun), "Part", part).info
