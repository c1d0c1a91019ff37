"""A warm process beside the app that opens and reads what strangers upload, and may be lost.

A hostile file can make the reader of its cells run on, ask for a terabyte, or abort. Here it does
so in a process with bounds of its own, which is killed and replaced; the app says so and goes on.
Bytes go in and rows come out through pipes: nothing is written to a disk. What the process prints
is thrown away, because a reader that panics may quote a cell.
"""

import atexit
import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from threading import Event, Lock, Timer
from typing import IO, Any

from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused
from readiness.files.limits import MB, Limits
from readiness.files.opened import OpenedFile, Sheet, SheetInfo
from readiness.files.opening import check_size, open_upload

if sys.platform != "win32":
    import resource

SECONDS = 30.0
MEMORY = 1024 * MB
_ROWS_AT_ONCE = 20_000
_HEADER = 8
_START = (
    "import sys; sys.path[:] = {path!r}; "
    "from readiness.files.worker import serve; serve({memory}, {seconds})"
)
# All that an answer is made of; what a process sends that was taken over is not trusted.
_ANSWERS = {
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("readiness.domain.errors", "Problem"),
    ("readiness.files.opened", "SheetInfo"),
    ("readiness.files.opened", "StoredCells"),
}


class Lost(Exception):
    """The process was killed, or ended by itself."""

    def __init__(self, *, late: bool) -> None:
        super().__init__()
        self.late = late


class _Answer(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ANSWERS:
            raise pickle.UnpicklingError
        return super().find_class(module, name)


def _send(pipe: IO[bytes], message: object) -> None:
    content = pickle.dumps(message, protocol=5)
    pipe.write(len(content).to_bytes(_HEADER, "little"))
    pipe.write(content)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes:
    header = pipe.read(_HEADER)
    size = int.from_bytes(header, "little")
    content = pipe.read(size) if len(header) == _HEADER else b""
    if not content or len(content) != size:
        raise EOFError
    return content


class Worker:
    """One process at a time, started at the first call and again whenever it was lost.

    ``seconds``: of one request; ``memory``: bytes of address space, where the system can bound it.
    """

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds, self.memory = seconds, memory
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, *requests: tuple[object, ...]) -> list[tuple[str, Any]]:
        """The answers to the last of these requests, nobody else's between them. Raises Lost."""
        with self._lock:
            process = self._running()
            late = Event()

            def stop() -> None:
                late.set()
                process.kill()

            timer = Timer(self.seconds, stop)
            timer.daemon = True
            timer.start()
            try:
                return [list(_exchange(process, request)) for request in requests][-1]
            except (OSError, EOFError, pickle.UnpicklingError) as error:
                self._end()
                self._running()
                raise Lost(late=late.is_set()) from error
            finally:
                timer.cancel()

    def close(self) -> None:
        """End the process; the next request starts another one."""
        with self._lock:
            self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            start = _START.format(path=sys.path, memory=self.memory, seconds=self.seconds)
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code, no word from outside
                [sys.executable, "-c", start],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe:
                    pipe.close()
            except OSError:  # what was not sent any more
                continue


def _exchange(process: subprocess.Popen[bytes], request: object) -> Iterator[tuple[str, Any]]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    _send(process.stdin, request)
    while True:
        kind, content = _Answer(io.BytesIO(_receive(process.stdout))).load()
        if kind == "end":
            return
        yield kind, content


@cache
def the_worker(seconds: float = SECONDS, memory: int = MEMORY) -> Worker:
    """The one of this app; one for each pair of bounds, of which an app has one."""
    worker = Worker(seconds, memory)
    atexit.register(worker.close)
    return worker


def _within(limits: Limits) -> Worker:
    return the_worker(limits.max_seconds, limits.max_memory_mb * MB)


def open_apart(
    name: str,
    data: bytes | Path,
    limits: Limits | None = None,
    errors: IntakeErrors | None = None,
    worker: Worker | None = None,
) -> OpenedFile:
    """``open_upload`` in the worker: the same answer, within its time and memory.

    Raises InputRefused: ``too_slow``, ``too_heavy``, and those of ``open_upload``.
    """
    limits, errors = limits or Limits(), errors or IntakeErrors()
    worker = worker or _within(limits)
    check_size(name, data, limits, errors)
    content = data.read_bytes() if isinstance(data, Path) else data
    request = ("open", name, content, limits, errors)

    def read(opened: OpenedFile, info: SheetInfo) -> Sheet:
        wanted = ("read", opened.sha256, info.name)
        answers = _asked(worker, opened.name, errors, wanted)
        if ("gone", None) in answers:  # another upload, or another process, came between
            answers = _asked(worker, opened.name, errors, request, wanted)
        if ("gone", None) in answers:
            raise errors.refused("broken_workbook", opened.name, sheet=info.name)
        return Sheet(info, [row for _, rows in answers for row in rows])

    [(_, fields)] = _asked(worker, name, errors, request)
    return OpenedFile(data=content, read=read, **fields)


def run_apart(
    opened: OpenedFile,
    call: Callable[..., bytes],
    *facts: object,
    limits: Limits,
    errors: IntakeErrors,
    worker: Worker | None = None,
) -> bytes:
    """What a function of a module says of an opened file, called in the worker.

    It is called with the file as the worker opened it, and ``facts``. Raises InputRefused:
    ``too_slow``, ``too_heavy``, and those of the function and of ``open_upload``.
    """
    worker = worker or _within(limits)
    wanted = ("call", opened.sha256, call, *facts)
    answers = _asked(worker, opened.name, errors, wanted)
    if answers[0][0] == "gone":
        request = ("open", opened.name, opened.data, limits, errors)
        answers = _asked(worker, opened.name, errors, request, wanted)
    [(kind, said)] = answers
    if kind != "said":
        raise errors.refused("broken_workbook", opened.name)
    return bytes(said)


def _asked(
    worker: Worker, name: str, errors: IntakeErrors, *requests: tuple[object, ...]
) -> list[tuple[str, Any]]:
    try:
        answers = worker.ask(*requests)
    except Lost as lost:
        if lost.late:
            raise errors.refused("too_slow", name, limit=round(worker.seconds)) from lost
        raise errors.refused("too_heavy", name, limit=worker.memory // MB) from lost
    if answers and answers[0][0] == "refused":
        raise InputRefused(answers[0][1])
    return answers


def serve(memory: int, seconds: float) -> None:
    """The other side: answer requests until there are no more."""
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever prints must not speak into the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    bound(memory)
    held: OpenedFile | None = None
    while True:
        try:
            request = pickle.loads(_receive(source))  # noqa: S301 - what the app wrote, functions among it; _Answer is the other way
        except EOFError:
            return
        # If the app is gone, nobody else ends what runs on.
        _alarm(int(seconds) + 5)
        try:
            if request[0] == "open":
                held = None
                held = open_upload(*request[1:])
                _send(target, ("opened", _fields(held)))
            elif held is None or held.sha256 != request[1]:
                _send(target, ("gone", None))
            elif request[0] == "call":
                _send(target, ("said", request[2](held, *request[3:])))
            else:
                _answer_rows(target, held, request[2])
        except InputRefused as refused:
            _send(target, ("refused", refused.problems))
        _send(target, ("end", None))
        _alarm(0)


def bound(memory: int) -> None:
    """Bound the address space of this process, where the system can."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _alarm(seconds: int) -> None:
    if sys.platform != "win32":
        signal.alarm(seconds)


def _fields(opened: OpenedFile) -> dict[str, object]:
    names = ("name", "type", "sha256", "sheets", "macros", "encoding", "delimiter", "date_1904")
    return {name: getattr(opened, name) for name in names}


def _answer_rows(target: IO[bytes], held: OpenedFile, sheet: str) -> None:
    rows = held.read(held, held.info(sheet)).rows
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        _send(target, ("rows", rows[start : start + _ROWS_AT_ONCE]))
