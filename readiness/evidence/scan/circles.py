"""Circular references: formulas whose value depends on itself (domain 4.3)."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.formulas import FORMULA, FormulaTable
from readiness.evidence.scan.references import references

Node = tuple[int, int, int]
"""Number of the sheet, row, column."""
_Column = tuple[int, int]
"""Number of the sheet, column."""


def circular_cells(
    sheets: Sequence[tuple[str, SheetCells]], formulas: FormulaTable, most: int
) -> set[Node]:
    """Cells on a circle of references, at least one of each circle, and at most about ``most``.

    ``sheets``: names as formulas write them, with their cells. Names, and functions that compute a
    reference (INDIRECT, OFFSET), are not followed. Only columns that can reach themselves are
    looked at cell by cell, and each cell once.
    """
    return _Search(sheets, formulas, most).run()


@dataclass(slots=True)
class _Open:
    """The formulas of one column that are not done: the next one at or below a row."""

    rows: list[int]
    position: dict[int, int]
    following: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, rows: list[int]) -> "_Open":
        return cls(rows, {row: n for n, row in enumerate(rows)}, list(range(len(rows) + 1)))

    def find(self, index: int) -> int:
        """The first position from ``index`` that is not done; the number of rows for none."""
        root = index
        while self.following[root] != root:
            root = self.following[root]
        while self.following[index] != root:
            self.following[index], index = root, self.following[index]
        return root

    def close(self, row: int) -> None:
        index = self.position[row]
        self.following[index] = index + 1


class _Search:
    def __init__(
        self, sheets: Sequence[tuple[str, SheetCells]], formulas: FormulaTable, most: int
    ) -> None:
        self._cells = [cells for _, cells in sheets]
        self._numbers = {name.casefold(): n for n, (name, _) in enumerate(sheets)}
        self._formulas = formulas
        self._most = most
        self._found: set[Node] = set()
        self._path: list[Node] = []
        self._on_path: dict[Node, int] = {}
        self._open: dict[_Column, _Open] = {}

    def run(self) -> set[Node]:
        for sheet, column in sorted(self._suspects()):
            rows = sorted(r for r, c in self._cells[sheet].columns[column].items() if c >= FORMULA)
            self._open[sheet, column] = _Open.of(rows)
        for (sheet, column), open_ in self._open.items():
            index = open_.find(0)
            while index < len(open_.rows) and len(self._found) < self._most:
                self._follow((sheet, open_.rows[index], column))
                index = open_.find(index)
        return self._found

    def _suspects(self) -> set[_Column]:
        """Columns that can reach themselves: all others are taken away, from the ends inwards."""
        reads = {column: set(targets) for column, targets in self._column_graph()}
        left = set(reads)
        while True:
            kept = {column for column in left if reads[column] & left}
            kept &= {target for column in kept for target in reads[column]}
            if kept == left:
                return left
            left = kept

    def _column_graph(self) -> Iterator[tuple[_Column, Iterator[_Column]]]:
        formula_columns = [
            sorted(
                c for c, cells in sheet.columns.items() if cells and max(cells.values()) >= FORMULA
            )
            for sheet in self._cells
        ]
        for number, sheet in enumerate(self._cells):
            for column in formula_columns[number]:
                codes = {code for code in sheet.columns[column].values() if code >= FORMULA}
                yield (number, column), self._read_columns(number, column, codes, formula_columns)

    def _read_columns(
        self, number: int, column: int, codes: set[int], columns: Sequence[Sequence[int]]
    ) -> Iterator[_Column]:
        for code in codes:
            for reference in references(self._formulas.pattern(code)):
                target = self._target(reference.sheet, number)
                if target is not None:
                    _, left, _, right = reference.area(1, column)
                    yield from ((target, c) for c in columns[target] if left <= c <= right)

    def _target(self, sheet: str | None, own: int) -> int | None:
        return own if sheet is None else self._numbers.get(sheet.casefold())

    def _follow(self, start: Node) -> None:
        """Go down from a cell; what is met again on the way down closes a circle."""
        stack = [self._enter(start)]
        while stack:
            if (node := next(stack[-1], None)) is None:
                stack.pop()
                self._leave()
            elif node in self._on_path:
                self._found.update(self._path[self._on_path[node] :])
            else:
                stack.append(self._enter(node))

    def _enter(self, node: Node) -> Iterator[Node]:
        self._on_path[node] = len(self._path)
        self._path.append(node)
        return self._children(node)

    def _leave(self) -> None:
        sheet, row, column = node = self._path.pop()
        del self._on_path[node]
        self._open[sheet, column].close(row)

    def _children(self, node: Node) -> Iterator[Node]:
        """The formulas that a cell reads and that are not done."""
        sheet, row, column = node
        pattern = self._formulas.pattern(self._cells[sheet].columns[column][row])
        for reference in references(pattern):
            target = self._target(reference.sheet, sheet)
            if target is None:
                continue
            top, left, bottom, right = reference.area(row, column)
            for place in self._between(target, left, right):
                yield from self._unfinished(target, place, top, bottom)

    def _between(self, sheet: int, left: int, right: int) -> Iterator[int]:
        if right - left < len(self._open):
            yield from (c for c in range(left, right + 1) if (sheet, c) in self._open)
        else:
            yield from (c for s, c in self._open if s == sheet and left <= c <= right)

    def _unfinished(self, sheet: int, column: int, top: int, bottom: int) -> Iterator[Node]:
        """One after the other; of those on the way down the first tells as much as all."""
        open_ = self._open[sheet, column]
        index = open_.find(bisect_left(open_.rows, top))
        met = False
        while index < len(open_.rows) and open_.rows[index] <= bottom:
            node = (sheet, open_.rows[index], column)
            if node not in self._on_path:
                yield node
            elif not met and len(self._found) < self._most:
                met = True
                yield node
            index = open_.find(index + 1)


def by_sheet(nodes: set[Node]) -> Mapping[int, list[tuple[int, int]]]:
    """The places of each sheet."""
    found: dict[int, list[tuple[int, int]]] = {}
    for sheet, row, column in sorted(nodes):
        found.setdefault(sheet, []).append((row, column))
    return found
