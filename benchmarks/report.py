"""The gap report with 5,000 evidence rows against putting the same cells bare, in one run.

Bare means the values alone, no style, no cached value, no packing: openpyxl write-only, openpyxl in
its normal mode, and XlsxWriter.
"""

import gc
import io
import time
from collections.abc import Callable

import openpyxl
import xlsxwriter

from readiness.domain.result import Result
from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from tests.made import questionnaire
from tests.report.organisations import logs, organisation

RUNS = 3
EVIDENCE_ROWS = 5_000
GOAL = 2.0

Sheets = dict[str, list[list[object]]]


def seconds(call: Callable[[], object]) -> float:
    """The least time of the processor in a few runs: a busy machine moves it little."""
    times = []
    for _ in range(RUNS):
        gc.collect()
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def cells(data: bytes) -> Sheets:
    """What stands in the report, sheet by sheet."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {s.title: [[c.value for c in row] for row in s.iter_rows()] for s in book.worksheets}


def bare(sheets: Sheets, *, write_only: bool) -> bytes:
    """The same cells with openpyxl."""
    book = openpyxl.Workbook(write_only=write_only)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def fast(sheets: Sheets) -> bytes:
    """The same cells with XlsxWriter."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(number, column, value)
    return target.getvalue()


def main() -> None:
    """Print the table."""
    content = questionnaire()
    assessment = organisation(content, 1, measurements=(), window=None)
    evidence = logs(content, rows=EVIDENCE_ROWS // 6)
    result: Result = assess(assessment, content, evidence)
    data = gap_workbook(result, assessment, content, evidence)
    sheets = cells(data)
    count = sum(value is not None for rows in sheets.values() for row in rows for value in row)
    formulas = sum(
        isinstance(value, str) and value.startswith("=")
        for rows in sheets.values()
        for row in rows
        for value in row
    )
    report = seconds(lambda: gap_workbook(result, assessment, content, evidence))
    others = {
        "openpyxl write-only": seconds(lambda: bare(sheets, write_only=True)),
        "openpyxl normal": seconds(lambda: bare(sheets, write_only=False)),
        "XlsxWriter": seconds(lambda: fast(sheets)),
    }
    print(f"gap report: {count:,} cells, {formulas:,} formulas, {len(data) / 1000:,.0f} kB")
    print(f"{'written whole':22} {report:6.2f} s")
    for name, taken in others.items():
        print(f"{name:22} {taken:6.2f} s   the report takes {report / taken:.2f} times as long")
    ratio = report / others["openpyxl write-only"]
    print(f"goal: at most {GOAL} times openpyxl write-only: {'met' if ratio <= GOAL else 'missed'}")


if __name__ == "__main__":
    main()
