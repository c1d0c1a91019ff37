"""Two assessments in lines: what moved, and each capability that differs with both sides."""

from readiness.workspace.comparing_summary import comparison_lines
from readiness.workspace.two_rounds import two_rounds
from tests.made import questionnaire, said
from tests.rounds import one


def test_both_sides_of_a_capability_are_told_with_the_cause() -> None:
    found = two_rounds(one(said("OPM-1", 1)), one(said("OPM-1", 2)))
    told = comparison_lines(found, questionnaire())
    at = next(n for n, line in enumerate(told) if line.startswith("  OPM-1 "))
    assert told[at].endswith("(answers)")
    assert told[at + 1].startswith("    level 1: Answers 1 (statement); records none; rule: ")
    assert told[at + 2].startswith("    level 2: Answers 2 (statement); records none; rule: ")
    assert told[at - 1] == "Capabilities that differ: 1"
    assert any("▲ better: Capability OPM-1: 1 → 2." in line for line in told)


def test_equal_ones_differ_in_nothing() -> None:
    same = one(said("OPM-1", 1))
    assert comparison_lines(two_rounds(same, same), questionnaire())[-1] == (
        "Capabilities that differ: 0"
    )
