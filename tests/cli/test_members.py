"""``readiness members``: who may work, from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli import app

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
