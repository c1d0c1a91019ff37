"""Sentences about what a model refuses."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from readiness.domain.assessment import Assessment, Respondent, Response, Settings
from readiness.workspace.placed import Placed
from readiness.workspace.refusals import loose_values, nearest, problems_of, say_choices


def said(model: Any, value: Any) -> list[str]:
    with pytest.raises(ValidationError) as error:
        model.model_validate(value)
    return [p.message for p in problems_of(error.value, model, Placed("f", value), ())]


def test_the_nearest_name_is_proposed_if_it_is_near():
    assert nearest("opm1", ["OPM-1", "CTL-1"]) == "The nearest valid name is OPM-1"
    assert nearest("zzz", ["OPM-1", "CTL-1"]) == ""
    assert nearest("zzz", []) == ""


def test_a_union_is_one_problem():
    value = {"capability": "A", "respondent": "r", "level": "often"}
    assert said(Response, value) == ["level: found often"]


def test_a_number_where_a_text_belongs():
    assert said(Respondent, {"id": 1, "function": "QA"}) == ["id: found 1, a text was expected"]


def test_a_long_value_is_cut():
    value = {"capability": "A", "respondent": "r", "level": "x" * 500}
    assert len(said(Response, value)[0]) < 100


def test_loose_values_are_found_at_any_depth():
    value = {
        "settings": {"weights": {"P": "1e99999"}},
        "carried": [{"metric": "D1", "level": True, "measured_on": 3}],
        "as_of": date(2026, 11, 22),
    }
    found = dict(loose_values(Assessment, value, ()))
    assert found == {
        ("settings", "weights"): "a plain number",
        ("carried", 0, "level"): "a value other than true or false",
        ("carried", 0, "measured_on"): "a date such as 2026-11-22",
    }


def test_exact_numbers_as_they_are_written_are_no_loose_values():
    assert list(loose_values(Settings, {"weights": {"P": "1/3", "R": 0.3, "L": "2.5"}}, ())) == []


def test_choices_are_said_in_a_sentence():
    assert say_choices(["a", "b", "c"]) == "a, b or c"
    assert say_choices(["a"]) == "a"
    assert say_choices([]) == ""
