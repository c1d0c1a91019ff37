"""The scan of a workbook whose formulas are not read: xls, xlsb and ods, by their values."""

import struct
from collections.abc import Iterator
from dataclasses import replace

from readiness.domain.columns import IntakeErrors
from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.aside import Aside
from readiness.evidence.scan.aside_binary import aside_binary
from readiness.evidence.scan.aside_ods import aside_ods
from readiness.evidence.scan.aside_old import aside_old
from readiness.evidence.scan.findings import Findings
from readiness.evidence.scan.formulas import FormulaTable
from readiness.evidence.scan.markup import MarkupError
from readiness.evidence.scan.package import Parts
from readiness.evidence.scan.patients import PatientSearch
from readiness.evidence.scan.reader import Book
from readiness.evidence.scan.result import (
    Facts,
    Found,
    Looked,
    day,
    scan_of,
    shown_names,
    structure_of,
)
from readiness.evidence.scan.signs import sheet_signs, text_date_signs, text_dates
from readiness.evidence.scan.strings import StringTable
from readiness.evidence.scan.styles import Styles
from readiness.evidence.scan.tables import find_tables
from readiness.evidence.scan.texts import OtherText
from readiness.evidence.scan.value_cells import value_cells
from readiness.evidence.scan.views import SheetView
from readiness.files.archive import open_archive
from readiness.files.compound import BrokenContainer
from readiness.files.elements import Unreadable
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile


def scan_values(
    opened: OpenedFile, rules: ScanRules, errors: IntakeErrors, limits: Limits
) -> Looked:
    """What the values of a workbook show of it: S1 and S5 to S8, people, codes, open items.

    Raises MarkupError for what cannot be read beside the cells, TooManyCells, InputRefused.
    """
    book = Book(
        strings=StringTable(),
        styles=Styles(),
        formulas=FormulaTable(),
        rules=rules,
        date_1904=opened.date_1904,
        max_cells=limits.max_scan_cells,
    )
    views = [_view(opened, number, book) for number in range(len(opened.sheets))]
    aside = _aside(opened, limits, errors)
    search = PatientSearch(book.strings.texts, rules)
    search.columns(views)
    search.wording(views)
    shown = shown_names([view.name for view in views], search)
    structure = structure_of(views)
    views = [replace(view, name=shown[view.name]) for view in views]
    search.rename(shown)
    notes = [replace(note, sheet=shown.get(note.sheet or "")) for note in aside.notes]
    others = [replace(o, sheet=shown.get(o.sheet or "")) for o in aside.others]
    patients = search.result(views, [*notes, *others, *_names(opened)])
    saved = day(aside.modified)
    found = Findings(views, book, search, rules, saved)
    findings = [
        *_file_signs(opened, rules),
        *_sheet_signs(views, book, rules),
        *found.of_values(),
        *found.of_comments(notes),
        *patients.findings,
    ]
    facts = Facts(saved, formulas_readable=False, macros=opened.macros)
    looked = Found(views, search, patients, findings, structure)
    return Looked(scan_of(opened, looked, facts, rules), aside.saved_by)


def _view(opened: OpenedFile, number: int, book: Book) -> SheetView:
    info = opened.sheets[number]
    cells = value_cells(opened.sheet(info.name), book)
    tables = find_tables(cells, book.strings.texts, book.rules)
    return SheetView(info.name, info.state, cells, tables, [])


def _aside(opened: OpenedFile, limits: Limits, errors: IntakeErrors) -> Aside:
    try:
        if opened.type == "xls":
            return aside_old(opened.data)
        parts = Parts(open_archive(opened.name, opened.data, limits, errors))
        return aside_ods(parts) if opened.type == "ods" else aside_binary(parts, opened.sheets)
    except (Unreadable, BrokenContainer, struct.error, LookupError, ValueError) as error:
        raise MarkupError("what stands beside the cells") from error


def _names(opened: OpenedFile) -> Iterator[OtherText]:
    yield OtherText("file_name", opened.name.rpartition(".")[0])
    yield from (OtherText("sheet_name", sheet.name) for sheet in opened.sheets)


def _file_signs(opened: OpenedFile, rules: ScanRules) -> Iterator[CellFinding]:
    yield CellFinding(kind="values_only", text=rules.why("values_only"))
    if opened.macros:
        yield CellFinding(kind="macros", text=rules.why("macros_unread"))


def _sheet_signs(views: list[SheetView], book: Book, rules: ScanRules) -> Iterator[CellFinding]:
    dates = text_dates(book.strings.texts)
    for view in views:
        yield from sheet_signs(view, rules)
        yield from text_date_signs(view, dates, rules)
