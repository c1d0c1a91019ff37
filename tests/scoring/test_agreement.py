"""Krippendorff's alpha against its published example, and what is said where there is none."""

from fractions import Fraction
from itertools import permutations

import pytest

from readiness.scoring.agreement import agreement, ordinal_alpha
from tests.made import questionnaire

# Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability. University of Pennsylvania,
# Annenberg School for Communication, Departmental Papers (ASC) 43. Section D: four observers,
# twelve units, missing data. For ordinal data the paper prints alpha = 0.815.
MISSING = 0
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, MISSING, MISSING, MISSING),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, MISSING, 3),
    (MISSING, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, MISSING),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, MISSING),
)
UNITS = [[value for value in unit if value != MISSING] for unit in zip(*OBSERVERS, strict=True)]


def test_the_published_example() -> None:
    """The twelfth unit has one value and pairs with nothing; the other eleven hold 40 values.

    How often: 1 nine times, 2 thirteen, 3 ten, 4 five, 5 three. Coincidences off the diagonal, each
    unit weighing 1/(m - 1): 1-2 4/3, 1-3 1/3, 1-4 1/3, 2-3 4/3, 2-4 1/3, 3-4 1/3, with 5 none.
    Squared ordinal distances, the counts between two values less half of both ends: 1-2
    (22 - 11)^2 = 121; 1-3 (32 - 9.5)^2 = 506.25; 1-4 (37 - 7)^2 = 900; 1-5 (40 - 6)^2 = 1156;
    2-3 (23 - 11.5)^2 = 132.25; 2-4 (28 - 9)^2 = 361; 2-5 (31 - 8)^2 = 529;
    3-4 (15 - 7.5)^2 = 56.25; 3-5 (18 - 6.5)^2 = 132.25; 4-5 (8 - 4)^2 = 16.
    Observed: 4/3*121 + 1/3*506.25 + 1/3*900 + 4/3*132.25 + 1/3*361 + 1/3*56.25 = 945.5.
    Expected: 117*121 + 90*506.25 + 45*900 + 27*1156 + 130*132.25 + 65*361 + 39*529 + 50*56.25
    + 30*132.25 + 15*16 = 199740.
    alpha = 1 - 39 * 945.5 / 199740 = 1 - 36874.5 / 199740 = 0.8154.
    """
    alpha = ordinal_alpha(UNITS)
    assert alpha == 1 - 39 * Fraction(1891, 2) / 199740
    assert f"{float(alpha):.3f}" == "0.815"
    assert f"{float(alpha):.4f}" == "0.8154"


# Hayes, A. F. and Krippendorff, K. (2007). Answering the Call for a Standard Reliability Measure
# for Coding Data. Communication Methods and Measures 1(1), 77-89. Table 1: the tone of 40 newspaper
# articles, judged 0 to 3 by up to five observers. For ordinal data the paper prints alpha = 0.7598.
ARTICLES = [
    "112.2",
    "1101.",
    "2333.",
    ".00.0",
    "000.0",
    "000.0",
    "102.1",
    "1.20.",
    "222.2",
    "2111.",
    ".100.",
    "0000.",
    "1222.",
    "33223",
    "111.1",
    "111.1",
    "212.2",
    "1233.",
    "1101.",
    "000.0",
    "0011.",
    "00.00",
    "2333.",
    "0000.",
    "12.22",
    "0111.",
    "00010",
    "1212.",
    "1122.",
    "112.2",
    "110.0",
    "2121.",
    "22.22",
    "3222.",
    "222.2",
    "223.2",
    "222.2",
    "22.12",
    "2222.",
    "111.1",
]


def test_the_published_example_with_four_digits() -> None:
    units = [[int(value) for value in article if value != "."] for article in ARTICLES]
    assert len(units) == 40
    alpha = ordinal_alpha(units)
    assert alpha is not None
    assert f"{float(alpha):.4f}" == "0.7598"


def test_the_published_example_of_two_values() -> None:
    """Krippendorff 2011, section A: two observers, ten units, two values; it prints 0.095.

    Of two values ordinal and nominal are the same. Coincidences 0-1: 4; 14 zeros, 6 ones, n = 20:
    1 - 19 * 4 / (14 * 6) = 8/84 = 0.0952.
    """
    meg, owen = "0100000010", "1110010000"
    alpha = ordinal_alpha([[int(a), int(b)] for a, b in zip(meg, owen, strict=True)])
    assert alpha == 1 - Fraction(19 * 4, 14 * 6)
    assert f"{float(alpha):.4f}" == "0.0952"


def test_full_agreement_is_one() -> None:
    assert ordinal_alpha([[1, 1], [3, 3, 3], [5, 5]]) == 1


def test_opposite_answers_are_below_chance() -> None:
    """Two units 1-5 and 5-1: observed 4*d, expected 8*d, n = 4: 1 - 3 * 4/8 = -1/2."""
    assert ordinal_alpha([[1, 5], [5, 1]]) == Fraction(-1, 2)


@pytest.mark.parametrize("units", [[], [[3]], [[2, 2], [2, 2, 2]]])
def test_without_anything_to_expect_it_is_undefined(units: list[list[int]]) -> None:
    assert ordinal_alpha(units) is None


def test_order_changes_nothing() -> None:
    few = UNITS[4:8]
    assert {ordinal_alpha(order) for order in permutations(few)} == {ordinal_alpha(few)}
    assert ordinal_alpha([unit[::-1] for unit in UNITS]) == ordinal_alpha(UNITS)


def test_it_is_shown_from_two_people_and_five_capabilities_on() -> None:
    rules = questionnaire().claims
    five = [[1, 2], [2, 2], [3, 4], [5, 5], [4, 4], [3]]
    shown = agreement(five, 2, rules)
    assert shown.alpha is not None
    assert (shown.n, shown.respondents) == (5, 2)
    four = agreement(five[1:], 2, rules)
    assert (four.alpha, four.n) == (None, 4)
    assert four.reason == "two people gave a level on 4 of the capabilities: agreement needs 5"
    alone = agreement(five, 1, rules)
    assert (alone.alpha, alone.reason) == (None, "one person has answered: agreement needs two")


def test_undefined_is_said() -> None:
    found = agreement([[2, 2]] * 6, 3, questionnaire().claims)
    assert found.alpha is None
    assert found.reason.startswith("undefined")
