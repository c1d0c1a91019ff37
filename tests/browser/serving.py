"""The app as a process of its own on the loopback address, over a data folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from readiness.settings import Settings
from readiness.workspace.session import Session, open_workspace

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
PATIENCE_S = 60.0


def free_port() -> int:
    """A port that nobody holds at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_up(port: int) -> bool:
    """Whether the app answers."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@dataclass
class Server:
    """The app under test; what it prints goes to a file beside its data."""

    folder: Path
    port: int = field(default_factory=free_port)
    script: Path = ROOT / "app.py"
    settings: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def data_dir(self) -> Path:
        """Where the app keeps its store."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the process printed."""
        return self.folder / "server.log"

    def url(self, page: str = "", **ids: str) -> str:
        """The address of a page; ``ids`` as the app itself writes them."""
        asked = "&".join(f"{name}={value}" for name, value in ids.items())
        return f"http://{HOST}:{self.port}/{page}" + (f"?{asked}" if asked else "")

    def command(self) -> list[str]:
        """How the process is started."""
        return [
            *(sys.executable, "-m", "streamlit", "run", str(self.script)),
            *("--server.address", HOST, "--server.port", str(self.port)),
            *("--server.headless", "true", "--server.fileWatcherType", "none"),
        ]

    def start(self) -> "Server":
        """Start it and come back when it answers."""
        environment = os.environ | {
            "READINESS_DATA_DIR": str(self.data_dir),
            "PYTHONPATH": str(ROOT),  # for a script that does not lie there
            **self.settings,
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(), cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        until = time.monotonic() + PATIENCE_S
        while not is_up(self.port):
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")[-2000:]
            assert time.monotonic() < until, "the app did not come up"
            time.sleep(0.1)
        return self

    def kill(self) -> None:
        """End it in the middle of whatever it does: no farewell, no clean-up."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=10)

    def stop(self) -> None:
        """End it as a person would."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.kill()

    def errors(self) -> list[str]:
        """The lines of the log that tell of a page that failed."""
        text = self.log.read_text(encoding="utf-8", errors="replace")
        return [line for line in text.splitlines() if "Traceback" in line or "incident" in line]


class TeamServer(Server):
    """The app as an administrator starts it where people sign in."""

    @property
    def address(self) -> str:
        """Where people open it, and where their sign-in leads back."""
        return f"http://{HOST}:{self.port}"

    def asks(self, section: str) -> "TeamServer":
        """Let people sign in as this file says."""
        file = self.folder / "sign-in.toml"
        file.write_text(section, encoding="utf-8")
        file.chmod(0o600)
        self.settings["READINESS_SIGN_IN"] = str(file)
        return self

    def command(self) -> list[str]:
        """The documented command."""
        return [sys.executable, "-m", "readiness", "app", "--port", str(self.port)]


@contextmanager
def workspace(folder: Path) -> Iterator[Session]:
    """The use cases on the data folder of a server, beside it."""
    session = open_workspace(Settings(data_dir=folder))
    try:
        yield session
    finally:
        session.store.close()
