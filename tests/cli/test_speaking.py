"""Lines go out, problems go to standard error one by one, and the status says so."""

import pytest
import typer

from readiness.cli.speaking import refuse, say, tell
from readiness.domain.errors import InputRefused, NotFound, Problem


def test_results_and_progress_go_apart(capsys: pytest.CaptureFixture[str]) -> None:
    say("a figure")
    say()
    tell("Reading")
    assert capsys.readouterr() == ("a figure\n\n", "Reading\n")


def test_each_problem_has_its_line_and_the_status_is_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    problems = [Problem("x.xlsx", "empty", "Log", 3), Problem("y.csv", "no heading")]
    for error, lines in (
        (InputRefused(problems), "x.xlsx:Log!3: empty\ny.csv: no heading\n"),
        (NotFound("There is no such folder."), "There is no such folder.\n"),
    ):
        with pytest.raises(typer.Exit) as ended:
            refuse(error)
        assert ended.value.exit_code == 1
        assert capsys.readouterr().err == lines
