"""The page *Two rounds*: what got worse stands first, each with its cause."""

from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.rounds import next_round
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn


def test_what_moved_is_drawn_worse_first_with_its_cause(
    look: Opener, desk: Session, begun: str
) -> None:
    answer(desk, begun, "OPM-1", "team", level=1)
    answer(desk, begun, "OPM-2", "team", level=2)
    answer(desk, begun, "OPM-5", "team", level=2)
    second = next_round(desk, begun)
    assert "Two rounds" not in drawn(look("result", begun))
    answer(desk, second, "OPM-1", "team", level=2)
    answer(desk, second, "OPM-2", "team", level=1)
    assert "What moved since the round before" in drawn(look("result", second))
    app = look("rounds", second)
    assert not app.exception
    page = drawn(app)
    worse, better = page.index("▼ worse"), page.index("▲ better")
    assert worse < page.index("OPM-2") < better < page.index("OPM-1", better)
    assert "two answers with another level" in page.lower()
    assert "Answers; claimed 2 → 1" in page
    assert f"<b>{'Bridge'}" not in page, "the client's name is text, never markup"
    assert "OPM-5" not in page


def test_equal_rounds_say_that_nothing_moved(look: Opener, desk: Session, begun: str) -> None:
    answer(desk, begun, "OPM-1", "team", level=1)
    second = next_round(desk, begun)
    page = drawn(look("rounds", second))
    assert "Nothing got worse." in page
    assert "Nothing got better." in page


def test_without_another_round_the_page_says_how_to_begin_one(
    look: Opener, desk: Session, begun: str
) -> None:
    client = desk.store.add_workspace(desk.actor, "Another client")
    create(desk, "Somebody else", "autologous", "phase_1", client=client)
    said = " ".join(m.value for m in look("rounds", begun).markdown)
    assert "There is no other assessment of this client" in said
