"""Two rounds are chosen on the list of assessments, and only of one client."""

from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.rounds import next_round
from readiness.workspace.session import Session
from tests.ui.desk import Opener, press


def test_one_round_alone_offers_no_comparison(look: Opener, desk: Session, begun: str) -> None:
    create(desk, "Somebody else", "autologous", "phase_1")
    assert not [b for b in look("assessments").button if b.label == "Compare two…"]


def test_only_rounds_of_the_same_client_are_offered(
    look: Opener, desk: Session, begun: str
) -> None:
    answer(desk, begun, "OPM-1", "team", level=1)
    second = next_round(desk, begun)
    answer(desk, second, "OPM-1", "team", level=2)
    create(desk, "Somebody else", "autologous", "phase_1")
    app = press(look("assessments"), "Compare two…")
    later, earlier = (box for box in app.selectbox if box.label in WHICH)
    assert len(later.options) == 2
    assert len(earlier.options) == 1
    assert not [o for o in (*later.options, *earlier.options) if "Somebody else" in o]
    assert any("Only rounds of the same client" in c.value for c in app.caption)


WHICH = ("The later round", "What it is compared with")
