"""Structural signs of one sheet."""

from readiness.domain.scan import MapBlock
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.blocks import find_blocks
from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.formulas import FormulaTable
from readiness.evidence.scan.patients import PatientSearch
from readiness.evidence.scan.signs import (
    cell_signs,
    map_blocks,
    outside_patterns,
    sheet_signs,
    text_dates,
)
from readiness.evidence.scan.tables import find_tables
from readiness.evidence.scan.views import SheetView
from readiness.evidence.scan.wording import Wording
from tests.evidence.scan.sheets import F, N, draw


def view(rules: ScanRules, sheet: SheetCells, texts: list[str], state="visible") -> SheetView:
    tables = find_tables(sheet, texts, rules)
    return SheetView("Plan", state, sheet, tables, find_blocks(sheet, tables, rules))


def signs(rules: ScanRules, sheet: SheetCells, texts: list[str]) -> set[tuple]:
    formulas = FormulaTable(patterns=["R[0]C[-1]+1", "R[0]C[-1]+2"])
    wording = Wording(formulas, PatientSearch(texts, rules), rules)
    shown = view(rules, sheet, texts)
    found = cell_signs(shown, text_dates(texts), frozenset(), wording, rules)
    return {(one.kind, one.address, one.count) for one in found}


def test_texts_that_are_dates() -> None:
    texts = [
        "12/03/2026", "12.3.26", "2026-03-12", "12 Mar 2026", "12-Mar-26", "March 12, 2026",
        "2026-03-12 14:05", " 12.03.2026 ", "2026", "12.03", "lot 12.03.2026", "V1.2.3",
    ]  # fmt: skip
    assert text_dates(texts) == set(range(8))


def test_dates_as_text_in_data_but_not_in_headings(rules: ScanRules) -> None:
    found = signs(rules, *draw(["Suite", "12.03.2026"], ["A", "13.03.2026"], ["B", N]))
    assert ("text_date", "B2", 1) in found
    assert not any(address == "B1" for _, address, _ in found)


def test_unprotected_sheets_say_it_once_and_protected_ones_cell_by_cell(rules: ScanRules) -> None:
    sheet, texts = draw(["A", "B"], ["x", F], ["y", F])
    assert ("unlocked_formula", None, 2) in signs(rules, sheet, texts)
    sheet.protected, sheet.locked, sheet.unlocked = True, 1, [(3, 2)]
    found = signs(rules, sheet, texts)
    assert [one for one in found if one[0] == "unlocked_formula"] == [("unlocked_formula", "B3", 1)]


def test_merged_cells_count_among_data_only(rules: ScanRules) -> None:
    sheet, texts = draw(["Plan"], ["A", "B"], ["x", N], ["y", N])
    sheet.merged = [(1, 1, 1, 2), (3, 1, 4, 1), (3, 9, 4, 9), (3, 2, 3, 2)]
    assert ("merged_data", "A3:A4", 1) in (found := signs(rules, sheet, texts))
    assert sum(kind == "merged_data" for kind, _, _ in found) == 1


def test_volatile_cells_are_joined_to_runs(rules: ScanRules) -> None:
    sheet, texts = draw(["A", "B"], ["x", F], ["y", F])
    sheet.volatile_dates = [(2, 2), (3, 2)]
    assert ("volatile_date", "B2:B3", 2) in signs(rules, sheet, texts)


def test_links_are_told_from_relative_references() -> None:
    patterns = [
        "R[0]C[1]",
        "[1]Plan!R[0]C[1]",
        "'[2]Old plan'!R1C1",
        "Table[1]+1",
        "SUM([12]A!R1C1)",
    ]
    assert outside_patterns(patterns) == {16 + 1, 16 + 2, 16 + 4}


def test_signs_of_the_whole_sheet(rules: ScanRules) -> None:
    sheet, texts = draw([N])
    sheet.valueless = 3
    found = list(sheet_signs(view(rules, sheet, texts, "very_hidden"), rules))
    assert [(one.kind, one.count) for one in found] == [("hidden_sheet", 1), ("no_saved_result", 3)]
    assert "very hidden" in found[0].text


def test_map_joins_formula_columns_side_by_side(rules: ScanRules) -> None:
    sheet, texts = draw(["A", "B", "C"], *([N, F, F] for _ in range(5)))
    blocks = map_blocks(view(rules, sheet, texts))
    whole = {"first_column": 1, "last_column": 3}
    assert blocks == (
        MapBlock(kind="heading", first_row=1, last_row=1, **whole),
        MapBlock(kind="data", first_row=2, last_row=6, **whole),
        MapBlock(kind="formula", first_row=2, last_row=6, first_column=2, last_column=3),
    )
