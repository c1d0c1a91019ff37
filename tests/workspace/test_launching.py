"""Starting the app: a free port, and the file that is run."""

import socket

import pytest

from readiness.domain.errors import ReadinessError
from readiness.workspace import launching


def test_the_next_free_port_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind((launching.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert launching.free_port(port) > port


def test_no_port_left_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launching, "TRIES", 0)
    with pytest.raises(ReadinessError, match="taken"):
        launching.free_port(8501)


def test_the_file_that_streamlit_runs_is_there() -> None:
    text = launching.app_file().read_text(encoding="utf-8")
    assert "run()" in text
