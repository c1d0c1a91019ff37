"""What experts know of scheduling workbooks."""

from datetime import date
from fractions import Fraction

from readiness.domain.scan_rules import ScanRules


def test_shares_are_exact() -> None:
    assert ScanRules().block_share == Fraction(4, 5)
    assert ScanRules.model_validate({"block_share": 0.8}).block_share == Fraction(4, 5)


def test_serial_is_the_number_that_a_cell_stores() -> None:
    # Excel shows 40179 as 2010-01-01 and 61 as 1900-03-01 (its calendar has a 1900-02-29).
    assert ScanRules().serial(date(2010, 1, 1)) == 40179
    assert ScanRules().serial(date(1900, 3, 1)) == 61


def test_reasons_take_their_facts() -> None:
    rules = ScanRules(findings={"long_formula": "Longer than {limit} characters."})
    assert rules.why("long_formula", limit=200) == "Longer than 200 characters."
    assert rules.why("unheard_of", limit=200) == ""
