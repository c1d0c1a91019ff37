"""What can be said of a plan, and what cannot."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from readiness.domain.planning import ActionEdit, Plan


def test_nothing_said_is_no_limit_over_a_year():
    plan = Plan()
    assert (plan.horizon_weeks, plan.capacity, plan.actions) == (52, {}, ())


def test_half_a_person_is_exact():
    assert Plan.model_validate({"capacity": {"QA": 0.1}}).capacity == {"QA": Fraction(1, 10)}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"capacity": {"QA": -1}}, "0 or more"),
        ({"horizon_weeks": 0}, "greater than or equal to 1"),
        ({"freeze": [{"from": "2027-02-01", "to": "2027-01-01"}]}, "ends before it begins"),
        ({"actions": [{"id": "QMS-3"}]}, "reason"),
        ({"actions": [{"id": "QMS-3", "status": "started", "reason": "x"}]}, "needs its start"),
        ({"actions": [{"id": "QMS-3", "effort": {"QA": -2}, "reason": "x"}]}, "0 or more"),
        ({"actions": [{"id": "QMS-3", "effort": -2, "reason": "x"}]}, "0 or more"),
    ],
)
def test_what_cannot_be_is_refused(said, told):
    with pytest.raises(ValidationError, match=told):
        Plan.model_validate(said)


def test_an_effort_is_one_figure_or_one_a_function():
    assert ActionEdit.model_validate({"id": "a", "reason": "x", "effort": 2.5}).effort == Fraction(
        5, 2
    )
    split = ActionEdit.model_validate({"id": "a", "reason": "x", "effort": {"QA": 1}})
    assert split.effort == {"QA": 1}
