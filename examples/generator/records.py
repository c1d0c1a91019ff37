"""Batch register, revision list, record errors, review rounds and temporary instructions."""

import csv
import io
import random
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from examples.generator.book import Styles, Workbook, table, workbook
from examples.generator.revision_story import REVISIONS, TITLES, Revision
from examples.generator.story import BATCHES, QA_HEAD, QA_SPECIALIST, Batch, stream

GERMAN_DATE = "%d.%m.%Y"
RETURNS = {
    "P011": 3, "P012": 3, "P013": 4, "P014": 2, "P015": 3, "P016": 2, "P017": 1, "P018": 3,
    "P019": 1, "P020": 2, "P021": 1, "P022": 2,
}  # fmt: skip
"""How often QA sent each executed record back."""
ERRORS = {
    "P011": 15, "P012": 17, "P013": 19, "P014": 13, "P015": 20, "P016": 17, "P017": 14,
    "P018": 21, "P019": 13, "P020": 17, "P021": 11, "P022": 13,
}  # fmt: skip
"""How many errors review found in each executed record."""
ERROR_KINDS = (
    ("fehlender Eintrag", 8), ("verspäteter Eintrag", 5), ("überschrieben", 2),
    ("unleserlich", 1), ("falscher Eintrag", 3), ("Änderung ohne Begründung", 2),
)  # fmt: skip
TEMPORARY = (
    ("2025-10-02", "P011", "Addendum"), ("2025-10-24", "P012", "Planned deviation"),
    ("2025-10-27", "P012", "Memo to record"), ("2025-11-20", "P013", "Addendum"),
    ("2026-01-14", "P014", "Planned deviation"), ("2026-02-10", "P015", "Addendum"),
    ("2026-02-16", "P015", "Memo to record"), ("2026-02-19", "P015", "Planned deviation"),
    ("2026-03-10", "P016", "Addendum"), ("2026-03-17", "P016", "Memo to record"),
    ("2026-04-09", "P017", "Planned deviation"), ("2026-05-05", "P018", "Addendum"),
    ("2026-05-11", "P018", "Memo to record"), ("2026-05-13", "P018", "Planned deviation"),
    ("2026-06-10", "P019", "Addendum"), ("2026-07-15", "P020", "Planned deviation"),
    ("2026-07-20", "P020", "Memo to record"), ("2026-08-18", "P021", "Addendum"),
    ("2026-09-29", "P022", "Addendum"), ("2026-10-06", "P022", "Memo to record"),
    ("2026-11-12", "P023", "Planned deviation"),
)  # fmt: skip


def batch_register() -> bytes:
    """The register of batches, one row a start."""
    head = (
        "Lot", "Product", "Site", "Process Start", "Process End", "Outcome", "Disposition Date",
        "Last Process Step", "Record Review Complete", "Last QC Result", "MBR Version",
        "Pages Executed", "Suite",
    )  # fmt: skip

    def row(batch: Batch) -> tuple[str | int | date | None, ...]:
        return (
            batch.lot, "NG-001", "Northgate 1", batch.started, batch.finished, batch.outcome,
            batch.disposed_on, batch.finished, batch.reviewed_on, batch.result_on,
            f"v{batch.mbr_version}", batch.pages, batch.suite,
        )  # fmt: skip

    def draw(book: Workbook, styles: Styles) -> None:
        sheet = book.add_worksheet("Register")
        sheet.write_string("A1", "Northgate Therapeutics (invented): batch register", styles.title)
        table(sheet, styles, 3, head, [row(batch) for batch in BATCHES])

    return workbook(draw, datetime(2026, 11, 20, 16, 40), "Batch register")


def revision_list() -> bytes:
    """The list of document control, as an older system writes it: semicolons, Windows-1252."""
    head = (
        "Document Number", "Title", "Rev.", "Effective Date", "Reason for Change",
        "Planned (Y/N)", "Change Number", "Chg. Approved", "Product", "Status",
    )  # fmt: skip
    last = {revision.document: revision.version for revision in REVISIONS}

    def row(number: int, revision: Revision) -> tuple[str, ...]:
        approved = ""
        if revision.approved_before is not None:
            day = revision.effective - timedelta(days=revision.approved_before)
            approved = day.strftime(GERMAN_DATE)
        current = last[revision.document] == revision.version
        return (
            revision.document, TITLES[revision.document], f"v{revision.version}",
            revision.effective.strftime(GERMAN_DATE), revision.reason,
            "Y" if revision.planned else "N", f"CC-{number + 61:03d}", approved, "NG-001",
            "Effective" if current else "Superseded",
        )  # fmt: skip

    rows = [row(number, revision) for number, revision in enumerate(REVISIONS)]
    return _csv(head, rows, ";", "cp1252")


def record_errors() -> bytes:
    """The reviewers' tally, kept with German headings."""
    rng = stream("record errors")
    head = ("Charge", "Seite", "Fehlerart", "Entdeckt durch", "Datum")
    reviewed = [batch for batch in BATCHES if batch.lot in ERRORS]
    rows = [row for batch in reviewed for row in _errors_of(rng, batch, ERRORS[batch.lot])]
    return _csv(head, rows, ";", "utf-8-sig")


def _errors_of(rng: random.Random, batch: Batch, count: int) -> list[tuple[str, ...]]:
    names = [name for name, weight in ERROR_KINDS for _ in range(weight)]
    rounds = _round_ends(batch)
    rows: list[tuple[str, ...]] = []
    for page in sorted(rng.randrange(1, (batch.pages or 1) + 1) for _ in range(count)):
        by = rng.choice(("QS-Prüfung", "QS-Prüfung", "QS-Prüfung", "Schichtleitung"))
        found = rng.choice(rounds[:2]).strftime(GERMAN_DATE)
        rows.append((batch.lot, str(page), rng.choice(names), by, found))
    return rows


def review_rounds() -> bytes:
    """One row a round in which QA reviewed an executed record."""
    head = ("Lot Number", "Round", "Reviewer", "Returned On", "Round Completed")

    def rows() -> Iterable[tuple[str | int | date | None, ...]]:
        for position, batch in enumerate(batch for batch in BATCHES if batch.reviewed_on):
            ends = _round_ends(batch)
            reviewer = (QA_SPECIALIST, QA_HEAD)[position % 2]
            for number, end in enumerate(ends, start=1):
                returned = end if number < len(ends) else None
                yield batch.lot, number, reviewer, returned, end

    def draw(book: Workbook, styles: Styles) -> None:
        table(book.add_worksheet("Rounds"), styles, 1, head, rows())

    return workbook(draw, datetime(2026, 11, 12, 9, 5), "Record review rounds")


def _round_ends(batch: Batch) -> list[date]:
    """The last day of each round, evenly spread between the last step and the end of the review."""
    assert batch.review is not None
    rounds = RETURNS[batch.lot] + 1
    days = [round(batch.review * number / rounds) for number in range(1, rounds + 1)]
    return [batch.last_step + timedelta(days=day) for day in days]


def temporary_instructions() -> bytes:
    """Addenda, memos and planned deviations."""
    head = ("TI No.", "Type", "Approval Date", "Batch")
    rows = [
        (f"TI-{number:03d}", kind, approved, lot)
        for number, (approved, lot, kind) in enumerate(TEMPORARY, start=31)
    ]
    return _csv(head, rows, ",", "utf-8")


def _csv(
    head: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str, encoding: str
) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode(encoding)
