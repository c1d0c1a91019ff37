"""What is asked (domain 3.4): effort adds up over functions, references name when they speak."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from readiness.domain.capability import Action, Reference
from tests.made import questionnaire


def test_effort_adds_up_over_functions() -> None:
    action = Action.model_validate(
        {
            "text": "x",
            "effort": {"QA": 1.1, "IT": 2.2},
            "elapsed_weeks": 8,
            "cost_band": "low",
            "owner": "QA",
        }
    )
    assert action.effort_total == Fraction(33, 10)


def test_a_rating_lies_between_one_and_five() -> None:
    capability = questionnaire().capabilities["OPM-1"].model_dump()
    capability["ratings"]["P"]["value"] = 6
    with pytest.raises(ValidationError):
        type(questionnaire().capabilities["OPM-1"]).model_validate(capability)


def test_a_reference_speaks_from_the_start_unless_it_says_otherwise() -> None:
    reference = Reference(text="21 CFR 211.100(a)")
    assert (reference.applies_from, reference.applies_until, reference.mark) == (
        "phase_1",
        None,
        "M",
    )


def test_fifty_in_ten_with_twenty_five_gates() -> None:
    capabilities = questionnaire().capabilities.values()
    assert len(capabilities) == 50
    assert sum(c.gate for c in capabilities) == 25
    assert len(questionnaire().dimensions) == 10
    seen = {c.id for c in capabilities if c.visibility}
    assert seen == {"CTL-2", "COI-2", "MAT-1", "MAT-2", "MAT-3", "PPL-4"}
