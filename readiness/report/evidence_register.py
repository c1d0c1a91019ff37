"""The evidence register: every row, document and sample behind a level, with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts, Row
from readiness.report.layout import (
    EVIDENCE,
    FIRST_ROW,
    REGISTER,
    headings,
    row_height,
    title,
)
from readiness.report.places import Places
from readiness.report.printing import line_below, print_page, protect

SHORT = 30
"""Up to here a text needs no second line."""
PROOF = ("document", "record")


@dataclass(frozen=True)
class Entry:
    """One piece of evidence. ``seen_by`` is a code and a function, never a person."""

    type: str
    capability: str
    metric: str = ""
    file: str = ""
    sheet: str = ""
    row: int | None = None
    dated: date | None = None
    basis: str = "record"
    seen_by: str = ""
    says: str = ""
    sha: str = ""


def evidence_entries(facts: Facts) -> tuple[Entry, ...]:
    """All evidence, by capability and then metric, so that each is one contiguous block.

    A metric stands under the first capability that it informs.
    """
    shas = {file.name: file.sha256[:12] for file in facts.result.files}
    measured = {m.metric: m for m in facts.result.measurements}
    found: list[Entry] = []
    for row in facts.rows:
        found += _answers(facts, row)
        for metric in facts.questionnaire.metrics_of[row.capability.id]:
            if metric.capabilities[0] == row.capability.id:
                found += _records(facts, metric, measured.get(metric.id), shas)
    return tuple(found)


def blocks(entries: Sequence[Entry], first: int = FIRST_ROW) -> dict[str, tuple[int, int]]:
    """First and last row of each capability's and each metric's evidence."""
    found: dict[str, tuple[int, int]] = {}
    for number, entry in enumerate(entries, start=first):
        for key in (entry.capability, entry.metric):
            if key:
                found[key] = (found.get(key, (number, number))[0], number)
    return found


def _answers(facts: Facts, row: Row) -> Iterator[Entry]:
    id = row.capability.id
    for response in facts.assessment.responses_of.get(id, ()):
        if response.basis in PROOF and isinstance(response.level, int):
            respondent = facts.assessment.respondent_by_id.get(response.respondent)
            yield Entry(
                type="answer",
                capability=id,
                file=response.proof,
                dated=response.dated,
                basis=response.basis,
                seen_by=facts.who(response.respondent, respondent.function if respondent else ""),
                says=f"level {response.level}" + (f": {response.note}" if response.note else ""),
            )
    consensus = facts.assessment.consensus_of.get(id)
    if consensus is not None and consensus.basis in PROOF and isinstance(consensus.level, int):
        yield Entry(
            type="consensus",
            capability=id,
            dated=consensus.on,
            basis=consensus.basis,
            seen_by="assessor",
            says=f"level {consensus.level}: {consensus.reason}",
        )


def _records(
    facts: Facts, metric: Metric, found: Measurement | None, shas: dict[str, str]
) -> Iterator[Entry]:
    home = metric.capabilities[0]
    typed = next((m for m in facts.assessment.measurements if m.metric == metric.id), None)
    if typed is not None:
        says = typed.source or "a tally without a source"
        yield Entry(type="tally", capability=home, metric=metric.id, says=says)
    for check in facts.assessment.detection:
        if check.metric == metric.id:
            yield Entry(
                type="sample",
                capability=home,
                metric=metric.id,
                dated=check.on,
                seen_by="assessor",
                says=(
                    f"{check.records_sampled} records read: {check.reported} events reported, "
                    f"{check.found_unreported} found unreported"
                ),
            )
    yield from _stated(facts, metric)
    for place in found.rows if found else ():
        yield Entry(
            type="log row",
            capability=home,
            metric=metric.id,
            file=place.file,
            sheet=place.sheet or "",
            row=place.row,
            says=place.key,
            sha=shas.get(place.file, ""),
        )


def _stated(facts: Facts, metric: Metric) -> Iterator[Entry]:
    """Who states that a log of the metric is complete, and for which days."""
    logs = {need.partition(".")[0] for need in metric.needs}
    for said in facts.assessment.complete_logs:
        if said.kind in logs:
            log = said.kind.replace("_", " ")
            yield Entry(
                type="statement",
                capability=metric.capabilities[0],
                metric=metric.id,
                dated=said.on,
                basis="",
                seen_by=said.by,
                says=f"the log of {log} is complete from {said.from_} to {said.to}",
            )


CODED = "Codes stand for persons and patients"
REDUCED = (
    "Codes stand for patients; persons are reduced to their role, as agreed with those who "
    "speak for them, so that what needs to tell persons apart was not measured"
)


def write_evidence(
    book: Book, at: Places, entries: Sequence[Entry], *, role_only: bool = False
) -> Page:
    """Write the sheet, one row an entry."""
    page = book.pages[EVIDENCE]
    grid = at.evidence
    title(
        page,
        "Evidence register",
        f"What was seen, by capability and metric. {REDUCED if role_only else CODED}; row "
        "numbers are those of the file whose SHA-256 begins as shown.",
    )
    headings(page, grid)
    _entries(page, at, entries)
    line_below(page, f"A{grid.start}:{grid.last_letter}{grid.end}", f'$A{grid.start}<>""')
    if not entries:
        page.text((grid.start, 1), "No document, record or log row was recorded.", "note")
    page.sheet.freeze_panes = f"B{grid.start}"
    page.sheet.auto_filter.ref = f"A{grid.head}:{grid.last_letter}{grid.end}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


def _entries(page: Page, at: Places, entries: Sequence[Entry]) -> None:
    grid = at.evidence
    styles = [column.style for column in grid.columns]
    home = grid.numbers["capability"]
    for number, entry in enumerate(entries, start=1):
        row = grid.start + number - 1
        values = (
            *(f"E{number:05d}", entry.type, entry.file, entry.sheet, entry.row, entry.dated),
            *(entry.basis, entry.capability, entry.metric, entry.seen_by, entry.says, entry.sha),
        )
        for column, (value, style) in enumerate(zip(values, styles, strict=True), start=1):
            if column == home:
                gap = at.register_row[entry.capability]
                page.link((row, column), entry.capability, REGISTER, f"A{gap}", style)
            elif value not in (None, ""):
                page.put((row, column), value, style)
        if max(len(entry.says), len(entry.file)) > SHORT:
            row_height(page, grid, row, {"says": entry.says, "file": entry.file})
