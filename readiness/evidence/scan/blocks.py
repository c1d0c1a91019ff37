"""Formula blocks: columns filled with one formula, and the values typed over it (S3)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import Place, SheetCells
from readiness.evidence.scan.formulas import FORMULA
from readiness.evidence.scan.tables import Table

_Run = list[tuple[int, int]]  # row and code of the filled cells of a column, in order


@dataclass(frozen=True, slots=True)
class Block:
    """Cells of one column, of which at least ``rules.block_share`` hold formulas of one pattern.

    ``code``: the cell code of that pattern; ``cells``: filled cells; ``constants``: rows where a
    value stands instead of a formula; ``strangers``: rows with a formula of another pattern.
    """

    column: int
    first_row: int
    last_row: int
    code: int
    cells: int
    constants: tuple[int, ...]
    strangers: tuple[int, ...]


def find_blocks(sheet: SheetCells, tables: list[Table], rules: ScanRules) -> list[Block]:
    """The formula blocks of a sheet, column by column (domain 4.2.3 S3).

    A block is a run of data rows of one column of one table; headings, totals and blank rows are
    no data rows, and empty cells do not count. The whole column of the table is tried first. If it
    does not reach the share, the run from the first to the last cell of each pattern is, so that a
    formula that was changed halfway down makes two blocks.
    """
    blocks: list[Block] = []
    for table in tables:
        rows = set(table.rows)
        for column, cells in sorted(sheet.columns.items()):
            run = sorted((row, code) for row, code in cells.items() if row in rows)
            blocks += _column_blocks(column, run, rules)
    return blocks


def beyond_fill(sheet: SheetCells, tables: list[Table], blocks: list[Block]) -> list[Place]:
    """Empty cells below a formula block, in data rows of its table that others fill (domain 4.3).

    A row counts from two cells on: a remark below the table is no row without its formula.
    """
    width: Counter[int] = Counter(row for cells in sheet.columns.values() for row in cells)
    found = []
    for table in tables:
        last: dict[int, int] = {}
        rows = set(table.rows)
        for block in blocks:
            if block.first_row in rows:
                last[block.column] = max(block.last_row, last.get(block.column, 0))
        for column, end in last.items():
            filled = sheet.columns[column]
            later = (row for row in table.rows if row > end and row not in filled)
            found += [(row, column) for row in later if width[row] > 1]
    return found


def _column_blocks(column: int, run: _Run, rules: ScanRules) -> Iterator[Block]:
    counts = Counter(code for _, code in run if code >= FORMULA)
    if not counts:
        return
    code, _ = counts.most_common(1)[0]
    if block := _block(column, run, code, rules):
        yield block
        return
    spans: dict[int, tuple[int, int]] = {}
    for index, (_, code) in enumerate(run):
        spans[code] = (spans.get(code, (index, index))[0], index)
    taken = bytearray(len(run))
    for code, count in counts.most_common():
        first, last = spans[code]
        if count < rules.block_share * (last + 1 - first) or any(taken[first : last + 1]):
            continue
        if block := _block(column, run[first : last + 1], code, rules):
            yield block
            taken[first : last + 1] = b"\1" * (last + 1 - first)


def _block(column: int, run: _Run, code: int, rules: ScanRules) -> Block | None:
    same = sum(other == code for _, other in run)
    if len(run) < rules.block_min_cells or same < rules.block_share * len(run):
        return None
    return Block(
        column=column,
        first_row=run[0][0],
        last_row=run[-1][0],
        code=code,
        cells=len(run),
        constants=tuple(row for row, other in run if other < FORMULA),
        strangers=tuple(row for row, other in run if other >= FORMULA and other != code),
    )
