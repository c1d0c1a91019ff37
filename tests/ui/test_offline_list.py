"""What came back, as a list to decide on."""

from readiness.ui import state
from readiness.workspace.answers import answer
from readiness.workspace.offline_store import export_workbook, look_at_workbook
from readiness.workspace.results import state as load_state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn, press
from tests.workspace.filling import fill

NOTE = "<b>ask</b> ada@northgate.example"


def levels(desk: Session, id: str) -> dict[str, object]:
    return {r.capability: r.level for r in load_state(desk, id).assessment.responses}


def test_conflicts_and_names_are_decided_before_anything_is_written(
    look: Opener, desk: Session, begun: str
) -> None:
    answer(desk, begun, "OPM-1", "team", level=2)
    filled = fill(
        export_workbook(desk, begun, "team"),
        "TEAM",
        {
            "OPM-1": ("e", "record seen"),
            "OPM-2": ("c", "said"),
            "OPM-3": ("b", "said", NOTE),
            "OPM-4": ("7", "said"),
            "OPM-5": (None, None, "to be asked again"),
        },
    )
    answer(desk, begun, "OPM-1", "team", level=3)
    found = look_at_workbook(desk, begun, "back.xlsx", filled)
    app = look("report", begun, **{state.OFFLINE: (begun, found)})
    assert not app.exception
    assert "<b>ask</b>" not in drawn(app)
    assert "OPM-4: the answer &quot;7&quot; is a number" in drawn(app)
    take = next(b for b in app.button if b.label.startswith("Import"))
    assert take.disabled

    choice = next(r for r in app.radio if "OPM-1" in r.label)
    assert choice.value is None
    app = choice.set_value("app").run()
    app = press(app, "Import 1 answer and 1 note")
    assert not app.exception
    assert levels(desk, begun) == {"OPM-1": 3, "OPM-2": 3}
    assert any("1 answer and 1 note imported" in s.value.replace("\\", "") for s in app.success)
    assert [n.text for n in load_state(desk, begun).assessment.notes] == ["to be asked again"]
    # What could not be taken stays in sight, with what to do.
    assert "OPM-4: the answer &quot;7&quot; is a number" in drawn(app)
    assert any("Mend them in the workbook and drop it again" in w.value for w in app.warning)


def test_a_workbook_that_is_none_says_why(look: Opener, desk: Session, begun: str) -> None:
    from readiness.domain.errors import Problem

    problem = Problem("x.xlsx", "is no interview workbook of this tool", advice="Export it again")
    app = look("report", begun, **{state.OFFLINE: (begun, (problem,))})
    assert not app.exception
    assert "is no interview workbook of this tool" in drawn(app)
    assert "Nothing was changed" in app.error[0].value


def test_leaving_it_leaves_everything(look: Opener, desk: Session, begun: str) -> None:
    filled = fill(export_workbook(desk, begun, "team"), "TEAM", {"OPM-2": ("c", "said")})
    found = look_at_workbook(desk, begun, "back.xlsx", filled)
    app = look("report", begun, **{state.OFFLINE: (begun, found)})
    app = press(app, "Leave it")
    assert levels(desk, begun) == {}
    assert not [b for b in app.button if b.label.startswith("Import ")]
