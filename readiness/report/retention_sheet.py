"""The retention matrix: who holds what should never be outsourced."""

from collections.abc import Iterator

from readiness.domain.operating_result import RetentionResult
from readiness.domain.retention import Retained
from readiness.report.cells import Book, Page
from readiness.report.columns import RETENTION as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import RETENTION, Value
from readiness.report.listed_sheet import write_listed

SAYS = "What should never be outsourced, and who holds it."


def write_retention(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where nothing was said."""
    found = facts.result.operating_model.retention
    assert found is not None
    names: dict[str, str] = {
        holder.id: holder.name for holder in facts.questionnaire.retention.holders
    }
    rows, marked = _rows(facts, found, names), ("held", names["vendor_only"])
    return write_listed(book, RETENTION, COLUMNS, SAYS, rows, marked, frozen=1)


def _rows(
    facts: Facts, found: RetentionResult, names: dict[str, str]
) -> Iterator[dict[str, Value]]:
    said = {row.id: row for row in facts.assessment.operating.retention}
    for one in found.rows:
        typed = said.get(one.id, Retained(id=one.id))
        yield {
            "name": one.name,
            "held": names[one.held] if one.held else "not said",
            "clause": typed.clause,
            "proof": one.last_proof,
            "alone": typed.alone,
        }
