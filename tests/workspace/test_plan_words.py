"""A plan in sentences."""

from fractions import Fraction

import pytest

from readiness.workspace.plan_words import addition, outside, plan_lines, quality
from tests.report.plans import plan


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"status": "optimal"}, "Plan optimal"),
        ({}, "Within 7 % of the best possible"),
        ({"gap_percent": 0.25}, "Within 0.2 % of the best possible"),
        ({"stopped": True}, "Within 7 % of the best possible, stopped by hand"),
        ({"status": "no people entered"}, "No people entered"),
        ({"status": "nothing to plan"}, "Nothing to plan"),
    ],
)
def test_how_good_it_is(changed, told):
    assert quality(plan(**changed)) == told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            {"alone": {"QC": Fraction(1, 4)}},
            "+0.25 person-weeks a week (1.25 days) of QC would bring everything in.",
        ),
        (
            {"alone": {"QC": Fraction(1, 4), "QA": Fraction(1)}},
            (
                "+0.25 person-weeks a week (1.25 days) of QC or "
                "+1 person-weeks a week (5 days) of QA would each bring everything in."
            ),
        ),
        (
            {"together": {"QC": Fraction(1, 4), "QA": Fraction(1)}},
            (
                "+0.25 person-weeks a week (1.25 days) of QC and "
                "+1 person-weeks a week (5 days) of QA together would bring everything in."
            ),
        ),
        (
            {"longest_chain_weeks": 61},
            "No added capacity suffices: the longest chain is 61 weeks.",
        ),
    ],
)
def test_what_would_bring_everything_in(more, told):
    assert addition(plan(add_capacity=more)) == told


def test_what_falls_outside():
    assert outside(plan()) == "1 action falls outside the horizon: ANR-1."
    assert outside(plan(outside=())) == ""
    # Stopped by hand nothing is computed on top, and that is said.
    assert outside(plan(stopped=True)).endswith(
        "Let the search end to learn what would bring them in."
    )


def test_the_lines_name_each_action_with_its_weeks():
    lines = list(plan_lines(plan()))
    assert lines[0].startswith("Within 7 % of the best possible. Start 2027-01-04, 8 weeks.")
    assert any("QMS-3" in line and "1-3" in line and "1 -> 3" in line for line in lines)
