"""The scan put together."""

from datetime import date

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.patients import PatientSearch
from readiness.evidence.scan.result import day, shown_names, structure_of
from readiness.evidence.scan.tables import Table
from readiness.evidence.scan.views import SheetView


def test_days() -> None:
    assert day("2026-01-11") == date(2026, 1, 11)
    assert day("yesterday") is day("") is day(None) is None


def test_sheets_named_after_people_are_numbered(rules: ScanRules) -> None:
    search = PatientSearch([], rules)
    found = shown_names(["Plan", "Patient Ina Adler", "DOB 12.03.1957"], search)
    assert found == {"Plan": "Plan", "Patient Ina Adler": "#2", "DOB 12.03.1957": "#3"}


def test_the_structure_is_that_of_sheets_and_headings() -> None:
    def view(name: str, *headings: str) -> SheetView:
        table = Table(headings=dict(enumerate(headings, start=1)))
        return SheetView(name, "visible", SheetCells(), [table], [])

    one = structure_of([view("Plan", "Slot", "Start"), view("Key")])
    assert one == structure_of([view("Key"), view("plan", "slot", "start")])
    assert one != structure_of([view("Plan", "Slot"), view("Key")])
