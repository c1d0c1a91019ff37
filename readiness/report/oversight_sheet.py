"""The extra questions on QA oversight, their answers and what was shown."""

from readiness.domain.oversight import Overseen
from readiness.report.cells import Book, Page
from readiness.report.columns import OVERSIGHT as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import OVERSIGHT, Value
from readiness.report.listed_sheet import write_listed


def write_oversight(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError for a profile that is not asked."""
    found, rules = facts.result.operating_model.oversight, facts.questionnaire.oversight
    assert found is not None
    texts = {question.id: question.text for question in rules.questions}
    said = {one.id: one for one in facts.assessment.operating.oversight}
    names = {answer.id: answer.name for answer in rules.answers}
    rows: list[dict[str, Value]] = [
        {
            "name": one.name,
            "question": texts[one.id],
            "answer": names[one.answer] if one.answer else "not said",
            "note": said.get(one.id, Overseen(id=one.id)).note,
        }
        for one in found.questions
    ]
    marked = ("answer", names["missing"])
    return write_listed(book, OVERSIGHT, COLUMNS, rules.why, rows, marked, frozen=1)
