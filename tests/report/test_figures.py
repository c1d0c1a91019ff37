"""The dot plot draws what it is given, and says its main finding in words."""

from fractions import Fraction
from typing import Any

from readiness.report.figures import Dots, cut, dot_plot, dots_in_words

ROWS = [
    Dots("Scheduling", Fraction(5, 2), Fraction(3, 2), Fraction(7, 4), Fraction(1), Fraction(3)),
    Dots("Identity", Fraction(3), Fraction(1), Fraction(2), Fraction(1), Fraction(3)),
    Dots("People", Fraction(2), None, Fraction(3, 2), None, None, "single source"),
    Dots("Digital", None, None, None),
]
NAMES = {1: "heroic", 2: "stabilised", 3: "defined", 4: "ready", 5: "at scale"}


def traces(name: str) -> list[Any]:
    return [t for t in dot_plot(ROWS, NAMES).data if t.name == name]


def test_every_known_level_has_its_mark() -> None:
    (final,) = traces("final level")
    assert list(final.x) == [1.75, 2.0, 1.5]
    assert list(final.y) == [0, 1, 2]
    (records,) = traces("records show")
    assert list(records.x) == [1.5, 1.0]


def test_marks_differ_by_shape_not_by_colour_alone() -> None:
    names = ("final level", "records show", "people say")
    assert len({traces(name)[0].marker.symbol for name in names}) == 3


def test_bounds_are_a_band_only_where_they_are_known() -> None:
    (band,) = traces("where it could lie")
    assert list(band.base) == [1.0, 1.0]
    assert list(band.x) == [2.0, 2.0]


def test_one_level_or_more_apart_is_drawn_thick() -> None:
    near, far = traces("distance")
    assert far.line.width > near.line.width
    assert [y for y in far.y if y is not None] == [0, 0, 1, 1]
    assert list(near.y) == []


def test_the_main_finding_is_a_sentence() -> None:
    text = dots_in_words(ROWS)
    assert text == (
        "Lowest final level: People at 1.50. Widest apart: Identity, people say 3.00, "
        "records show 1.00."
    )
    assert dots_in_words([ROWS[3]]) == "Nothing is known yet: no row has a level."


def test_labels_are_cut_at_a_word() -> None:
    assert cut("Short") == "Short"
    long = cut("QMS-1 Deviation detection, recording and classification")
    assert long == "QMS-1 Deviation detection, recording …"
    assert len(long) <= 40


def test_an_empty_chart_is_no_error() -> None:
    assert dot_plot([], NAMES).layout.height > 0


def test_text_of_the_chart_keeps_to_the_theme() -> None:
    layout = dot_plot(ROWS, NAMES).layout
    assert layout.font.family == "Source Sans"
    assert list(layout.xaxis.tickvals) == [1, 2, 3, 4, 5]
    assert layout.xaxis.ticktext[3] == "<b>4</b> ready"
    assert not layout.xaxis.zeroline
