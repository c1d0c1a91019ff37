"""A portfolio in words."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from readiness.domain.outline import Due, DueKind
from readiness.domain.portfolio import OverdueItem, RoundPoint
from readiness.report.portfolio_words import (
    about,
    gaps_in_words,
    headline,
    heat_in_words,
    moved,
    rounds_in_words,
)
from readiness.workspace.portfolio import common_gaps, portfolio
from tests.domain.test_outline import made
from tests.made import questionnaire
from tests.workspace.desk import session
from tests.workspace.test_portfolio import home, lacks, line


def test_the_headline_counts_levels_and_those_without_one() -> None:
    desk = session()
    empty = portfolio(desk, home(desk))
    lines = (line("a"), line("b", level=1), line("c"), line("d", provisional=True))
    assert headline(replace(empty, lines=lines)) == (
        "Four sites and products: 1 at level 1, 2 at level 2, 1 with too little known for a level."
    )
    assert headline(replace(empty, lines=lines[:1])) == "One site or product: 1 at level 2."


def test_alt_texts_say_the_finding() -> None:
    content = questionnaire()
    lines = [line("a", dimensions={"OPM": Fraction(2)}), line("b", dimensions={"CTL": Fraction(1)})]
    name = next(d.name for d in content.dimensions if d.id == "CTL")
    assert heat_in_words(lines, content) == f"The lowest score is 1.00: Title b, {name}."
    assert "Nothing is known" in heat_in_words([line("a")], content)
    gaps = common_gaps([lacks("a", plan={"OPM-1": 1}), line("b")], content)
    assert gaps_in_words(gaps, 2).endswith("is a gap in 1 of 2.")
    assert gaps_in_words((), 2) == "No assessment has a known gap."


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [("2", "9/4", "▲ 0.25"), ("2", "5/3", "▼ 0.33"), ("2", "2", "= 0.00"), (None, "2", "—")],
)
def test_a_move_is_said_with_its_sign(before: str | None, now: str, said: str) -> None:
    points = [RoundPoint("r", "", made().as_of, 2, None if index is None else Fraction(index))
              for index in (before, now)]  # fmt: skip
    one = replace(line("a"), rounds=tuple(points))
    assert moved(one) == said


def test_rounds_in_words_counts_each_way() -> None:
    def step(to: int) -> tuple[RoundPoint, ...]:
        ends = (Fraction(2), Fraction(to))
        return tuple(RoundPoint("r", "", made().as_of, 2, index) for index in ends)

    lines = [replace(line(f"{n}"), rounds=step(n)) for n in (1, 2, 3, 4)]
    said = rounds_in_words([*lines, line("first")])
    assert said == "Since the round before: 2 rose, 1 fell, 1 stood still."


@pytest.mark.parametrize(
    ("kind", "of", "said"),
    [
        ("gap", "CTL-1", "Gap: CTL-1 "),
        ("finding", "D1", "Finding: D1 "),
        ("drill action", "", "Action after a drill"),
        ("request", "gone", "Evidence asked for"),
    ],
)
def test_what_is_overdue_is_named_without_a_typed_word(kind: DueKind, of: str, said: str) -> None:
    due = Due(kind=kind, item="secret words", about=of, who="", due=date(2026, 11, 1))
    text = about(OverdueItem("a", "Title", due, 3), questionnaire())
    assert text.startswith(said)
    assert "secret" not in text
