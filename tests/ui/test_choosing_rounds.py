"""Two to compare are chosen on the list of assessments, and only of one client."""

from readiness.ui import state
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.rounds import next_round
from readiness.workspace.session import Session
from tests.ui.desk import Opener, press


def test_one_alone_offers_no_comparison(look: Opener, desk: Session, begun: str) -> None:
    client = desk.store.add_workspace(desk.actor, "Another client")
    create(desk, "Somebody else", "autologous", "phase_1", client=client)
    assert not [b for b in look("assessments").button if b.label == "Compare two…"]


def test_only_those_of_the_same_client_are_offered_rounds_first(
    look: Opener, desk: Session, begun: str
) -> None:
    answer(desk, begun, "OPM-1", "team", level=1)
    second = next_round(desk, begun)
    create(desk, "Another site", "autologous", "phase_1")
    answer(desk, second, "OPM-1", "team", level=2)
    client = desk.store.add_workspace(desk.actor, "Another client")
    create(desk, "Somebody else", "autologous", "phase_1", client=client)
    first = desk.store.workspaces(desk.actor)[1].id
    app = press(look("assessments", **{state.CLIENT: first}), "Compare two…")
    later, earlier = (box for box in app.selectbox if box.label in WHICH)
    assert len(later.options) == 3
    assert [o.split(" · ")[0] for o in earlier.options] == [
        "Alder <b>Bridge</b> *x*",
        "Another site",
    ]
    assert not [o for o in (*later.options, *earlier.options) if "Somebody else" in o]
    assert any("rounds of the same organisation first" in c.value for c in app.caption)


WHICH = ("The later one", "What it is compared with")
