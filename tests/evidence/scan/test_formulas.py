"""Formulas in relative terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from readiness.domain.addresses import column_letters
from readiness.evidence.scan.formulas import (
    FORMULA,
    FormulaTable,
    functions,
    without_texts,
)

# Each form was written by hand for a formula in C7 (row 7, column 3).
BY_HAND = [
    ("A7+B6", "R[0]C[-2]+R[-1]C[-1]"),
    ("$A$1*B$2-$B9", "R1C1*R2C[-1]-R[2]C2"),
    ('IF(A7="","A7",1)', 'IF(R[0]C[-2]="","A7",1)'),
    ("SUM(A$2:A6)", "SUM(R2C[-2]:R[-1]C[-2])"),
    ("VLOOKUP(B7,Suites!$A:$C,3,FALSE)", "VLOOKUP(R[0]C[-1],Suites!C1:C3,3,FALSE)"),
    ("SUM(A:B)+SUM($3:4)", "SUM(C[-2]:C[-1])+SUM(R3:R[-3])"),
    # TAX is a column: 20 * 676 + 1 * 26 + 24 = 13570, less 3; row 2026 less 7.
    ("LOG10(A7)+TAX2026", "LOG10(R[0]C[-2])+R[2019]C[13567]"),
    ("'A1 plan'!B7+Q1!B7", "'A1 plan'!R[0]C[-1]+Q1!R[0]C[-1]"),
    ("Table1[[#This Row],[A1]]*2", "Table1[[#This Row],[A1]]*2"),
    ("[1]Other!A7", "[1]Other!R[0]C[-2]"),
    ("rate_A1+ZZZ9+A1.5", "rate_A1+ZZZ9+A1.5"),
    ("Jan:Dec!B7", "Jan:Dec!R[0]C[-1]"),
    ("1E3+2.5%", "1E3+2.5%"),
]


def relative(formula: str, row: int, column: int) -> str:
    """The form of a formula that a workbook holds once."""
    table = FormulaTable()
    return table.pattern(table.code(formula, row, column))


@pytest.mark.parametrize(("formula", "expected"), BY_HAND)
def test_relative_form(formula: str, expected: str) -> None:
    assert relative(formula, 7, 3) == expected


REFERENCES = st.builds(
    lambda a, c, b, r: f"{a}{column_letters(c)}{b}{r}",
    st.sampled_from(["", "$"]),
    st.integers(20, 60),
    st.sampled_from(["", "$"]),
    st.integers(40, 90),
)
FORMULAS = st.lists(REFERENCES, min_size=1, max_size=4).map(
    lambda refs: f'IF({refs[0]}="B5","10%",SUM({"+".join(refs)}))'
)


@given(FORMULAS, st.integers(-19, 30), st.integers(-39, 40))
def test_a_copied_formula_keeps_its_form(formula: str, right: int, down: int) -> None:
    """Oracle: the translator of openpyxl moves formulas as a spreadsheet does when copying."""
    target = f"{column_letters(50 + right)}{60 + down}"
    copied = Translator(f"={formula}", origin="AX60").translate_formula(target)[1:]
    assert relative(copied, 60 + down, 50 + right) == relative(formula, 60, 50)


@given(st.lists(st.tuples(FORMULAS, st.integers(1, 200), st.integers(40, 42)), max_size=12))
def test_a_copied_pattern_is_that_of_its_own_cell(cells: list[tuple[str, int, int]]) -> None:
    table = FormulaTable()
    for formula, row, column in cells:
        code = table.code(formula, row, column)
        assert table.pattern(code) == relative(formula, row, column)


def test_equal_forms_share_a_code() -> None:
    table = FormulaTable()
    codes = [table.code(f'B{row}*10%+"{row % 2}"', row, 3) for row in (2, 3, 4, 5)]
    assert codes == [FORMULA, FORMULA + 1, FORMULA, FORMULA + 1]
    assert table.patterns == ['R[0]C[-1]*10%+"0"', 'R[0]C[-1]*10%+"1"']


def test_a_number_that_follows_the_row_is_no_copy() -> None:
    table = FormulaTable()
    assert table.code("B57*57", 57, 3) != table.code("B58*58", 58, 3)


def test_volatile_patterns_are_known_by_their_functions() -> None:
    table = FormulaTable(frozenset({"TODAY"}))
    codes = [table.code(text, 2, 2) for text in ("TODAY()+A2", '"TODAY()"', "MYTODAY()")]
    assert table.volatile == {codes[0]}
    assert functions("_xlfn.IFS(a1,Sum(A2))") == {"_XLFN.IFS", "SUM"}


def test_shown_patterns_hold_no_text() -> None:
    assert without_texts("'Ina Adler'!R[0]C[1]&\"Adler\"") == "'…'!R[0]C[1]&\"…\""
