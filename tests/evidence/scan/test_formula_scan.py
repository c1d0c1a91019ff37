"""The scan of the parts of an xlsx workbook."""

import pytest

from readiness.domain.columns import IntakeErrors
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.formula_scan import scan_formulas
from readiness.evidence.scan.reader import TooManyCells
from readiness.files.limits import Limits
from readiness.files.opening import open_upload


def test_it_stops_at_its_own_limit_of_cells(made, rules: ScanRules) -> None:
    def fill(book) -> None:
        for name in ("One", "Two"):
            book.add_worksheet(name).write_row("A1", [1, 2, 3])

    opened = open_upload("plan.xlsx", made(fill))

    def scanned(most: int) -> int:
        limits = Limits(max_scan_cells=most)
        looked = scan_formulas(opened, rules, IntakeErrors(), limits)
        return sum(sheet.cells for sheet in looked.scan.sheets)

    assert scanned(6) == 6
    with pytest.raises(TooManyCells):
        scanned(5)
