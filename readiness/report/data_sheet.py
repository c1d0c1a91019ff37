"""Data before AI: uses and their data sets, and the join-rate test log by log."""

from collections.abc import Iterator
from fractions import Fraction

from readiness.domain.data_readiness import DataReadinessRules
from readiness.domain.evidence import JoinTest
from readiness.domain.operating_result import DataResult
from readiness.operating_model.data_findings import lacking, why
from readiness.report.cells import Book, Page
from readiness.report.columns import DATA as COLUMNS
from readiness.report.facts import Facts
from readiness.report.join_words import places
from readiness.report.layout import DATA, Grid, Value, headings, put_row, row_height, title
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT

READY, NOT_READY = "ready", "not ready"


def write_data(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where there is nothing to write."""
    page, found = book.pages[DATA], facts.result.operating_model.data_readiness
    assert found is not None
    rules = facts.questionnaire.data_readiness
    rows = [*_uses(rules, found), *_sets(rules, found), *(_joins(rules, found.joins))]
    grid = Grid(DATA, COLUMNS, len(rows))
    title(page, "Data before AI", rules.basis)
    headings(page, grid)
    for row, values in enumerate(rows, start=grid.start):
        put_row(page, grid, row, values)
        words = {key: values.get(key) for key in ("name", "missing", "rows")}
        row_height(page, grid, row, words)
    first = f"{grid.letter('state')}{grid.start}"
    colour_when(page, grid.cells("state"), f'{first}="{NOT_READY}"', ALERT)
    page.sheet.freeze_panes = f"C{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


def _uses(rules: DataReadinessRules, found: DataResult) -> Iterator[dict[str, Value]]:
    for use in found.uses:
        yield {
            "what": "Use of AI",
            "name": use.name,
            "state": READY if use.is_ready else NOT_READY,
            "counted": len(use.consumes) - len(use.blocking),
            "of": len(use.consumes),
            "missing": why(rules, use, found.sets),
        }


def _sets(rules: DataReadinessRules, found: DataResult) -> Iterator[dict[str, Value]]:
    for one in found.sets:
        missing = lacking(rules, one)
        yield {
            "what": "Data set",
            "name": one.name,
            "state": NOT_READY if missing else READY,
            "counted": one.complete,
            "of": one.checked,
            "share": one.share,
            "needed": one.needed,
            "missing": missing,
        }


def _joins(rules: DataReadinessRules, joins: JoinTest | None) -> Iterator[dict[str, Value]]:
    if joins is None:
        return
    yield {
        "what": "Join-rate test",
        "name": "All logs, by one key",
        "counted": joins.linked,
        "of": joins.of,
        "share": joins.share,
        "needed": rules.join.needed,
        "missing": joins.reason,
    }
    for log in joins.logs:
        is_counted = log.is_tested and joins.batches
        yield {
            "what": "Join-rate test",
            "name": log.name,
            "counted": log.found if log.is_tested else None,
            "of": joins.batches if log.is_tested else None,
            "share": Fraction(log.found, joins.batches) if is_counted else None,
            "missing": log.reason,
            "rows": places((*log.missing, *log.strays), most=40),
        }
