"""The page stress: what a simulation starts from."""

from readiness.workspace.results import state
from readiness.workspace.rounds import freeze
from readiness.workspace.session import Session
from tests.ui.desk import Opener


def test_figures_are_shown_when_their_group_is_opened(
    look: Opener, desk: Session, example: str
) -> None:
    app = look("stress", example)
    assert not app.exception
    assert not app.number_input
    app.session_state["stress_Making"] = True
    app.run()
    shown = {field.label: field for field in app.number_input}
    assert shown["Suites or lines"].value == 1
    assert any("batches; 80 % interval" in c.value for c in app.caption)
    app = shown["Suites or lines"].set_value(3).run()
    assert state(desk, example).assessment.stress[0].value == 3
    app.session_state["stress_Making"] = True
    app.run()
    assert any(c.value == "you said so" for c in app.caption)
    app = (
        next(b for b in app.button if b.label == "Undo" and b.key == "forget_suites").click().run()
    )
    assert state(desk, example).assessment.stress == ()


def test_shocks_are_chosen_and_kept(look: Opener, desk: Session, begun: str) -> None:
    app = look("stress", begun)
    app = app.button_group[0].set_value(["site_down", "laboratory_out"]).run()
    assert not app.exception
    kept = [f.id for f in state(desk, begun).assessment.stress if f.value]
    assert kept == ["shock:site_down", "shock:laboratory_out"]
    freeze(desk, begun)
    app = look("stress", begun, stress_Making=True)
    assert app.button_group[0].proto.disabled
    assert app.number_input
    assert all(field.disabled for field in app.number_input)
