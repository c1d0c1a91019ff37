"""What a cell says: a label or a moment."""

from datetime import date

import pytest

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import DATE, ERROR, NUMBER, SheetCells
from readiness.evidence.scan.formulas import FORMULA
from readiness.evidence.scan.looking import Looking, column_called
from readiness.evidence.scan.tables import Table


def cell(code: int, value: str = "", *texts: str, date_1904: bool = False) -> Looking:
    sheet = SheetCells()
    sheet.columns[1][1] = code
    if value:
        sheet.values[1][1] = value
    return Looking(sheet, texts, date_1904)


# Excel stores 2026-01-01 as 46023, and as 44561 where days count from 1904.
NEW_YEAR = date(2026, 1, 1).toordinal()


@pytest.mark.parametrize(
    ("looking", "moment"),
    [
        (cell(DATE, "46023.5"), NEW_YEAR + 0.5),
        (cell(FORMULA, "46023"), NEW_YEAR),
        (cell(DATE, "44561", date_1904=True), NEW_YEAR),
        (cell(DATE, "2026-01-01T06:00:00Z"), NEW_YEAR + 0.25),
        (cell(-1, "", "2026-01-01"), NEW_YEAR),
        (cell(-1, "", " 1.1.2026 12:00"), NEW_YEAR + 0.5),
        (cell(-1, "", "01/02/2026"), None),  # may be two days
        (cell(-1, "", "31.02.2026"), None),
        (cell(NUMBER, "46023"), None),
        (cell(FORMULA, "14"), None),
        (cell(DATE, "soon"), None),
        (cell(ERROR), None),
        (cell(0), None),
    ],
)
def test_moments(looking: Looking, moment: float | None) -> None:
    assert looking.moment(1, 1) == moment


def test_labels() -> None:
    assert cell(-1, "", " Suite A ").label(1, 1) == "Suite A"
    assert cell(NUMBER, "1001").label(1, 1) == "1001"
    assert cell(ERROR).label(1, 1) == cell(DATE, "46023").label(1, 1) == cell(0).label(2, 7) == ""


def test_a_whole_heading_with_its_unit_aside(rules: ScanRules) -> None:
    table = Table(headings={2: "Days to start", 3: "Start (UTC):", 4: "Start"})
    assert column_called(table, rules.headings.start) == 3
    assert column_called(table, ["finish"]) is None
