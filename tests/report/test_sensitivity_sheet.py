"""What moves against the cut points as set, in words and on its sheet."""

from dataclasses import replace
from fractions import Fraction

from readiness.domain.sensitivity import Outcome, Sensitivity
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.sensitivity_sheet import changes, in_a_line

BASE = Outcome(
    factor=Fraction(1), level=2, verdict="stabilised", index=Fraction(2), first=tuple("ABCDE")
)


def other(factor: Fraction = Fraction(6, 5), **changed: object) -> Outcome:
    """The base with something moved."""
    return BASE.model_copy(update={"factor": factor, **changed})


def test_what_changes_is_said_level_first() -> None:
    assert changes(BASE, other()) == "level and first five stay"
    assert changes(BASE, other(first=tuple("BACDE"))) == "the same first five in another order"
    assert changes(BASE, other(level=3, first=tuple("ABCDX"))) == (
        "level 3 instead of 2; of the first five: X in, E out"
    )
    assert changes(BASE, other(first=tuple("ABCD"))) == "of the first five: E out"
    assert changes(BASE, other(verdict="not enough known")) == "verdict not enough known"


def test_the_line_tells_both_ways_of_all_cut_points() -> None:
    lower, higher = other(Fraction(4, 5), level=1), other()
    found = Sensitivity(base=BASE, moved=(lower, higher, other(stream="heroics", level=5)))
    assert in_a_line(found) == (
        "With all cut points 20 % lower: level 1 instead of 2; 20 % higher: level and first five "
        "stay."
    )


def test_the_sheet_holds_a_row_for_each_or_says_that_there_is_none(facts: Facts) -> None:
    assert build(facts).pages["Sensitivity"].sheet["A5"].value == "Not computed for this file."
    moved = (other(Fraction(4, 5), stream="heroics", level=1),)
    sheet = build(replace(facts, sensitivity=Sensitivity(base=BASE, moved=moved))).pages[
        "Sensitivity"
    ]
    rows = [[c.value for c in row] for row in sheet.sheet.iter_rows(min_row=5, max_row=6)]
    assert rows[0][:5] == ["All cut points", "as set", 2, "stabilised", 2]
    assert rows[1][1:3] == ["-20%", 1]
    assert rows[1][10] == "Level 1 instead of 2"
