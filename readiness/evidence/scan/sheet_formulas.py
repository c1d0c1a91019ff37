"""The formulas of one sheet as its file writes them: single ones, shared ones, arrays."""

from readiness.evidence.scan.cells import Area, Place, area
from readiness.evidence.scan.formulas import FormulaTable
from readiness.evidence.scan.markup import Attributes

_MOST_ARRAYS = 200  # array formulas still open in one row; more would make the scan slow


class SheetFormulas:
    """Codes for the formula cells of one sheet; cells are asked for in the order of the file.

    ``long``: formulas of more than ``longest`` characters, the followers of shared ones included.
    """

    def __init__(self, table: FormulaTable, longest: int) -> None:
        self.long: list[Place] = []
        self._table = table
        self._longest = longest
        self._shared: dict[str, tuple[int, bool]] = {}
        self._waiting: dict[str, list[Place]] = {}
        self._arrays: list[tuple[Area, int]] = []

    def code(self, attributes: Attributes, text: str, row: int, column: int) -> int:
        """The code of a formula; followers of a shared one have its pattern by definition."""
        kind = attributes.get("t")
        if kind == "shared" and not text:
            return self._follower(attributes.get("si", ""), (row, column))
        code = self._table.code(text, row, column) if text else self._table.pattern_code("")
        long = len(text) > self._longest
        if long:
            self.long.append((row, column))
        if kind == "shared":
            self._shared[attributes.get("si", "")] = (code, long)
        elif kind in {"array", "dataTable"}:
            self._cover(attributes.get("ref", ""), row, code)
        return code

    @property
    def has_arrays(self) -> bool:
        """Whether any array formula may reach further cells."""
        return bool(self._arrays)

    def covered(self, row: int, column: int) -> int:
        """The code of the array formula that fills a cell which holds none of its own, else 0."""
        for (top, left, bottom, right), code in self._arrays:
            if top <= row <= bottom and left <= column <= right:
                return code
        return 0

    def late(self) -> list[tuple[int, Place]]:
        """Code and place of followers of shared formulas that came before their first cell."""
        unknown = (self._table.pattern_code(""), False)
        return [
            (self._shared.get(group, unknown)[0], place)
            for group, places in self._waiting.items()
            for place in places
        ]

    def _cover(self, reference: str, row: int, code: int) -> None:
        """Remember the cells that an array formula fills below or beside itself."""
        covered = area(reference)
        if covered is not None and covered[:2] != covered[2:]:
            self._arrays = [a for a in self._arrays[-_MOST_ARRAYS:] if a[0][2] >= row]
            self._arrays.append((covered, code))

    def _follower(self, group: str, place: Place) -> int:
        if (known := self._shared.get(group)) is None:
            self._waiting.setdefault(group, []).append(place)
            return self._table.pattern_code("")
        if known[1]:
            self.long.append(place)
        return known[0]
