"""Starting the app on the loopback address: a free port, and what a person must know."""

import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path

from readiness.domain.errors import ReadinessError
from readiness.settings import load_settings
from readiness.workspace.demo import open_example
from readiness.workspace.session import open_workspace

HOST = "127.0.0.1"
TRIES = 50
PATIENCE_S = 60.0


def free_port(wanted: int) -> int:
    """This port or the next free one. Raises ReadinessError if fifty in a row are taken."""
    for port in range(wanted, min(wanted + TRIES, 65536)):
        with socket.socket() as probe:
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise ReadinessError(f"Ports {wanted} to {wanted + TRIES - 1} are taken; name another one.")


def app_file() -> Path:
    """The two lines that Streamlit runs: shipped beside the package, or in the repository."""
    package = Path(__file__).parent.parent
    shipped = package / "_app.py"
    return shipped if shipped.exists() else package.parent / "app.py"


def launch(port: int | None, say: Callable[[str], None], *, demo: bool = False) -> int:
    """Start the app, say where it is, and wait until it is stopped; returns its exit status."""
    settings = load_settings()
    chosen = free_port(port or settings.port)
    session = open_workspace(settings)
    path = f"/result?assessment={open_example(session)}" if demo else ""
    session.store.close()
    address = f"http://{HOST}:{chosen}{path}"
    server = subprocess.Popen(  # noqa: S603 - our own file, run by our own interpreter
        [
            *(sys.executable, "-m", "streamlit", "run", str(app_file())),
            *("--server.address", HOST, "--server.port", str(chosen)),
            *("--server.headless", "true", "--logger.level", "warning"),
        ],
        stdout=subprocess.DEVNULL,
        cwd=app_file().parent,
    )
    signal.signal(signal.SIGTERM, _interrupted)
    try:
        if wait_until_up(chosen, server):
            say(f"Open in the browser:  {address}")
            say(f"Your data stay here:  {settings.data_dir}")
            say("Stop with:            Ctrl-C")
            if has_screen():
                webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        say("Stopped. Every answer was saved as it was given.")
        return server.wait()


def _interrupted(_signal: int, _frame: object) -> None:
    """Whoever ends the command ends the app behind it, as Ctrl-C does."""
    raise KeyboardInterrupt


def wait_until_up(port: int, server: subprocess.Popen[bytes]) -> bool:
    """Whether the port answers before the process ends or patience does."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return True
        time.sleep(0.1)
    return False


def has_screen() -> bool:
    """Whether there is a desktop on which a browser could open."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
