"""What a formula reads."""

import pytest

from readiness.evidence.scan.formulas import FormulaTable
from readiness.evidence.scan.references import references


@pytest.mark.parametrize(
    ("formula", "read"),
    [
        ("A2+$B$1", [(None, 2, 1, 2, 1), (None, 1, 2, 1, 2)]),
        ("SUM(D4:D$9)", [(None, 4, 4, 9, 4)]),
        ("Plan!C3", [("Plan", 3, 3, 3, 3)]),
        ("'It''s 2026'!C3", [("It's 2026", 3, 3, 3, 3)]),
        ("COUNT(B:C)", [(None, 1, 2, 1_048_576, 3)]),
        ("COUNT(2:3)", [(None, 2, 1, 3, 16_384)]),
        ('"A1"&A2', [(None, 2, 1, 2, 1)]),
        ("[1]Old!A2+'[2]Old one'!A3", []),
        ("LOG10(A2)+Total", [(None, 2, 1, 2, 1)]),
        ("#REF!+1", []),
    ],
)
def test_areas_are_those_of_the_formula(formula: str, read: list[tuple]) -> None:
    row, column = 5, 6
    table = FormulaTable()
    pattern = table.pattern(table.code(formula, row, column))
    found = [(r.sheet, *r.area(row, column)) for r in references(pattern)]
    assert found == read
