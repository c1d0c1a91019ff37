"""Formula blocks and what was typed over them (S3), counted by hand."""

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.blocks import Block, find_blocks
from readiness.evidence.scan.formulas import FORMULA
from readiness.evidence.scan.tables import find_tables
from tests.evidence.scan.sheets import F, G, N, draw


def blocks(rules: ScanRules, *column: object) -> list[Block]:
    """Blocks of column 3 of a table of the heading Slot, Days, End."""
    sheet, texts = draw(["Slot", "Days", "End"], *(["S1", N, cell] for cell in column))
    return find_blocks(sheet, find_tables(sheet, texts, rules), rules)


def test_exactly_eighty_percent_is_a_block(rules: ScanRules) -> None:
    # 8 of 10 cells hold one formula: 80 %, two typed over.
    (block,) = blocks(rules, F, F, N, F, F, F, F, "n/a", F, F)
    assert block == Block(3, 2, 11, FORMULA, 10, (4, 9), ())


def test_less_is_none(rules: ScanRules) -> None:
    # 7 of 9 are 77.8 %; the run from the first to the last formula has 7 of 9 too.
    assert blocks(rules, F, F, N, F, F, F, N, F, F) == []


def test_a_run_of_one_pattern_inside_a_column(rules: ScanRules) -> None:
    # The column has 5 of 9 cells (56 %), its run from row 6 to row 10 has 5 of 5.
    (block,) = blocks(rules, N, N, N, N, F, F, F, F, F)
    assert (block.first_row, block.last_row, block.cells, block.constants) == (6, 10, 5, ())


def test_a_formula_changed_halfway_makes_two_blocks(rules: ScanRules) -> None:
    # Rows 2 to 7: 5 of 6 (83 %); rows 8 to 13: 5 of 6.
    found = blocks(rules, F, F, F, N, F, F, G, G, N, G, G, G)
    assert [(b.first_row, b.last_row, b.constants) for b in found] == [(2, 7, (5,)), (8, 13, (10,))]


def test_empty_cells_do_not_count_and_other_formulas_are_no_constants(rules: ScanRules) -> None:
    # Seven filled cells, six of one pattern (86 %), one of another, none typed over.
    (block,) = blocks(rules, F, None, F, F, G, F, F, None, F)
    assert (block.cells, block.constants, block.strangers) == (7, (), (6,))


def test_five_cells_at_least(rules: ScanRules) -> None:
    assert blocks(rules, F, F, F, F) == []
    assert blocks(rules, F, F, N, F, F)[0].constants == (4,)


def test_totals_and_headings_are_no_part(rules: ScanRules) -> None:
    sheet, texts = draw(
        ["Slot", "Days", "End"],
        *(["S1", N, F] for _ in range(5)),
        ["Total", N, N],
    )
    (block,) = find_blocks(sheet, find_tables(sheet, texts, rules), rules)
    assert (block.last_row, block.cells, block.constants) == (6, 5, ())
