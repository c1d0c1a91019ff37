"""A file on record: four steps, and deleting it says what falls away."""

import pytest

from readiness.ui import state
from readiness.workspace import evidence
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press


def deviations(desk: Session, id: str) -> str:
    return next(f.id for f in evidence.kept(desk, id) if f.kind == "deviations")


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        ("what", "SHA-256 of the file"),
        ("columns", "Date Discovered"),
        ("problems", "Record made in a training of the quality system"),
        ("measurements", "13 batches started"),
    ],
)
def test_every_step_is_drawn_alone(
    step: str, shown: str, look: Opener, desk: Session, example: str
) -> None:
    kept = {state.EVIDENCE: deviations(desk, example), state.STEP: step}
    app = look("evidence", example, **kept)
    assert not app.exception
    assert shown in drawn(app)
    others = {"SHA-256 of the file", "13 batches started"} - {shown}
    assert not any(other in drawn(app) for other in others)


def test_deleting_says_what_falls_away_first(look: Opener, desk: Session, example: str) -> None:
    file = deviations(desk, example)
    app = press(look("evidence", example, **{state.EVIDENCE: file}), "Delete…")
    assert any("can no longer be measured" in m.value for m in app.markdown)
    assert len(evidence.kept(desk, example)) == 15
    app = press(app, "Delete it")
    assert not app.exception
    assert len(evidence.kept(desk, example)) == 14
    assert "Still missing" in drawn(app)
