"""``readiness db list, export, import, move``: what a person types who carries assessments."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli import app
from readiness.workspace.demo import open_example
from readiness.workspace.session import open_workspace

RUN = CliRunner()


@pytest.fixture
def used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of two data places, ``here`` with the example; the settings name ``here``."""
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "here"))
    session = open_workspace()
    open_example(session)
    session.store.close()
    return tmp_path


def ran(*words: str, status: int = 0, typed: str = "") -> str:
    found = RUN.invoke(app, ["db", *words], input=typed)
    assert found.exit_code == status, found.output
    return found.output


def test_signed_sent_and_taken_in(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = used / "sent.zip"
    member = ["members", "add", "ina@maker.example", "assessor"]
    assert RUN.invoke(app, member).exit_code == 0
    assert "Say whose" in ran("export", str(file), status=1)
    said = ran("export", str(file), "--client", "My assessments")
    told = said.strip().rpartition(": ")[2]
    assert file.stat().st_mode & 0o777 == 0o600
    assert "Give another name" in ran("export", str(file), "--client", "My assessments", status=1)
    monkeypatch.setenv("READINESS_DATA_DIR", str(used / "there"))
    shown = ran("import", str(file), status=1, typed="n\n")
    assert told in shown
    assert "NOT KNOWN HERE" in shown
    assert "here nobody has a role until an owner gives it" in shown
    assert "  ina@maker.example, ina@maker.example: assessor" in shown
    wrong = ran("import", str(file), "--trust", "0000 " * 8, "--yes", status=1)
    assert "not the fingerprint that you were told" in wrong
    assert ran("list") == ""
    ran("import", str(file), "--trust", told, "--yes")
    assert "Northgate" in ran("list")
    there = RUN.invoke(app, ["members", "list", "--client", "My assessments (2)"])
    assert there.output == "Owner of this computer  Owner\n"
    assert "Nothing to take in" in ran("import", str(file), "--yes")
    assert "is not there" in ran("import", str(used / "none.zip"), status=1)


def test_erased_on_request(used: Path) -> None:
    id = ran("list").split()[0]
    words = ("erase", id[:8], "--asked-by", "DPO", "--why", "end of contract")
    assert "Nothing was erased" in ran(*words, status=1, typed="n\n")
    assert "Northgate" in ran("list")
    said = ran(*words, "--yes")
    assert "Erased:" in said
    assert "Northgate" not in ran("list")
    assert ": 0 broken" in ran("verify")
    assert b"Northgate" not in (used / "here" / "readiness.sqlite").read_bytes()


def test_moved_to_another_store(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to = f"sqlite:///{used / 'shared.sqlite'}"
    id = ran("list").split()[0]
    assert "0 assessments have an id" in ran("move", to, "--assessment", "xyz", status=1)
    assert "are called 'Nobody'" in ran("move", to, "--client", "Nobody", status=1)
    RUN.invoke(app, ["members", "add", "ina@maker.example", "reader"])
    said = ran("move", to, "--assessment", id[:8])
    assert ": moved" in said
    assert "ina@maker.example" not in said
    assert "ina@maker.example: reader" in ran("move", to, "--client", "My assessments")
    assert "deleted" in ran("list")
    monkeypatch.setenv("READINESS_DATABASE_URL", to)
    assert ran("list").startswith(id)
    assert ": 0 broken" in ran("verify")
