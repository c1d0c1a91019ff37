"""What is not well is named with what to do, and nothing that somebody typed is in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from readiness.workspace import health as health_module
from readiness.workspace.health import health
from readiness.workspace.keeping import upgrade_store
from tests.workspace.two_computers import computer, with_work


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "here"))
    return tmp_path


def failing() -> dict[str, str]:
    return {one.name: one.said for one in health() if not one.is_well}


def test_a_new_installation_is_well(place: Path) -> None:
    upgrade_store()
    assert failing() == {}
    names = ["settings", "data place", "disk", "content", "clients apart", "store"]
    assert [one.name for one in health()] == names


def test_settings_that_are_not_valid_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READINESS_PORT", "high")
    assert "READINESS_PORT" in failing()["settings"]
    assert len(list(health())) == 1


def test_an_open_data_place(place: Path) -> None:
    upgrade_store()
    (place / "here").chmod(0o755)
    assert "chmod 700" in failing()["data place"]


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health_module, "LEAST_FREE_MB", 10**12)
    assert "make room" in failing()["disk"]


def test_whether_the_database_keeps_clients_apart_too(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for answer in (None, True, False):
        monkeypatch.setattr(health_module, "keeps_apart", lambda _url, one=answer: one)
        said += [one for one in health() if one.name == "clients apart"]
    assert [one.is_well for one in said] == [True, True, False]
    assert "PostgreSQL" not in said[0].said
    assert "superuser" in said[2].said
    assert "docs/operations.md" in said[2].said


def test_a_forged_history_is_counted_and_not_quoted(place: Path) -> None:
    with_work(computer(place, "here"))
    with closing(sqlite3.connect(place / "here" / "readiness.sqlite")) as raw:
        raw.execute("UPDATE entry SET payload = '9' WHERE key = 'sites'")
        raw.commit()
    said = failing()["store"]
    assert "1 of 1 assessments" in said
    assert "Northgate" not in str(list(health()))
