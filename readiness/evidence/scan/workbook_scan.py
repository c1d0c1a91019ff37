"""The scan of one saved version of a scheduling workbook."""

from collections.abc import Iterable, Iterator
from datetime import date

from readiness.domain.columns import IntakeErrors
from readiness.domain.scan import CellFinding, SheetScan, WorkbookScan
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.privacy import Coder
from readiness.evidence.scan.blocks import find_blocks
from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.file_signs import external_links, file_signs, has_macros
from readiness.evidence.scan.findings import Findings
from readiness.evidence.scan.formulas import FormulaTable
from readiness.evidence.scan.markup import MarkupError
from readiness.evidence.scan.naming import read_file_name, structure_hash
from readiness.evidence.scan.package import Package
from readiness.evidence.scan.patients import PatientData, PatientSearch
from readiness.evidence.scan.prints import PrintTaker
from readiness.evidence.scan.reader import Book, TooManyCells, read_sheet
from readiness.evidence.scan.signs import map_blocks
from readiness.evidence.scan.strings import StringTable
from readiness.evidence.scan.styles import Styles, read_styles
from readiness.evidence.scan.tables import find_tables, words
from readiness.evidence.scan.texts import OtherText, comments, margin_text, other_texts, properties
from readiness.evidence.scan.views import SheetView
from readiness.files.archive import open_archive
from readiness.files.limits import Limits
from readiness.files.opened import OpenedFile

_EDITOR = "E"


def scan_workbook(
    opened: OpenedFile,
    rules: ScanRules,
    *,
    errors: IntakeErrors | None = None,
    limits: Limits | None = None,
    coder: Coder | None = None,
    prints: PrintTaker | None = None,
) -> WorkbookScan:
    """What a scheduling workbook shows of itself (domain 4.2.3, S1 to S7; 4.3).

    ``rules``, ``errors``: content; ``limits``: those that the file passed at the door; ``coder``:
    codes of the assessment, so that an editor has one code in all versions; ``prints``: takes
    what comparing this version with the next one needs. The parts are read as they lie in the
    file: macros are not run, links not followed, nothing is calculated anew. No text of the
    workbook's cells is in the result. Raises InputRefused (``not_a_workbook``,
    ``broken_workbook``, ``too_many_cells``, and those of the archive).
    """
    errors = errors or IntakeErrors()
    if opened.type not in {"xlsx", "xlsm"}:
        raise errors.refused("not_a_workbook", opened.name)
    archive = open_archive(opened.name, opened.data, limits or Limits(), errors)
    try:
        return _Scan(opened, Package(archive), rules, coder or Coder()).run(prints)
    except MarkupError as error:
        raise errors.refused("broken_workbook", opened.name, detail=str(error)) from None
    except TooManyCells as error:
        raise errors.refused(
            "too_many_cells", opened.name, count=f"over {error}", limit=rules.max_cells
        ) from None


class _Scan:
    """The steps of one scan over one opened package."""

    def __init__(
        self, opened: OpenedFile, package: Package, rules: ScanRules, coder: Coder
    ) -> None:
        self._opened = opened
        self._package = package
        self._rules = rules
        self._coder = coder
        self._book = Book(
            strings=StringTable(self._part("sharedStrings")),
            styles=read_styles(styles) if (styles := self._part("styles")) else Styles(),
            formulas=FormulaTable(frozenset(rules.volatile_functions)),
            rules=rules,
            date_1904=package.date_1904,
        )

    def run(self, prints: PrintTaker | None = None) -> WorkbookScan:
        texts = self._book.strings.texts
        views = [self._view(index) for index in range(len(self._package.sheets))]
        search = PatientSearch(texts, self._rules)
        search.columns(views)
        search.wording(views)
        shown = self._shown_names(search)
        headings = structure_hash({v.name: _headings(v) for v in views})
        views = [SheetView(shown[v.name], v.state, v.cells, v.tables, v.blocks) for v in views]
        search.rename(shown)
        if prints:
            prints.take(views, self._book, self._package, len(self._opened.data))
        notes = self._notes(shown)
        patients = search.result(views, [*notes, *self._other_texts(views)])
        about = properties(self._package)
        macros = has_macros(self._package, self._opened.macros)
        found = Findings(views, self._book, search, self._rules, _day(about.modified))
        findings = [
            *file_signs(self._package, macros, search, self._rules),
            *found.of_formulas([sheet.name for sheet in self._package.sheets]),
            *found.of_values(),
            *found.of_comments(notes),
            *patients.findings,
        ]
        return self._result(views, search, patients, findings, headings)

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

    def _shown_names(self, search: PatientSearch) -> dict[str, str]:
        """Sheet name -> the same, or its number where it may name a person."""
        return {
            sheet.name: sheet.name if search.is_clean(sheet.name) else f"#{number}"
            for number, sheet in enumerate(self._package.sheets, start=1)
        }

    def _notes(self, shown: dict[str, str]) -> list[OtherText]:
        """The comments of all sheets."""
        return [
            OtherText("comment", text, shown[sheet.name], cell)
            for sheet in self._package.sheets
            if sheet.part
            for cell, text in comments(self._package, sheet.part).items()
        ]

    def _other_texts(self, views: Iterable[SheetView]) -> Iterator[OtherText]:
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

    def _result(
        self,
        views: list[SheetView],
        search: PatientSearch,
        patients: PatientData,
        findings: list[CellFinding],
        structure: str,
    ) -> WorkbookScan:
        about = properties(self._package)
        name = read_file_name(self._opened.name, self._rules.version_words)
        clean = search.is_clean(self._opened.name)
        changes = words(self._rules.change_sheet_words)
        blocks = [block for view in views for block in view.blocks]
        return WorkbookScan(
            file=self._opened.name if clean else f"#.{self._opened.type}",
            sha256=self._opened.sha256,
            modified=_day(about.modified),
            sheet_names=tuple(view.name for view in views),
            structure_hash=structure,
            formula_cells=sum(view.cells.formulas for view in views),
            protected_formula_cells=sum(v.cells.locked for v in views if v.cells.protected),
            overwritten_cells=sum(len(block.constants) for block in blocks),
            block_cells=sum(block.cells for block in blocks),
            error_cells=sum(len(view.cells.errors) for view in views),
            valueless_formula_cells=sum(view.cells.valueless for view in views),
            identifiable=dict(sorted(patients.by_kind.items())),
            identifiable_places=dict(sorted(patients.by_place.items())),
            patient_level=patients.level,
            patient_level_reason=patients.reason,
            stem=name.stem if clean else "",
            name_has_version=name.has_version,
            name_has_date=name.has_date,
            change_rows=sum(_data_rows(view) for view in views if changes.search(view.name)),
            findings=tuple(findings),
            sheets=tuple(map(_sheet_scan, views)),
            editors=(self._coder.code(_EDITOR, about.saved_by),) if about.saved_by else (),
            external_links=external_links(self._package),
            macros=has_macros(self._package, self._opened.macros),
        )


def _sheet_scan(view: SheetView) -> SheetScan:
    columns = {column: cells for column, cells in view.cells.columns.items() if cells}
    return SheetScan(
        name=view.name,
        state=view.state,
        protected=view.cells.protected,
        password=view.cells.password,
        rows=max((max(cells) for cells in columns.values()), default=0),
        columns=max(columns, default=0),
        cells=sum(map(len, columns.values())),
        formula_cells=view.cells.formulas,
        blocks=map_blocks(view),
    )


def _headings(view: SheetView) -> list[str]:
    return [text for table in view.tables for text in table.headings.values()]


def _data_rows(view: SheetView) -> int:
    return sum(len(table.rows) for table in view.tables)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
