"""Dimensions, and what each level asks."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.facts import Facts
from readiness.report.layout import SUMMARY
from readiness.report.printing import MET, NOT_MET

FIRST_DIMENSION = 18


def test_dimension_scores(shown: Workbook, facts: Facts) -> None:
    scores = {d.id: d for d in facts.result.dimensions}
    for row, dimension in enumerate(facts.questionnaire.dimensions, start=FIRST_DIMENSION):
        cells = shown[SUMMARY][row]
        assert cells[1].value == dimension.name
        found = scores[dimension.id]
        assert found.score is not None
        assert cells[5].value == float(found.score)
        assert cells[8].value == f"{found.known} of {found.applicable}"


def test_every_step_with_its_state(shown: Workbook, facts: Facts) -> None:
    first = FIRST_DIMENSION + len(facts.questionnaire.dimensions) + 3
    for row, step in enumerate(facts.result.steps, start=first):
        cells = shown[SUMMARY][row]
        assert cells[1].value == step.level
        assert cells[14].value == (MET if step.met else NOT_MET)


def test_what_the_next_level_needs_is_said(shown: Workbook, facts: Facts) -> None:
    words = {str(c.value) for row in shown[SUMMARY].iter_rows() for c in row if c.value}
    step = next(s for s in facts.result.steps if s.level == facts.result.level + 1)
    for condition in step.conditions:
        assert f"{condition.needed[0].upper()}{condition.needed[1:]}" in words
    assert all(len(w) < 100 for w in words if w.startswith("now "))
