"""The visibility stopwatch: a line for each code and field of every test, and what it showed."""

from collections.abc import Iterator, Sequence

from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRules, StopwatchRun
from readiness.domain.stopwatch_result import RunResult
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import STOPWATCH, Value
from readiness.report.listed_sheet import write_listed
from readiness.report.operating_columns import STOPWATCH as COLUMNS

ANSWERS = {"right": "right", "wrong": "wrong", None: "not known"}


def write_stopwatch(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError without a test that has ended."""
    found = facts.result.operating_model.stopwatch
    assert found is not None
    rules, said = facts.questionnaire.stopwatch, facts.assessment.operating
    runs = {run.id: run for run in said.stopwatch}
    rows = (
        row
        for test in found.tests
        for row in _rows(rules, test, runs[test.id], said.stopwatch_answers)
    )
    marked = (("answer", ANSWERS[answer]) for answer in ("wrong", None))
    return write_listed(book, STOPWATCH, COLUMNS, rules.basis, rows, *marked)


def _rows(
    rules: StopwatchRules,
    test: RunResult,
    run: StopwatchRun,
    answers: Sequence[StopwatchAnswer],
) -> Iterator[dict[str, Value]]:
    told = {(a.n, a.field): a for a in answers if a.run == run.id}
    for n, code in enumerate(run.codes, start=1):
        for field in rules.fields:
            answer = told.get((n, field.id))
            yield {
                "held": test.held_on,
                "test": test.id,
                "code": code,
                "field": field.name,
                "answer": ANSWERS[answer.answer if answer else None],
                "minute": answer.second / 60 if answer else None,
            }
    yield {
        "held": test.held_on,
        "test": test.id,
        "code": "All",
        "answer": f"{test.right} of {test.of}",
        "minute": test.seconds / 60,
        "level": test.counted,
        "says": f"{test.workings}. {_counts(test)} Drawn from {run.drawn_from} codes, "
        f"seed {run.seed}.",
    }


def _counts(test: RunResult) -> str:
    return "Counts as a record." if test.is_latest else "Another test counts."
