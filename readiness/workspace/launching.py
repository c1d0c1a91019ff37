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
from readiness.settings import Settings, is_every, load_settings
from readiness.store import keeps_apart
from readiness.workspace.demo import open_example
from readiness.workspace.health import NOT_APART
from readiness.workspace.session import open_workspace
from readiness.workspace.sign_in_file import read_sign_in_file
from readiness.workspace.signing_in import WARNING, refuse_exposed, refuse_unknown

HOST = "127.0.0.1"
TRIES = 50
PATIENCE_S = 60.0


def free_port(wanted: int, host: str = HOST, *, alone: bool = False) -> int:
    """This port or the next free one. Raises ReadinessError if fifty in a row are taken.

    ``alone``: no other one will do, people are sent back to it from their sign-in.
    """
    for port in range(wanted, min(wanted + (1 if alone else TRIES), 65536)):
        with socket.socket() as probe:
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    if alone:
        raise ReadinessError(f"Port {wanted} is taken; end what holds it, or set another one.")
    raise ReadinessError(f"Ports {wanted} to {wanted + TRIES - 1} are taken; name another one.")


def app_file() -> Path:
    """The two lines that Streamlit runs: shipped beside the package, or in the repository."""
    package = Path(__file__).parent.parent
    shipped = package / "_app.py"
    return shipped if shipped.exists() else package.parent / "app.py"


def launch(
    port: int | None, say: Callable[[str], None], *, demo: bool = False, forced: bool = False
) -> int:
    """Start the app, say where it is, and wait until it is stopped; returns its exit status.

    Raises ReadinessError where others would reach it and nobody asks who they are, unless
    ``forced``; then that is said loudly.
    """
    settings = load_settings().model_copy(update={"without_sign_in": True} if forced else {})
    refuse_exposed(settings)
    asked = read_sign_in_file(settings.sign_in) if settings.sign_in else None
    if settings.is_exposed:
        say(WARNING)
    chosen = free_port(port or settings.port, settings.host, alone=asked is not None)
    session = open_workspace(settings)
    refuse_unknown(session, asked)
    path = f"/result?assessment={open_example(session)}" if demo else ""
    session.store.close()
    if keeps_apart(settings.store_url) is False:
        say(f"WARNING: {NOT_APART}")
    address = (asked.address if asked else f"http://{settings.host}:{chosen}") + path
    server = subprocess.Popen(  # noqa: S603 - our own file, run by our own interpreter
        command(settings, chosen),
        stdout=subprocess.DEVNULL,
        cwd=app_file().parent,
        env=os.environ | {"READINESS_WITHOUT_SIGN_IN": str(settings.without_sign_in).lower()},
    )
    signal.signal(signal.SIGTERM, _interrupted)
    try:
        if wait_until_up(chosen, server, settings.host):
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


def command(settings: Settings, port: int) -> list[str]:
    """How the app is started; where people sign in, with the file that says at whose."""
    asked = settings.sign_in
    return [
        *(sys.executable, "-m", "streamlit", "run", str(app_file())),
        *("--server.address", settings.host, "--server.port", str(port)),
        *("--server.headless", "true", "--logger.level", "warning"),
        *(("--secrets.files", str(asked.absolute())) if asked else ()),
    ]


def wait_until_up(port: int, server: subprocess.Popen[bytes], host: str = HOST) -> bool:
    """Whether the port answers before the process ends or patience does."""
    until = time.monotonic() + PATIENCE_S
    # Every address is this one too.
    here = HOST if is_every(host) else host
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((here, port)) == 0:
                return True
        time.sleep(0.1)
    return False


def has_screen() -> bool:
    """Whether there is a desktop on which a browser could open."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
