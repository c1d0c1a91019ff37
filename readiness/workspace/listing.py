"""Lists that a person takes along, as .csv files that no spreadsheet program runs."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from readiness.domain.errors import Problem
from readiness.domain.evidence import Overlap, RowRef
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scan import WorkbookScan
from readiness.store import StoredFile
from readiness.workspace import intake
from readiness.workspace.lacking import kinds_of

ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""What would make a cell a formula."""


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A .csv in UTF-8 with a mark, so that spreadsheet programs read its letters."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(ACTIVE) else text


def problems_csv(problems: Iterable[Problem]) -> bytes:
    """Every problem with its place."""
    head = ("File", "Sheet", "Row", "Column", "Problem", "Found", "Expected", "What to do", "Code")
    rows = (
        (p.file, p.sheet, p.row, p.column, p.message, p.found, p.expected, p.advice, p.code)
        for p in problems
    )
    return as_csv(head, rows)


@dataclass(frozen=True)
class Row:
    """A row behind a figure: an event, counted over, or left out with the reason."""

    ref: RowRef
    reason: str = ""
    sha256: str = ""
    """Of the file."""
    is_over: bool = False
    """Counted over, and no event itself."""

    @property
    def is_counted(self) -> bool:
        """Whether it is one of the events of the figure."""
        return not self.reason and not self.is_over

    @property
    def counted(self) -> str:
        """In words."""
        return "yes" if self.is_counted else "counted over" if self.is_over else "no"


SEEN = "seen, not counted by this metric"
OVER = "in the denominator alone: no event of this metric"


def rows_behind(
    measured: Measurement,
    questionnaire: Questionnaire,
    files: Sequence[StoredFile],
    overlaps: Iterable[Overlap] = (),
) -> list[Row]:
    """Each row behind one figure once: its events, what else it is counted over, the rows that it
    passes over, those that stand in a newer file as well, and those that intake left out."""
    kinds = kinds_of(questionnaire.metric_by_id[measured.metric])
    out = [ref.model_copy(update={"note": ref.note or SEEN}) for ref in measured.left_out]
    for overlap in overlaps:
        if overlap.kind in kinds and overlap.numbered:
            out += [*overlap.agree, *overlap.differ]
    for file in files:
        if file.kind in kinds:
            out += intake.left_out(file)
    hashes = {file.name: file.sha256 for file in files}
    over = [Row(ref, OVER, hashes.get(ref.file, ""), is_over=True) for ref in measured.over]
    rows = [Row(ref, ref.note, hashes.get(ref.file, "")) for ref in (*measured.rows, *out)]
    return [*rows[: len(measured.rows)], *over, *rows[len(measured.rows) :]]


def rows_csv(rows: Iterable[Row]) -> bytes:
    """The same as a file."""
    head = ("File", "Sheet", "Row", "Record", "SHA-256 of the file", "Counted", "Reason")
    return as_csv(
        head,
        (
            (
                r.ref.file,
                r.ref.sheet,
                r.ref.row,
                r.ref.key,
                r.sha256,
                r.counted,
                r.reason,
            )
            for r in rows
        ),
    )


def addresses_csv(scan: WorkbookScan) -> bytes:
    """Every sign of a scan with its address, never the content of a cell."""
    head = ("File", "Sheet", "Address", "Sign", "Cells", "Why it matters")
    return as_csv(
        head, ((scan.file, f.sheet, f.address, f.kind, f.count, f.text) for f in scan.findings)
    )
