"""Data before AI: uses and their data sets, and the join-rate test log by log."""

from collections.abc import Iterator
from fractions import Fraction

from readiness.domain.data_readiness import DataReadinessRules
from readiness.domain.evidence import JoinTest
from readiness.domain.operating_result import DataResult
from readiness.operating_model.data_findings import lacking, why
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.join_words import places
from readiness.report.layout import DATA, Value
from readiness.report.list_columns import DATA as COLUMNS
from readiness.report.listed_sheet import write_listed

READY, NOT_READY = "ready", "not ready"


def write_data(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where there is nothing to write."""
    found, rules = facts.result.operating_model.data_readiness, facts.questionnaire.data_readiness
    assert found is not None
    rows = [*_uses(rules, found), *_sets(rules, found), *_joins(rules, found.joins)]
    return write_listed(book, DATA, COLUMNS, rules.basis, rows, ("state", NOT_READY))


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
