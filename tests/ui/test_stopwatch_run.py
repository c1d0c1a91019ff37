"""The stopwatch while it runs: fields for every code, each press kept with its second."""

from typing import Any

from readiness.workspace import stopwatch
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import BATCHES, Opener, choose, drawn
from tests.workspace.northgate import confirmed


def test_fifteen_fields_are_told_one_by_one(look: Opener, desk: Session, begun: str) -> None:
    confirmed(desk, begun, "Batches.csv", BATCHES)
    made = stopwatch.start(desk, begun)
    [run] = state(desk, begun).assessment.operating.stopwatch
    app = look("operating_model", begun)
    assert not app.exception
    shown: list[Any] = list(app.get("button_group"))
    labels = [group.label for group in shown]
    assert len([label for label in labels if any(code in label for code in run.codes)]) == 15
    app = choose(app, f"Where, {run.codes[1]}", "right")
    app = choose(app, f"Due, {run.codes[2]}", "wrong")
    told = state(desk, begun).assessment.operating.stopwatch_answers
    assert [(a.run, a.n, a.field, a.answer) for a in told] == [
        (made, 2, "where", "right"),
        (made, 3, "due", "wrong"),
    ]
    assert "2 of 15 answered" in drawn(app)
