"""The list of files tells their state, and a person stays with the file that they worked on."""

from streamlit.testing.v1 import AppTest

from readiness.ui import state
from readiness.ui.evidence_list import MANY
from readiness.workspace import evidence
from readiness.workspace.session import Session
from tests.ui.desk import AMBIGUOUS, BATCHES, Opener, drawn, press
from tests.ui.test_evidence_draft import drop
from tests.ui.test_evidence_together import drop_all

REFUSED = ("photo.csv", b"\x89PNG\r\n\x1a\n....")
UNKNOWN = ("food.csv", b"food,colour\nbread,brown\nmilk,white\n")


def band(app: AppTest) -> str:
    return next(str(p.proto.body) for p in app.get("html") if "rd-band" in str(p.proto.body))


def file_list(app: AppTest) -> list[str]:
    return list(next(r for r in app.radio if r.label == "Files").options)


def test_refused_files_are_not_counted_as_to_confirm(look: Opener, begun: str) -> None:
    app = look("evidence", begun)
    assert "no file yet" in band(app)
    app = drop_all(app, REFUSED, UNKNOWN, ("B.csv", BATCHES.encode()))
    assert not app.exception
    assert "◐ 1 to confirm" in band(app)
    assert "✗ 2 with problems" in band(app)
    assert [line[0] for line in file_list(app)] == ["✗", "✗", "◐"]


def test_deleting_does_not_jump_to_another_file(look: Opener, desk: Session, example: str) -> None:
    file = evidence.kept(desk, example)[3]
    app = press(look("evidence", example, **{state.EVIDENCE: file.id}), "Delete…")
    app = press(app, "Delete it")
    assert app.header[0].value == "What do our own records show?"
    assert f"{file.name} was deleted" in app.info[0].value.replace("\\", "")
    assert next(r for r in app.radio if r.label == "Files").value is None
    # said once
    assert not app.run().info


def test_a_file_put_away_leaves_the_others_alone(look: Opener, begun: str) -> None:
    app = drop_all(look("evidence", begun), ("B.csv", BATCHES.encode()), REFUSED)
    app = press(app, "Put it away")
    assert app.header[0].value == "What do our own records show?"
    assert any("Choose a file on the left" in m.value for m in app.markdown)
    assert len(file_list(app)) == 1


def test_a_second_copy_put_away_shows_the_first(look: Opener, desk: Session, begun: str) -> None:
    app = press(press(drop(look("evidence", begun), "B.csv", BATCHES), "Looks right"), "Confirm")
    app = drop_all(app, ("Other.csv", AMBIGUOUS.encode()), ("Again.csv", BATCHES.encode()))
    app = press(press(app, "Measure it"), "Put this copy away")
    assert app.session_state[state.EVIDENCE] == evidence.kept(desk, begun)[0].id


def test_role_only_keeps_the_file_in_sight(look: Opener, desk: Session, example: str) -> None:
    file = evidence.kept(desk, example)[4]
    app = look("evidence", example, **{state.EVIDENCE: file.id})
    app = press(app, "Reduce people to their role")
    assert not app.exception
    assert app.header[0].value == file.name


def test_a_long_list_says_how_many_there_are(look: Opener, begun: str, example: str) -> None:
    assert "files: scroll for all" not in drawn(look("evidence", begun))
    app = look("evidence", example)
    assert len(file_list(app)) > MANY
    assert "15 files: scroll for all" in drawn(app)
