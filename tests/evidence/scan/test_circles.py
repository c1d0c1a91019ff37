"""Circular references, on sheets small enough to see them."""

from readiness.domain.addresses import column_number
from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.circles import by_sheet, circular_cells
from readiness.evidence.scan.formulas import FormulaTable


def circles(most: int = 500, /, **sheets: dict[str, str]) -> set[tuple[int, int, int]]:
    """Cells on circles of sheets given as *A1* -> formula."""
    table, made = FormulaTable(), []
    for name, cells in sheets.items():
        sheet = SheetCells()
        for address, formula in cells.items():
            column, row = column_number(address[0]), int(address[1:])
            sheet.columns[column][row] = table.code(formula, row, column)
        made.append((name, sheet))
    return circular_cells(made, table, most)


def test_a_formula_that_reads_itself() -> None:
    assert circles(Plan={"B2": "B2+1", "B3": "A3"}) == {(0, 2, 2)}
    assert circles(Plan={"B2": "SUM(B1:B9)"}) == {(0, 2, 2)}
    assert circles(Plan={"B2": "SUM(B:B)"}) == {(0, 2, 2)}
    assert circles(Plan={"B2": "SUM(2:2)"}) == {(0, 2, 2)}


def test_a_circle_over_three_cells_and_two_sheets() -> None:
    found = circles(Plan={"A1": "'Other_1'!C3", "B1": "A1+1"}, Other_1={"C3": "Plan!B1"})
    assert found == {(0, 1, 1), (0, 1, 2), (1, 3, 3)}
    assert by_sheet(found) == {0: [(1, 1), (1, 2)], 1: [(3, 3)]}


def test_chains_are_no_circles() -> None:
    rows = range(2, 3000)
    assert not circles(Plan={f"A{row}": f"A{row - 1}+1" for row in rows})
    assert not circles(Plan={f"A{row}": f"A{row + 1}+1" for row in rows})
    # Four million pairs of cells: each cell is looked at once all the same.
    assert not circles(Plan={f"A{row}": f"SUM(A$1:A{row - 1})" for row in rows})
    assert not circles(Plan={f"A{row}": f"SUM(A{row + 1}:A$3000)" for row in rows})


def test_columns_that_read_each_other_in_other_rows() -> None:
    # End follows from start, and the next start from the end: a staircase, no circle.
    cells = {f"B{row}": f"A{row}+14" for row in range(2, 50)}
    cells |= {f"A{row}": f"B{row - 1}+1" for row in range(3, 50)}
    assert not circles(Plan=cells)
    assert circles(Plan=cells | {"A2": "B49"}) == {
        (0, row, column) for row in range(2, 50) for column in (1, 2)
    }


def test_other_workbooks_texts_and_names_are_not_followed() -> None:
    assert not circles(Plan={"A1": "[1]Plan!A1", "A2": '"A2"&B1', "A3": "Total+1"})


def test_the_search_ends_where_circles_are_many() -> None:
    cells = {f"A{row}": "SUM(A:A)" for row in range(1, 400)}
    assert 10 <= len(circles(10, Plan=cells)) < 400
