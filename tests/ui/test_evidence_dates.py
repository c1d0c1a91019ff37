"""The order of day and month: one answer for a file, and another one for a column of it."""

from readiness.workspace import evidence, intake
from readiness.workspace.session import Session
from tests.ui.desk import Opener, press
from tests.ui.test_evidence_draft import drop

LOG = "Deviation ID,Date Discovered,Date Closed,Due Date\n" + "".join(
    f"D-{n},0{n}/0{n + 1}/2026,0{n}/0{n + 2}/2026,0{n + 1}/0{n + 2}/2026\n" for n in range(1, 7)
)


def test_one_answer_serves_all_columns_of_a_file(look: Opener, desk: Session, begun: str) -> None:
    app = press(drop(look("evidence", begun), "Log.csv", LOG), "Looks right")
    assert not app.exception
    asked = [r for r in app.radio if "day first or month first" in r.label]
    assert "these three columns" in asked[0].label
    assert [r.value for r in asked] == [None] * 4
    assert next(b for b in app.button if b.label.startswith("Confirm")).disabled
    app = asked[0].set_value("DD/MM/YYYY").run()
    asked = [r for r in app.radio if "day first or month first" in r.label]
    assert [r.value for r in asked] == ["DD/MM/YYYY"] * 4
    # one column is written otherwise: then nothing holds for all of them
    app = next(r for r in asked if r.label.startswith("Date closed:")).set_value("MM/DD/YYYY").run()
    asked = [r for r in app.radio if "day first or month first" in r.label]
    assert asked[0].value is None
    app = press(app, "Confirm")
    assert not app.exception
    [kept] = evidence.kept(desk, begun)
    mapping = intake.mapping_of(kept)
    said = {name: mapping.date_format_of(name) for name in ("discovered", "closed", "due")}
    assert said == {"discovered": "DD/MM/YYYY", "closed": "MM/DD/YYYY", "due": "DD/MM/YYYY"}


def test_a_single_column_is_asked_alone(look: Opener, begun: str) -> None:
    text = "Lot,Process Start\n" + "".join(f"B{n},0{n}/0{n + 1}/2026\n" for n in range(1, 8))
    app = press(drop(look("evidence", begun), "B.csv", text), "Looks right")
    [question] = [r for r in app.radio if "day first or month first" in r.label]
    assert question.label.startswith("Started: day first or month first? 7 of 7")
