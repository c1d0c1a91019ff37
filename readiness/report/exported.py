"""The hidden sheet `_exported`: where a gap report comes from, and what stood in what people edit.

Each row is text and found by its first two cells; the last one seals them all. What comes back is
compared with it. Source: the workbook specification, *Round trip*.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from readiness.domain.assessment import Assessment
from readiness.report.assumptions import Input
from readiness.report.cells import Book, plain
from readiness.report.columns import ACTION_FIELDS, FINDING_FIELDS, GAP_FIELDS
from readiness.report.facts import Facts
from readiness.report.finding_ids import finding_ids
from readiness.report.gap_register import edited, followed
from readiness.report.layout import (
    ASSUMPTIONS,
    DRILLS,
    EXPORTED,
    FINDINGS,
    METRICS,
    REGISTER,
    ROADMAP,
    Value,
)
from readiness.report.places import BAND_ROW, HORIZON_ROW, WEIGHT_ROW, Places
from readiness.report.printing import protect
from readiness.report.roadmap_sheet import action_ids, planned
from readiness.report.sealing import flat, seal, workbook_id
from readiness.report.untouched import (
    Checks,
    read_checks,
    read_sheet_forms,
    sheet_forms,
    watched_rows,
)

FORMAT = "2"
FORMAT_KEY = "gap report format"
EDITED = (REGISTER, FINDINGS, ASSUMPTIONS, ROADMAP, METRICS, DRILLS)
"""The sheets that are looked at when a report comes back, each with a stamp in its third row."""
SHEET, GAP, FINDING, ACTION, ASSUMPTION = "sheet", "gap", "finding", "action", "assumption"
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
    """What a report says of itself.

    ``assessment``: the id under which it is kept; ``sheets``: those with a stamp; ``checks``: of
    the cells that are not read back, by table; ``forms``: of the formulas of other sheets, how
    often each stands.
    """

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
    actions: Mapping[str, Cells] = field(default_factory=dict)
    assumptions: tuple[Assumption, ...] = ()
    sheets: tuple[str, ...] = ()
    checks: Mapping[str, Checks] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


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


def action_cells(said: Assessment, id: str) -> dict[str, str]:
    """What stands in the open cells of an action."""
    held = planned(said, id)
    return {key: text for key in ACTION_FIELDS if (text := cell_text(held.get(key)))}


def stamp(report: str, sheet: str) -> str:
    """Stands on each sheet that is read: it is known by this under any name, and from elsewhere."""
    return f"Report {report} · {sheet}"


def write_exported(book: Book, facts: Facts, at: Places, inputs: Sequence[Input]) -> None:
    """Write the hidden sheet, and the stamps."""
    sheets = [sheet for sheet in EDITED if sheet in book.pages]
    rows = [
        *_stamps(facts),
        *((SHEET, sheet) for sheet in sheets),
        *_rows(facts),
        *_inputs(book, inputs),
        *watched_rows(book, at),
        *sheet_forms(book),
    ]
    report = workbook_id(*("\t".join(row) for row in rows))
    rows = [(FORMAT_KEY, FORMAT), ("report", report), *rows]
    rows.append(("seal", seal(rows)))
    page = book.pages[EXPORTED]
    for number, row in enumerate(rows, start=1):
        for column, words in enumerate(row, start=1):
            page.text((number, column), words, "plain")
    protect(page)
    for sheet in sheets:
        book.pages[sheet].text("A3", stamp(report, sheet), "small")


def _stamps(facts: Facts) -> list[tuple[str, ...]]:
    stamps = facts.result.questionnaire
    return [
        ("assessment", facts.kept_as or facts.assessment.id),
        ("title", flat(facts.assessment.title)),
        ("revision", facts.revision),
        ("questionnaire", stamps.id),
        ("questionnaire version", stamps.version),
        ("questionnaire sha256", stamps.sha256),
        ("inputs sha256", facts.result.inputs_sha256),
        ("view", facts.view),
    ]


def _rows(facts: Facts) -> Iterator[tuple[str, ...]]:
    for row in facts.rows:
        cells = gap_cells(facts, row.capability.id)
        yield GAP, row.capability.id, *(cells.get(key, "") for key in GAP_FIELDS)
    for id in finding_ids(facts.result.findings):
        cells = finding_cells(facts, id)
        yield FINDING, id, *(cells.get(key, "") for key in FINDING_FIELDS)
    for id in action_ids(facts):
        cells = action_cells(facts.assessment, id)
        yield ACTION, id, *(cells.get(key, "") for key in ACTION_FIELDS)


def _inputs(book: Book, inputs: Sequence[Input]) -> Iterator[tuple[str, ...]]:
    sheet = book.pages[ASSUMPTIONS].sheet
    for address, value in inputs:
        place = sheet[address]
        label = flat(str(sheet.cell(place.row, 1).value))
        key = KEYS.get(place.row, "")
        yield ASSUMPTION, key, label, str(place.column - 1), cell_text(value)


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
        actions={row[1]: _cells(row[2:], ACTION_FIELDS) for row in rows if row[0] == ACTION},
        assumptions=tuple(
            Assumption(row[1], row[2], int(row[3]), row[4] if len(row) > 4 else "")
            for row in rows
            if row[0] == ASSUMPTION
        ),
        sheets=tuple(row[1] for row in rows if row[0] == SHEET),
        checks=read_checks(rows),
        forms=read_sheet_forms(rows),
    )


def _cells(words: Sequence[str], keys: Sequence[str]) -> dict[str, str]:
    return {key: word for key, word in zip(keys, words, strict=False) if word}
