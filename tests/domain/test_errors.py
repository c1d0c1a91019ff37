"""Errors as a person reads them: file, place, message, cure (formats, Commands)."""

import pytest

from readiness.domain.errors import ContentRefused, InputRefused, Problem, ReadinessError


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("log.csv", "no date", row=12, column="Opened"), "log.csv:12:Opened: no date"),
        (Problem("log.xlsx", "no date", sheet="2026", row=12), "log.xlsx:2026!12: no date"),
        (Problem("log.xlsx", "it is empty", sheet="2026"), "log.xlsx:2026!: it is empty"),
        (Problem("log.csv", "it is empty."), "log.csv: it is empty"),
        (
            Problem("log.csv", "no date", expected="a day", advice="Write 2026-11-22."),
            "log.csv: no date. Expected: a day. Write 2026-11-22",
        ),
        (
            Problem("log.csv", "no date", found="text of 4 characters", code="date_unreadable"),
            "log.csv: no date: text of 4 characters",
        ),
        # What a setting holds may be a secret: only intake's own words are repeated.
        (Problem("environment", "no number", found="s3cret"), "environment: no number"),
    ],
)
def test_a_problem_on_one_line(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_a_refusal_lists_every_problem() -> None:
    problems = [Problem("a.csv", "one"), Problem("b.csv", "two")]
    refused = InputRefused(problems)
    assert refused.problems == tuple(problems)
    assert str(refused) == "a.csv: one\nb.csv: two"
    assert issubclass(ContentRefused, InputRefused)
    assert issubclass(InputRefused, ReadinessError)
