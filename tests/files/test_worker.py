"""The process beside the app: the same answers, bounds that hold, and a new one after a loss."""

import os
import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused
from readiness.files.limits import MB, Limits
from readiness.files.opened import Cell, OpenedFile
from readiness.files.opening import open_upload
from readiness.files.worker import Worker, open_apart, run_apart, the_worker
from tests.files.making import SHEET, Value, archive, bare_sheet, changed, xlsx
from tests.files.making_old import ods, xls, xlsb

ROWS: list[list[Value]] = [["Record No.", "n"], ["D1", 1.5], [None, "é"]]
CSV = b"a,b\n1,2\n"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    one = Worker()
    yield one
    one.close()


@pytest.fixture
def small() -> Iterator[Worker]:
    """One with room for little more than itself."""
    one = Worker(memory=160 * MB)
    yield one
    one.close()


def code(name: str, data: bytes, worker: Worker) -> str:
    with pytest.raises(InputRefused) as refused:
        open_apart(name, data, worker=worker).sheet()
    return refused.value.problems[0].code


@pytest.mark.parametrize(
    "data",
    [
        CSV,
        xlsx({"Log": [*ROWS, [date(2026, 1, 2)]], "B": ROWS}),
        *(f({"Log": ROWS}) for f in (xls, xlsb, ods)),
    ],
)
def test_the_answer_is_that_of_the_process_itself(data: bytes, worker: Worker) -> None:
    apart, here = open_apart("C:\\a", data, worker=worker), open_upload("C:\\a", data)
    for field in ("name", "type", "data", "sha256", "sheets", "macros", "encoding", "delimiter"):
        assert getattr(apart, field) == getattr(here, field)
    for info in here.sheets:
        assert apart.sheet(info.name).rows == here.sheet(info.name).rows


def test_a_refusal_comes_with_its_advice(worker: Worker) -> None:
    assert code("a", b"%PDF-1.7", worker) == "wrong_type"
    assert code("a", b"", worker) == "empty_file"
    with pytest.raises(InputRefused) as refused:
        open_apart("a", CSV * MB, Limits(max_file_mb=1), worker=worker)
    assert refused.value.problems[0].code == "too_large"


def test_a_long_sheet_comes_in_pieces_and_a_path_is_read(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(CSV * 25_000)
    assert len(open_apart("a.csv", path, worker=worker).sheet().rows) == 50_000


def test_two_files_in_turn(worker: Worker) -> None:
    one, two = (open_apart("a", xlsx({"A": [[v]], "B": [[v]]}), worker=worker) for v in ("x", "y"))
    assert [f.sheet(s).rows for s in "AB" for f in (one, two)] == [[["x"]], [["y"]]] * 2


def test_a_file_that_wants_too_much_memory_ends_in_a_message(small: Worker) -> None:
    # One text of two megabytes, shown by three thousand cells: six gigabytes.
    cells = "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>0</v></c></row>' for r in range(1, 3001))
    long = b"<sst><si><t>" + random.Random(1).randbytes(MB).hex().encode() + b"</t></si></sst>"
    parts = {SHEET: bare_sheet(cells), "xl/sharedStrings.xml": long}
    data = changed(xlsx({"Log": ROWS}), parts.get)
    start = time.monotonic()
    assert code("a.xlsx", data, small) == "too_heavy"
    assert time.monotonic() - start < 20
    assert open_apart("a.csv", CSV, worker=small).sheet().rows == [["a", "b"], ["1", "2"]]


def abort(_: OpenedFile) -> bytes:
    os.abort()


def spin(_: OpenedFile) -> bytes:
    while True:
        pass


def hoard(_: OpenedFile, size: int) -> bytes:
    return bytes(size)


def shape(opened: OpenedFile, mark: str) -> bytes:
    return f"{mark}{len(opened.sheet().rows)}".encode()


def called(opened: OpenedFile, call: Callable[..., bytes], *facts: object, worker: Worker) -> bytes:
    return run_apart(opened, call, *facts, limits=Limits(), errors=IntakeErrors(), worker=worker)


def test_a_function_is_called_with_the_file_as_the_worker_opened_it(worker: Worker) -> None:
    opened, other = open_upload("a.csv", CSV), open_upload("b.csv", CSV * 3)
    assert called(opened, shape, "rows: ", worker=worker) == b"rows: 2"
    assert called(other, shape, "rows: ", worker=worker) == b"rows: 6"


def test_a_call_that_aborts_or_hoards_takes_nobody_along(worker: Worker) -> None:
    opened = open_upload("a.csv", CSV)
    for call, facts in ((abort, ()), (hoard, (2048 * MB,))):
        with pytest.raises(InputRefused) as refused:
            called(opened, call, *facts, worker=worker)
        assert refused.value.problems[0].code == "too_heavy"
        assert called(opened, shape, "", worker=worker) == b"2"


def test_a_call_that_does_not_end_is_ended() -> None:
    hurried = Worker(seconds=3)
    try:
        with pytest.raises(InputRefused) as refused:
            called(open_upload("a.csv", CSV), spin, worker=hurried)
        assert refused.value.problems[0].code == "too_slow"
    finally:
        hurried.close()


def test_the_bounds_of_the_settings_hold(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[float, int]] = []

    def remember(seconds: float, memory: int) -> Worker:
        asked.append((seconds, memory))
        return worker

    monkeypatch.setattr("readiness.files.worker.the_worker", remember)
    limits = Limits(max_seconds=7, max_memory_mb=300)
    opened = open_apart("a.csv", CSV, limits)
    assert run_apart(opened, shape, "", limits=limits, errors=IntakeErrors()) == b"2"
    assert asked == [(7, 300 * MB)] * 2


def test_a_file_that_takes_too_long_ends_in_a_message() -> None:
    hurried = Worker(seconds=0.001)
    try:
        assert code("a.csv", CSV * 10_000, hurried) == "too_slow"
        hurried.seconds = 30
        hurried.close()
        assert open_apart("a.csv", CSV, worker=hurried).sheet().rows
    finally:
        hurried.close()


def test_a_process_that_was_killed_is_replaced(worker: Worker) -> None:
    opened = open_apart("a", xlsx({"A": [["x"]]}), worker=worker)
    process = worker._process
    assert process is not None
    process.kill()
    process.wait()
    assert opened.sheet().rows == [["x"]]
    assert worker._process is not process


def test_several_people_at_once_each_get_their_own(worker: Worker) -> None:
    def rows(number: int) -> list[list[Cell]]:
        data = xlsx({"A": [[number] * 50] * 50, "B": [[number]]})
        opened = open_apart("a", data, worker=worker)
        return [*opened.sheet("A").rows, *opened.sheet("B").rows]

    with ThreadPoolExecutor(4) as people:
        for number, found in enumerate(people.map(rows, range(8))):
            assert found == [[float(number)] * 50] * 50 + [[float(number)]]


def test_nothing_but_answers_is_believed(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readiness.files.worker._ANSWERS", set())
    assert code("a", archive({"a.txt": b"x"}), worker) == "too_heavy"


def test_there_is_one_for_the_app() -> None:
    assert the_worker() is the_worker()
