"""Exact numbers, and types that forgive no unknown key (method 1)."""

from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from readiness.domain.base import Exact, Model, exact, remade
from tests.made import questionnaire
from tests.report.organisations import organisation


class Sample(Model):
    """One exact number."""

    share: Exact


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (0.8, "4/5"),
        ("0.8", "4/5"),
        ("1/3", "1/3"),
        (7, "7"),
        (Fraction(2, 7), "2/7"),
        (1e-7, "1/10000000"),
    ],
)
def test_a_number_is_what_a_person_typed(typed: Any, meant: str) -> None:
    assert exact(typed) == Fraction(meant)


@pytest.mark.parametrize("typed", [True, None, "many", float("nan"), float("inf"), "1/0", ""])
def test_what_is_no_number_is_refused(typed: Any) -> None:
    with pytest.raises(ValueError, match="a number was expected"):
        exact(typed)


def test_json_holds_a_plain_number() -> None:
    assert Sample.model_validate({"share": "1/4"}).model_dump_json() == '{"share":0.25}'
    assert Sample.model_validate_json('{"share":0.8}').share == Fraction(4, 5)
    assert Sample.model_json_schema()["properties"]["share"]["type"] == "number"


def test_unknown_keys_and_changes_are_refused() -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"share": 1, "shares": 2})
    sample = Sample.model_validate({"share": 1})
    for field in Sample.model_fields:
        with pytest.raises(ValidationError):
            setattr(sample, field, Fraction(2))


def test_a_copy_remade_looks_up_anew() -> None:
    """Words taken out of an assessment were still found where it had looked them up before."""
    said = organisation(questionnaire(), 1)
    assert said.responses_of
    assert said.model_copy(update={"responses": ()}).responses_of == {}
    assert remade(said, responses=()).responses_of == {}
