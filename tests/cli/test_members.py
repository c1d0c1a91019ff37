"""``readiness members``: who may work, from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli import app
from readiness.workspace.session import open_workspace

RUN = CliRunner()


def test_add_list_remove(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "data"))
    added = RUN.invoke(app, ["members", "add", "Ina@maker.example", "assessor", "--reason", "QA"])
    assert added.exit_code == 0, added.stderr
    listed = RUN.invoke(app, ["members", "list", "--client", "my assessments", "--history"]).stdout
    assert "ina@maker.example  Assessor\n" in listed
    assert "Owner of this computer: ina@maker.example, no member to assessor (QA)" in listed
    wrong = RUN.invoke(app, ["members", "add", "jo@maker.example", "admin"])
    assert wrong.exit_code == 1
    assert "owner, assessor, respondent, reader, client_reader" in wrong.stderr
    assert RUN.invoke(app, ["members", "remove", "ina@maker.example"]).exit_code == 0
    again = RUN.invoke(app, ["members", "remove", "ina@maker.example"])
    assert (again.exit_code, again.stderr) == (1, "ina@maker.example is no member there.\n")
    other = RUN.invoke(app, ["members", "list", "--client", "Nobody"])
    assert "Name one of your workspaces: My assessments." in other.stderr


def test_an_owner_is_named_where_none_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "data"))
    session = open_workspace()
    gone = session.store.sign_in("issuer gone", "gone@maker.example", "Gone Adler")
    session.store.add_workspace(gone, "Harbour Cells")
    session.store.close()
    no_way = RUN.invoke(
        app, ["members", "add", "ina@maker.example", "owner", "--client", "Harbour"]
    )
    assert "Name one of your workspaces: My assessments." in no_way.stderr
    named = ["members", "owner", "Ina@maker.example", "--client"]
    for more, words in (
        (["harbour cells"], "Say why with --reason"),
        (["Harbour", "--reason", "left"], "Name one workspace with --client"),
    ):
        refused = RUN.invoke(app, [*named, *more])
        assert refused.exit_code == 1
        assert words in refused.stderr
    done = RUN.invoke(app, [*named, "harbour cells", "--reason", "the only owner left"])
    assert done.exit_code == 0, done.stderr
    assert "Owner of Harbour Cells, beside Gone Adler" in done.stdout
    session = open_workspace()
    ina = session.store.sign_in("issuer ina", "ina@maker.example", "Ina Berg")
    assert [(w.name, w.role) for w in session.store.workspaces(ina)] == [("Harbour Cells", "owner")]
    session.store.close()
