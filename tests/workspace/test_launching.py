"""Starting the app: a free port, and the file that is run."""

import signal
import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from readiness.domain.errors import InputRefused, ReadinessError
from readiness.settings import Settings
from readiness.store import MemoryStore
from readiness.workspace import launching
from readiness.workspace.health import NOT_APART


def test_the_next_free_port_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind((launching.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert launching.free_port(port) > port


def test_where_people_sign_in_no_other_port_will_do() -> None:
    """Their provider sends them back to the one address that the file names."""
    with socket.socket() as taken:
        taken.bind((launching.HOST, 0))
        taken.listen()
        with pytest.raises(ReadinessError, match="is taken"):
            launching.free_port(taken.getsockname()[1], alone=True)


def test_a_file_of_the_sign_in_that_is_wrong_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("READINESS_SIGN_IN", str(tmp_path / "missing.toml"))
    monkeypatch.setattr(launching, "open_workspace", lambda _: 1 / 0)
    with pytest.raises(InputRefused, match="cannot be read"):
        launching.launch(None, lambda _: None)


def test_no_port_left_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launching, "TRIES", 0)
    with pytest.raises(ReadinessError, match="taken"):
        launching.free_port(8501)


def test_the_file_that_streamlit_runs_is_there() -> None:
    text = launching.app_file().read_text(encoding="utf-8")
    assert "run()" in text


def test_beyond_this_computer_only_with_sign_in_or_by_force(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("READINESS_HOST", "0.0.0.0")  # noqa: S104 - refused, and never listened on
    said: list[str] = []
    with pytest.raises(ReadinessError, match="--without-sign-in"):
        launching.launch(None, said.append)
    assert said == []
    monkeypatch.setattr(launching, "free_port", lambda *_, **__: 1)
    monkeypatch.setattr(launching, "open_workspace", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        launching.launch(None, said.append, forced=True)
    assert said[0].startswith("WARNING: no sign-in")


def test_a_role_that_no_wall_binds_is_said_at_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(launching, "_interrupted", signal.getsignal(signal.SIGTERM))
    monkeypatch.setattr(launching, "open_workspace", lambda _: SimpleNamespace(store=MemoryStore()))
    monkeypatch.setattr(launching, "command", lambda *_: [sys.executable, "-c", "pass"])
    said: dict[bool | None, list[str]] = {None: [], True: [], False: []}
    for answer, words in said.items():
        monkeypatch.setattr(launching, "keeps_apart", lambda _url, one=answer: one)
        assert launching.launch(None, words.append) == 0
    assert said[None] == said[True] == []
    assert said[False] == [f"WARNING: {NOT_APART}"]


def test_where_people_sign_in_the_app_is_told_at_whose(tmp_path: Path) -> None:
    file = tmp_path / "sign-in.toml"
    asked = launching.command(Settings(sign_in=file), 9000)
    assert asked[asked.index("--secrets.files") + 1] == str(file)
    assert "--secrets.files" not in launching.command(Settings(), 9000)
