"""The hidden sheet `_exported`: where a gap report comes from, and what stood in what people edit.

Each row is text and found by its first two cells; the last one seals them all. What comes back is
compared with it. Source: the workbook specification, *Round trip*.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from readiness.report.assumptions import Input
from readiness.report.cells import Book, plain
from readiness.report.facts import Facts
from readiness.report.finding_ids import finding_ids
from readiness.report.gap_register import edited, followed
from readiness.report.layout import ASSUMPTIONS, EXPORTED, FINDINGS, REGISTER, Value
from readiness.report.places import BAND_ROW, HORIZON_ROW, WEIGHT_ROW
from readiness.report.printing import protect
from readiness.report.sealing import flat, seal, workbook_id

FORMAT = "1"
FORMAT_KEY = "gap report format"
GAP_FIELDS = (
    *("p_over", "r_over", "l_over", "target_over", "over_reason"),
    *("owner", "status", "due", "comment"),
)
FINDING_FIELDS = ("owner", "status", "comment")
EDITED = (REGISTER, FINDINGS, ASSUMPTIONS)
"""The sheets that are read when a report comes back, each with a stamp in its third row."""
GAP, FINDING, ASSUMPTION = "gap", "finding", "assumption"
STAMPED = {
    "report": "report",
    "assessment": "assessment",
    "title": "title",
    "revision": "revision",
    "questionnaire": "questionnaire",
    "questionnaire version": "version",
    "questionnaire sha256": "sha256",
    "inputs sha256": "inputs",
    "view": "view",
}
"""Key on the hidden sheet -> field of ``Exported``."""
KEYS = {
    **{WEIGHT_ROW + n: f"weight {rating}" for n, rating in enumerate("PRL")},
    **{BAND_ROW + n: f"band {band}" for n, band in enumerate(("act_now", "next", "plan"))},
    HORIZON_ROW + 1: "horizon",
}
"""The inputs of Assumptions that are settings of an assessment; the others are content."""

Cells = Mapping[str, str]
"""The text of each editable cell of a row, by the column's key; empty ones are left out."""


@dataclass(frozen=True)
class Assumption:
    """An input: ``key`` of a setting or '' for content, ``offset`` in columns from its label."""

    key: str
    label: str
    offset: int
    value: str


@dataclass(frozen=True)
class Exported:
    """What a report says of itself. ``assessment``: the id under which it is kept."""

    report: str
    assessment: str
    title: str
    revision: str
    questionnaire: str
    version: str
    sha256: str
    inputs: str
    view: str
    gaps: Mapping[str, Cells] = field(default_factory=dict)
    findings: Mapping[str, Cells] = field(default_factory=dict)
    assumptions: tuple[Assumption, ...] = ()


def cell_text(value: Value) -> str:
    """A value as its text: dates by year, month and day, numbers as a program reads them."""
    if isinstance(value, date):
        return value.isoformat()
    return flat(str(plain(value)))


def gap_cells(facts: Facts, capability: str) -> dict[str, str]:
    """What stands in the open cells of a gap."""
    held = edited(facts.assessment, capability)
    return {key: text for key in GAP_FIELDS if (text := cell_text(held.get(key)))}


def finding_cells(facts: Facts, id: str) -> dict[str, str]:
    """What stands in the open cells of a finding."""
    held = followed(facts.assessment, id)
    return {key: text for key in FINDING_FIELDS if (text := cell_text(held.get(key)))}


def stamp(report: str, sheet: str) -> str:
    """Stands on each sheet that is read: it is known by this under any name, and from elsewhere."""
    return f"Report {report} · {sheet}"


def write_exported(book: Book, facts: Facts, inputs: Sequence[Input]) -> None:
    """Write the hidden sheet, and the stamps."""
    rows = _rows(book, facts, inputs)
    report = workbook_id(*("\t".join(row) for row in rows))
    rows = [(FORMAT_KEY, FORMAT), ("report", report), *rows]
    rows.append(("seal", seal(rows)))
    page = book.pages[EXPORTED]
    for number, row in enumerate(rows, start=1):
        for column, words in enumerate(row, start=1):
            page.text((number, column), words, "plain")
    protect(page)
    for sheet in EDITED:
        book.pages[sheet].text("A3", stamp(report, sheet), "small")


def _rows(book: Book, facts: Facts, inputs: Sequence[Input]) -> list[tuple[str, ...]]:
    stamps = facts.result.questionnaire
    rows: list[tuple[str, ...]] = [
        ("assessment", facts.kept_as or facts.assessment.id),
        ("title", flat(facts.assessment.title)),
        ("revision", facts.revision),
        ("questionnaire", stamps.id),
        ("questionnaire version", stamps.version),
        ("questionnaire sha256", stamps.sha256),
        ("inputs sha256", facts.result.inputs_sha256),
        ("view", facts.view),
    ]
    for row in facts.rows:
        cells = gap_cells(facts, row.capability.id)
        rows.append((GAP, row.capability.id, *(cells.get(key, "") for key in GAP_FIELDS)))
    for id in finding_ids(facts.result.findings):
        cells = finding_cells(facts, id)
        rows.append((FINDING, id, *(cells.get(key, "") for key in FINDING_FIELDS)))
    sheet = book.pages[ASSUMPTIONS].sheet
    for address, value in inputs:
        place = sheet[address]
        label = flat(str(sheet.cell(place.row, 1).value))
        key = KEYS.get(place.row, "")
        rows.append((ASSUMPTION, key, label, str(place.column - 1), cell_text(value)))
    return rows


def read_exported(rows: Sequence[Sequence[str]]) -> Exported:
    """The sheet read back, once its seal was found whole. Raises ValueError, IndexError."""
    pairs = {row[0]: row[1] if len(row) > 1 else "" for row in rows}
    return Exported(
        **{
            name: pairs[key] if key != "revision" else pairs.get(key, "")
            for key, name in STAMPED.items()
        },
        gaps={row[1]: _cells(row[2:], GAP_FIELDS) for row in rows if row[0] == GAP},
        findings={row[1]: _cells(row[2:], FINDING_FIELDS) for row in rows if row[0] == FINDING},
        assumptions=tuple(
            Assumption(row[1], row[2], int(row[3]), row[4] if len(row) > 4 else "")
            for row in rows
            if row[0] == ASSUMPTION
        ),
    )


def _cells(words: Sequence[str], keys: Sequence[str]) -> dict[str, str]:
    return {key: word for key, word in zip(keys, words, strict=False) if word}
