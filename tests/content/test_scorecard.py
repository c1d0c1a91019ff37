"""The scorecard's own checks: what it names exists, its bands run down to 0."""

from tests.content.broken import Edit

FILE = "cdmo.yaml"


def test_what_is_named_must_exist(one: Edit) -> None:
    problem = one(FILE, "capability: MAT-5", "capability: MAT-55")
    assert problem.message == "there is no capability 'MAT-55'"
    assert problem.advice == "Did you mean 'MAT-5'?"


def test_red_flags_lower_by_questions_that_there_are(one: Edit) -> None:
    assert "'CD-77'" in one(FILE, "among: [CD-1,", "among: [CD-77,").message


def test_a_check_asks_about_a_question(one: Edit) -> None:
    problem = one(
        FILE, "check: few_months\n    question: CD-3", "check: few_months\n    question: X"
    )
    assert problem.message == "there is no question 'X'"


def test_ids_stand_once(one: Edit) -> None:
    assert one(FILE, "- id: CD-20", "- id: CD-19").message == "CD-19 stands twice"


def test_bands_run_down_to_nought(one: Edit) -> None:
    assert "do not run down to 0" in one(FILE, "{at_least: 0,", "{at_least: 10,").message


def test_a_heading_belongs_to_a_column(one: Edit) -> None:
    assert "'offred'" in one(FILE, "  offered: [", "  offred: [").message


def test_limits_and_fillings_belong_to_the_check(one: Edit) -> None:
    problem = one(FILE, "limits: {months: 12}", "limits: {weeks: 12}")
    assert "limits of few_months are months" in problem.message


def test_a_filling_that_no_check_knows(one: Edit) -> None:
    problem = one(FILE, "holds {months} of", "holds {weeks} of")
    assert "nothing can be filled in for weeks" in problem.message
