"""The scan of an xlsx or xlsm workbook: its parts are read as they lie in the file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from readiness.domain.columns import IntakeErrors
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.blocks import find_blocks
from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.file_signs import external_links, file_signs, has_macros
from readiness.evidence.scan.findings import Findings
from readiness.evidence.scan.formulas import FormulaTable
from readiness.evidence.scan.package import Package
from readiness.evidence.scan.patients import PatientSearch
from readiness.evidence.scan.prints import PrintTaker
from readiness.evidence.scan.reader import Book, read_sheet
from readiness.evidence.scan.result import (
    Facts,
    Found,
    Looked,
    day,
    scan_of,
    shown_names,
    structure_of,
)
from readiness.evidence.scan.strings import StringTable
from readiness.evidence.scan.styles import Styles, read_styles
from readiness.evidence.scan.tables import find_tables
from readiness.evidence.scan.texts import (
    OtherText,
    comments,
    margin_text,
    named_texts,
    other_texts,
    properties,
)
from readiness.evidence.scan.views import SheetView
from readiness.files.archive import open_archive
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile


def scan_formulas(
    opened: OpenedFile,
    rules: ScanRules,
    errors: IntakeErrors,
    limits: Limits,
    prints: PrintTaker | None = None,
) -> Looked:
    """All that a workbook shows of itself: formulas, formats, values, people.

    ``prints``: takes what comparing this version with the next one needs.
    Raises MarkupError, TooManyCells, and InputRefused of the archive.
    """
    package = Package(open_archive(opened.name, opened.data, limits, errors))
    return _Scan(opened, package, rules, limits).run(prints)


class _Scan:
    """The steps of one scan over one opened package."""

    def __init__(
        self,
        opened: OpenedFile,
        package: Package,
        rules: ScanRules,
        limits: Limits,
    ) -> None:
        self._opened = opened
        self._package = package
        self._rules = rules
        self._book = Book(
            strings=StringTable(self._part("sharedStrings")),
            styles=read_styles(styles) if (styles := self._part("styles")) else Styles(),
            formulas=FormulaTable(frozenset(rules.volatile_functions)),
            rules=rules,
            date_1904=package.date_1904,
            max_cells=limits.max_scan_cells,
        )

    def run(self, prints: PrintTaker | None) -> Looked:
        texts = self._book.strings.texts
        views = [self._view(index) for index in range(len(self._package.sheets))]
        search = PatientSearch(texts, self._rules)
        search.columns(views)
        search.wording(views)
        shown = shown_names([sheet.name for sheet in self._package.sheets], search)
        structure = structure_of(views)
        views = [replace(view, name=shown[view.name]) for view in views]
        search.rename(shown)
        if prints:
            prints.take(views, self._book, self._package, len(self._opened.data))
        notes = self._notes(shown)
        patients = search.result(views, [*notes, *self._other_texts(views)])
        about = properties(self._package)
        macros = has_macros(self._package, self._opened.macros)
        found = Findings(views, self._book, search, self._rules, day(about.modified))
        findings = [
            *file_signs(self._package, macros, search, self._rules),
            *found.of_formulas([sheet.name for sheet in self._package.sheets]),
            *found.of_values(),
            *found.of_comments(notes),
            *patients.findings,
        ]
        facts = Facts(
            modified=day(about.modified),
            external_links=external_links(self._package),
            macros=macros,
        )
        looked = Found(views, search, patients, findings, structure)
        return Looked(scan_of(self._opened, looked, facts, self._rules), about.saved_by)

    def _part(self, kind: str) -> bytes | None:
        parts = self._package.related(self._package.workbook, kind)
        return self._package.read(parts[0]) if parts else None

    def _view(self, index: int) -> SheetView:
        sheet = self._package.sheets[index]
        if sheet.part:
            cells = read_sheet(self._package.read(sheet.part), self._book)
        else:
            cells = SheetCells()
        tables = find_tables(cells, self._book.strings.texts, self._rules)
        blocks = find_blocks(cells, tables, self._rules)
        return SheetView(sheet.name, sheet.state, cells, tables, blocks)

    def _notes(self, shown: dict[str, str]) -> list[OtherText]:
        """The comments of all sheets."""
        return [
            OtherText("comment", text, shown[sheet.name], cell)
            for sheet in self._package.sheets
            if sheet.part
            for cell, text in comments(self._package, sheet.part).items()
        ]

    def _other_texts(self, views: Iterable[SheetView]) -> Iterator[OtherText]:
        yield from named_texts(self._package)
        yield from other_texts(self._package)
        yield OtherText("file_name", self._opened.name.rpartition(".")[0])
        yield from (OtherText("sheet_name", sheet.name) for sheet in self._package.sheets)
        used: set[int] = set()
        for view in views:
            yield from (
                OtherText("margin", margin_text(text), view.name) for text in view.cells.margins
            )
            for cells in view.cells.columns.values():
                used.update(cells.values())
        strings = self._book.strings
        for number in range(strings.shared):
            if -1 - number not in used:
                yield OtherText("unused_text", strings.texts[number])
