"""The whole intake of a 50,000-row log against bare pandas, in one run.

Intake opens, checks, counts a second time, finds the table, maps it, reads every value and searches
for identifiers. Peaks are those of fresh processes that do one thing each, the libraries' own
share included.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter

ROWS, RUNS = 50_000, 3
HEADINGS = (
    "Record number", "Title", "Date occurred", "Date discovered", "Date opened", "Due date",
    "Date closed", "Classification", "Batch", "Process step", "Root cause", "Detected by", "CAPA",
    "Status",
)  # fmt: skip
WORDS = (
    "operator", "label", "vessel", "wash", "buffer", "sample", "late", "wrong", "timer", "entry",
    "page", "seal", "pump", "bag",
)  # fmt: skip

PREPARE = """
import resource, time
from pathlib import Path
path = Path({path!r})
"""
TASKS = {
    "pandas, calamine": """
import pandas
def run(): return pandas.read_excel(path, engine="calamine")
""",
    "pandas, openpyxl": """
import pandas
def run(): return pandas.read_excel(path, engine="openpyxl")
""",
    "intake": """
from readiness.content import content_root
from readiness.content.columns import load_columns
from readiness.evidence.intake import inspect, read
from readiness.evidence.privacy import Coder
from readiness.files.opening import open_upload
content = load_columns(content_root() / "cgt-operational-readiness")
def run():
    opened = open_upload(path.name, path, errors=content.errors)
    return read(opened, inspect(opened, content).mapping(), content, Coder()).table
""",
}
MEASURE = """
start = time.perf_counter()
table = run()
seconds = time.perf_counter() - start
assert len(table) == {rows}, len(table)
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def write_log(path: Path) -> None:
    """A deviation log with free text, real dates and 9,000 batches."""
    draw = random.Random(1)
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Log")
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, ROWS + 1):
            for column, value in enumerate(_record(draw, row)):
                if isinstance(value, date):
                    stamp = datetime(value.year, value.month, value.day)
                    sheet.write_datetime(row, column, stamp, day)
                elif value:
                    sheet.write_string(row, column, value)


def _record(draw: random.Random, row: int) -> list[str | date]:
    occurred = date(2015, 1, 1) + timedelta(days=draw.randrange(3900))
    opened = occurred + timedelta(days=draw.randrange(5))
    return [
        f"DEV-{row:06d}",
        " ".join(draw.choices(WORDS, k=8)),
        occurred,
        occurred + timedelta(days=draw.randrange(3)),
        opened,
        opened + timedelta(days=30),
        opened + timedelta(days=draw.randrange(60)),
        draw.choice(("Minor", "Major", "Critical")),
        f"B{draw.randrange(9000):05d}",
        draw.choice(("Wash", "Fill", "Thaw", "Harvest")),
        draw.choice(("Human error", "Equipment", "Material")),
        draw.choice(("Operator", "QA review")),
        f"CAPA-{draw.randrange(999):03d}" if draw.random() < 0.2 else "",
        draw.choice(("Open", "Closed")),
    ]


def measure(task: str, path: Path) -> tuple[float, float]:
    """Seconds of the fastest run and peak memory in MB, each run in a process of its own."""
    script = PREPARE.format(path=str(path)) + TASKS[task] + MEASURE.format(rows=ROWS)
    seconds, peaks = [], []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, text=True
        )
        first, second = done.stdout.split()
        seconds.append(float(first))
        peaks.append(int(second) / 1024)
    return min(seconds), statistics.median(peaks)


def main() -> None:
    """Print times, peaks and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deviations.xlsx"
        start = time.perf_counter()
        write_log(path)
        size = path.stat().st_size / 1024**2
        print(f"{ROWS:,} rows, {len(HEADINGS)} columns, {size:.1f} MB", end="")
        print(f" (written in {time.perf_counter() - start:.0f} s)")
        found = {task: measure(task, path) for task in TASKS}
    for task, (seconds, peak) in found.items():
        print(f"{task:18} {seconds:6.2f} s  peak {peak:5.0f} MB")
    intake, calamine, openpyxl = (
        found["intake"], found["pandas, calamine"], found["pandas, openpyxl"]
    )  # fmt: skip
    print(f"time over pandas with calamine  {intake[0] / calamine[0]:.2f}  (goal: at most 2.5)")
    print(f"time over pandas with openpyxl  {intake[0] / openpyxl[0]:.2f}  (goal: at most 0.5)")
    print(f"peak over pandas with calamine  {intake[1] / calamine[1]:.2f}  (goal: at most 2)")


if __name__ == "__main__":
    main()
