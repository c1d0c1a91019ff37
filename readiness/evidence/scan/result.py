"""The scan of one saved version, put together from what was found in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from readiness.domain.scan import CellFinding, SheetScan, WorkbookScan
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.privacy import Coder
from readiness.evidence.scan.naming import read_file_name, structure_hash
from readiness.evidence.scan.patients import PatientData, PatientSearch
from readiness.evidence.scan.signs import map_blocks
from readiness.evidence.scan.tables import words
from readiness.evidence.scan.views import SheetView
from readiness.files.opened import OpenedFile

_EDITOR = "E"


@dataclass(frozen=True)
class Facts:
    """What the file says of itself as a whole."""

    modified: date | None = None
    formulas_readable: bool = True
    external_links: int = 0
    macros: bool = False


@dataclass(frozen=True)
class Found:
    """What was found; ``structure``: of ``structure_of``."""

    views: Sequence[SheetView]
    search: PatientSearch
    patients: PatientData
    findings: Sequence[CellFinding]
    structure: str


def day(text: str | None) -> date | None:
    """A day in ISO 8601; None for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def shown_names(names: Iterable[str], search: PatientSearch) -> dict[str, str]:
    """Sheet name -> the same, or its number where it may name a person."""
    return {
        name: name if search.is_clean(name) else f"#{number}"
        for number, name in enumerate(names, start=1)
    }


def structure_of(views: Iterable[SheetView]) -> str:
    """A hash of the names and headings of the sheets, before any name is withheld."""
    return structure_hash(
        {view.name: [h for t in view.tables for h in t.headings.values()] for view in views}
    )


@dataclass(frozen=True)
class Looked:
    """A scan, and who saved the file last: a name that still has to become a code."""

    scan: WorkbookScan
    saved_by: str | None = field(default=None, repr=False)

    def coded(self, coder: Coder) -> WorkbookScan:
        """The scan with the code of the editor, the same in all files of one coder."""
        editors = (coder.code(_EDITOR, self.saved_by),) if self.saved_by else ()
        return self.scan.model_copy(update={"editors": editors})


def scan_of(opened: OpenedFile, found: Found, facts: Facts, rules: ScanRules) -> WorkbookScan:
    """The scan; a file name that may name a person is withheld."""
    views, patients = found.views, found.patients
    name = read_file_name(opened.name, rules.version_words)
    clean = found.search.is_clean(opened.name)
    changes = words(rules.change_sheet_words)
    blocks = [block for view in views for block in view.blocks]
    return WorkbookScan(
        file=opened.name if clean else f"#.{opened.type}",
        sha256=opened.sha256,
        modified=facts.modified,
        sheet_names=tuple(view.name for view in views),
        structure_hash=found.structure,
        formulas_readable=facts.formulas_readable,
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
        findings=tuple(found.findings),
        sheets=tuple(map(_sheet_scan, views)),
        external_links=facts.external_links,
        macros=facts.macros,
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


def _data_rows(view: SheetView) -> int:
    return sum(len(table.rows) for table in view.tables)
