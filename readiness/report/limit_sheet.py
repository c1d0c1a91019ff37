"""Scaling limits: where each dimension breaks, the lowest first, against the demand."""

from collections.abc import Iterator
from fractions import Fraction

from readiness.domain.operating_result import CapacityResult
from readiness.domain.scaling_limits import ScalingLimit
from readiness.report.capacity_words import in_words
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import LIMITS, Value
from readiness.report.list_columns import LIMITS as COLUMNS
from readiness.report.listed_sheet import write_listed

BELOW, ENOUGH = "below the demand", "enough"


def write_limits(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where no limit was said."""
    found = facts.result.operating_model.capacity
    assert found is not None
    words = facts.questionnaire.words(facts.assessment.profile.modality)
    says = in_words(found, words["batches"])
    return write_listed(book, LIMITS, COLUMNS, says, _rows(facts, found), ("state", BELOW))


def _rows(facts: Facts, found: CapacityResult) -> Iterator[dict[str, Value]]:
    typed = {one.id: one for one in facts.assessment.operating.limits}
    names = {basis.id: basis.name for basis in facts.questionnaire.scaling_limits.bases}
    states = {True: ENOUGH, False: BELOW, None: ""}
    for one in found.limits:
        said = typed.get(one.id, ScalingLimit(id=one.id))
        is_held = found.demand and one.volume is not None
        yield {
            "name": one.name,
            "volume": one.volume,
            "demand": found.demand,
            "share": Fraction(one.volume or 0, found.demand or 1) if is_held else None,
            "state": states[one.is_enough] if one.volume is not None else "not said",
            "breaks": said.breaks,
            "basis": names[one.basis] if one.basis else "",
            "source": said.source,
            "owner": said.owner,
        }
