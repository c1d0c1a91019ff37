"""``readiness db``: what a person who looks after the store types."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli import app
from readiness.workspace.demo import open_example
from readiness.workspace.session import open_workspace

RUN = CliRunner()


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder, with the example in its store."""
    folder = tmp_path / "data"
    monkeypatch.setenv("READINESS_DATA_DIR", str(folder))
    session = open_workspace()
    open_example(session)
    session.store.close()
    return folder


def test_verify_backup_tamper_restore(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "monday.sqlite"
    assert "is up to date" in RUN.invoke(app, ["db", "upgrade"]).stdout
    whole = RUN.invoke(app, ["db", "verify"])
    assert whole.exit_code == 0
    assert "1 assessments" in whole.stdout
    assert whole.stdout.endswith(": 0 broken\n")
    assert RUN.invoke(app, ["db", "backup", str(copy)]).exit_code == 0
    again = RUN.invoke(app, ["db", "backup", str(copy)])
    assert again.exit_code == 1
    assert "nothing is overwritten" in again.stderr
    with closing(sqlite3.connect(data / "readiness.sqlite")) as raw:
        raw.execute("UPDATE entry SET payload = '9' WHERE kind = 'profile' AND key = 'sites'")
        raw.commit()
    broken = RUN.invoke(app, ["db", "verify"])
    assert broken.exit_code == 1
    assert "profile sites is not what its history says" in broken.stderr
    back = RUN.invoke(app, ["db", "restore", str(copy)])
    assert back.exit_code == 0
    assert "What was there before:" in back.stdout
    assert RUN.invoke(app, ["db", "verify"]).exit_code == 0


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    ran = RUN.invoke(app, ["db", "restore", str(tmp_path / "none.sqlite")])
    assert ran.exit_code == 1
    assert "is not there" in ran.stderr
