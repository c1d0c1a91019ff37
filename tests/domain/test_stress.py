"""The content of the simulation."""

from typing import Any

import pytest
from pydantic import ValidationError

from readiness.domain.stress import FieldChange, StressField, StressFigure


@pytest.mark.parametrize(
    ("change", "after"), [({"times": 0.5}, 5), ({"add": 2}, 12), ({"at_least": 80}, 80)]
)
def test_what_a_remedy_does_to_ten(change: dict[str, Any], after: float) -> None:
    assert FieldChange(field="backup", **change).applied(10) == after
    assert FieldChange(field="backup", at_least=5).applied(10) == 10


@pytest.mark.parametrize("change", [{}, {"times": 2, "add": 1}, {"times": 0}])
def test_a_remedy_does_exactly_one_thing(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        FieldChange(field="backup", **change)


def test_a_range_rises() -> None:
    given = {"id": "a", "label": "A", "group": "G", "help": "H", "basis": "EJ"}
    with pytest.raises(ValidationError, match="must not fall"):
        StressField.model_validate(given | {"typical": {"early": [1, 5, 4]}})


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf")])
def test_a_figure_is_a_number_of_nought_or_more(value: float) -> None:
    with pytest.raises(ValidationError):
        StressFigure(id="suites", value=value)
