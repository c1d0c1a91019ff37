"""The intersection matrix: where flows meet, the weakest pair first."""

from readiness.domain.intersections import Crossing
from readiness.domain.operating_result import CrossingResult
from readiness.report.cells import Book, Page
from readiness.report.columns import INTERSECTIONS as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import INTERSECTIONS, Value
from readiness.report.listed_sheet import write_listed

NOBODY, NONE = "nobody", "none"


def write_intersections(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where nothing was said."""
    found, rules = facts.result.operating_model.intersections, facts.questionnaire.intersections
    assert found is not None
    said = {one.id: one for one in facts.assessment.operating.intersections}
    signals = {signal.id: signal.name for signal in rules.signals}
    rows: list[dict[str, Value]] = [
        {
            "rank": one.rank,
            "name": one.name,
            "weakness": one.weakness,
            "known": signals[one.known] if one.known else "not said",
            **_answers(one, said.get(one.id)),
        }
        for one in found.pairs
    ]
    says = f"Where flows meet, the weakest first. {rules.basis}"
    marked = (("decides", NOBODY), ("fallback", NONE))
    return write_listed(book, INTERSECTIONS, COLUMNS, says, rows, *marked)


def _answers(found: CrossingResult, typed: Crossing | None) -> dict[str, str | int]:
    """What was typed; empty while not said."""
    if typed is None or found.known is None:
        return {"decides": "", "fallback": "", "slack": ""}
    return {
        "decides": typed.decides if found.is_decided else NOBODY,
        "fallback": typed.fallback if found.has_fallback else NONE,
        "slack": "not known" if found.slack_days is None else found.slack_days,
    }
