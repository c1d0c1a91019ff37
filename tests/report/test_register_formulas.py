"""The formulas of the register, as text: what each depends on. LibreOffice computes them."""

import re

import pytest

from readiness.report.columns import REGISTER
from readiness.report.register_formulas import CRITICAL_EVENT, FORMULAS, records_formula

KEYS = {c.key for c in REGISTER}


@pytest.mark.parametrize("key", FORMULAS)
def test_every_formula_uses_columns_that_exist(key: str) -> None:
    used = {name.removesuffix("_all") for name in re.findall(r"\{(\w+)\}", FORMULAS[key])}
    assert key in KEYS
    assert used <= KEYS
    assert FORMULAS[key].count("(") == FORMULAS[key].count(")")


def test_no_weight_threshold_or_band_is_written_into_a_formula() -> None:
    whole = " ".join([*FORMULAS.values(), CRITICAL_EVENT])
    assert not re.search(r"0\.\d|\b(40|20)\b", whole)
    for name in ("Weight_P", "Weight_R", "Weight_L", "Band_act_now", "Band_next", "Band_plan"):
        assert name in whole
    for name in ("Act_now_patient", "Act_now_level", "Act_now_gap", "Records_missing_cap"):
        assert name in whole


def test_the_records_formula_is_the_lower_median() -> None:
    formula = records_formula("R1")
    assert "SMALL(R1,INT((COUNT(R1)+1)/2))" in formula
    assert "2*COUNT(R1)<COLUMNS(R1)" in formula


def test_what_is_compared_in_the_rank_is_always_a_number() -> None:
    """An empty text is greater than any number: only numeric helpers may be compared."""
    used = set(re.findall(r"\{(\w+)_all\}", FORMULAS["rank"]))
    assert used == {"gap_counted", "flag", "key", "p_used", "l_used", "effort", "order"}
    assert FORMULAS["key"] == "=N({priority})"
    assert FORMULAS["gap_counted"] == "=N({gap})"
