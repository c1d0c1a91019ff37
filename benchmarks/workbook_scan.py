"""The scan of a scheduling workbook against a bare `openpyxl.load_workbook`, in one run.

Twenty sheets of 1,000 rows and 5 columns: 100,000 cells, 40,000 of them formulas.
"""

import gc
import io
import time
import tracemalloc
from collections.abc import Callable

import openpyxl
import xlsxwriter

from readiness.content import content_root
from readiness.content.columns import load_columns
from readiness.content.scan import load_scan_rules
from readiness.domain.scan import WorkbookScan
from readiness.evidence.privacy import Coder
from readiness.evidence.scan.print_bytes import print_to_bytes
from readiness.evidence.scan.prints import PrintTaker
from readiness.evidence.scan.roles import BookingWords
from readiness.evidence.scan.workbook_scan import scan_workbook
from readiness.files.opening import open_upload

SHEETS, ROWS, RUNS = 20, 1000, 3
CONTENT = content_root() / "cgt-operational-readiness"
RULES, COLUMNS = load_scan_rules(CONTENT), load_columns(CONTENT)


def workbook() -> bytes:
    """The file: slots with dates, every hundredth end typed over its formula."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number in range(SHEETS):
            sheet = book.add_worksheet(f"Month {number + 1}")
            sheet.write_row(0, 0, ["Slot", "Suite", "Start", "End", "Free days"])
            for row in range(1, ROWS):
                sheet.write_string(row, 0, f"S{number}-{row}")
                sheet.write_string(row, 1, f"Suite {row % 3}")
                sheet.write_number(row, 2, 46000 + row, day)
                if row % 100:
                    sheet.write_formula(row, 3, f"=C{row + 1}+14", day, 46014 + row)
                else:
                    sheet.write_number(row, 3, 46014 + row, day)
                free = f'=IF(C{row + 1}="","",D{row + 1}-C{row + 1}-$H$1)'
                sheet.write_formula(row, 4, free, None, 14)
    return buffer.getvalue()


def scan(data: bytes) -> WorkbookScan:
    """From the upload to the scan: checks at the door, and the print for comparing versions."""
    coder = Coder()
    prints = PrintTaker(coder, BookingWords(COLUMNS))
    found = scan_workbook(open_upload("plan.xlsx", data), RULES, coder=coder, prints=prints)
    assert prints.taken is not None
    print_to_bytes(prints.taken)
    return found


def seconds(call: Callable[[bytes], object], data: bytes) -> float:
    """The fastest of a few runs."""
    times = []
    for _ in range(RUNS):
        gc.collect()
        start = time.process_time()
        call(data)
        times.append(time.process_time() - start)
    return min(times)


def peak(call: Callable[[bytes], object], data: bytes) -> float:
    """The highest memory of one run, in MB."""
    gc.collect()
    tracemalloc.start()
    call(data)
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return highest / 1024**2


def bare(data: bytes) -> object:
    """What is compared with."""
    return openpyxl.load_workbook(io.BytesIO(data))


def main() -> None:
    """Print seconds, memory and their ratios."""
    data = workbook()
    found = scan(data)
    assert found.overwritten_cells == SHEETS * (ROWS // 100 - 1)
    ours, theirs = seconds(scan, data), seconds(bare, data)
    our_peak, their_peak = peak(scan, data), peak(bare, data)
    cells = sum(sheet.cells for sheet in found.sheets)
    print(
        f"workbook of {len(found.sheets)} sheets, {cells:,} cells, {found.formula_cells:,} formulas"
    )
    print(f"  scan, with the door     {ours:6.2f} s  {our_peak:6.1f} MB")
    print(f"  openpyxl.load_workbook  {theirs:6.2f} s  {their_peak:6.1f} MB")
    print(f"  ratio                   {ours / theirs:6.2f}    {our_peak / their_peak:6.2f}")


if __name__ == "__main__":
    main()
