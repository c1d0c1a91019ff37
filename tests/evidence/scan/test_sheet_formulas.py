"""Shared formulas and arrays, in the order of a file."""

from readiness.evidence.scan.formulas import FormulaTable
from readiness.evidence.scan.sheet_formulas import SheetFormulas


def test_followers_have_the_pattern_of_the_first_cell() -> None:
    table = FormulaTable()
    formulas = SheetFormulas(table, longest=5)
    master = formulas.code({"t": "shared", "si": "0", "ref": "B2:B4"}, "A2*2+10", 2, 2)
    assert formulas.code({"t": "shared", "si": "0"}, "", 3, 2) == master
    assert table.pattern(master) == "R[0]C[-1]*2+10"
    # Seven characters are more than five; the follower is as long as the formula it stands for.
    assert formulas.long == [(2, 2), (3, 2)]


def test_followers_before_their_first_cell_are_told_at_the_end() -> None:
    formulas = SheetFormulas(FormulaTable(), longest=200)
    formulas.code({"t": "shared", "si": "7"}, "", 2, 2)
    formulas.code({"t": "shared", "si": "8"}, "", 2, 3)
    code = formulas.code({"t": "shared", "si": "7"}, "A3", 3, 2)
    late = {place: found for found, place in formulas.late()}
    assert late[2, 2] == code
    assert late[2, 3] != code


def test_an_array_covers_its_cells() -> None:
    formulas = SheetFormulas(FormulaTable(), longest=200)
    assert formulas.covered(3, 3) == 0
    code = formulas.code({"t": "array", "ref": "B2:C3"}, "A1:A2", 2, 2)
    assert formulas.has_arrays
    assert formulas.covered(3, 3) == code
    assert formulas.covered(4, 3) == 0
