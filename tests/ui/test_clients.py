"""The chooser of clients on the page Assessments."""

from readiness.workspace.assessments import create
from readiness.workspace.clients import clients
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_a_second_client_begins_empty_and_the_first_keeps_its_own(
    look: Opener, desk: Session
) -> None:
    mine = create(desk, "Elm Works", "autologous", "phase_1")
    app = look("assessments", mine)
    assert "Elm Works" in drawn(app)
    assert not [s for s in app.selectbox if s.label == "Client"]
    app.text_input(key="client_name").input("Alder").run()
    app = press(app, "Add") if [b for b in app.button if b.label == "Add"] else app
    assert not app.exception
    assert "Elm Works" not in drawn(app)
    assert "assessment" not in app.query_params
    app.text_input[0].input("Birch Ltd")
    app = press(app, "Start with question 1")
    [alder] = [c.id for c in clients(desk) if c.name == "Alder"]
    [made] = [r for r in desk.store.assessments(desk.actor) if r.organisation == "Birch Ltd"]
    assert made.workspace == alder
    # another page and back: still the same client
    app = app.switch_page("readiness/ui/pages/assessments.py").run()
    assert "Birch Ltd" in drawn(app)
    assert "Elm Works" not in drawn(app)
    [first] = [c.id for c in clients(desk) if c.id != alder]
    app = choose(app, "Client", first)
    assert "Elm Works" in drawn(app)
    assert "Birch Ltd" not in drawn(app)


def test_a_name_twice_is_refused_in_words(look: Opener) -> None:
    app = look("assessments")
    app.text_input(key="client_name").input("My assessments").run()
    assert "is there already" in app.error[0].value
