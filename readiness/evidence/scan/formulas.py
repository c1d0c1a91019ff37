"""Formulas in relative terms: two cells hold the same formula if their R1C1 forms are equal."""

import re
from dataclasses import dataclass, field

from readiness.domain.addresses import column_number

FORMULA = 16
"""Codes of cells from here on are formulas: ``FORMULA`` plus the number of the pattern."""

LAST_COLUMN = 16_384
LAST_ROW = 1_048_576
# Texts, quoted sheet names and everything in brackets come first: nothing in them is a reference.
_REFERENCE = re.compile(
    r"""
    "[^"]*" | '[^']*' | \[(?:[^\[\]]|\[[^\[\]]*\])*\]
    | (?<![\w.$])(?P<ca>\$?)(?P<c>[A-Za-z]{1,3})(?P<ra>\$?)(?P<r>[1-9]\d{0,6})(?![\w.(!$])
    | (?<![\w.$:])(?P<c1a>\$?)(?P<c1>[A-Za-z]{1,3}):(?P<c2a>\$?)(?P<c2>[A-Za-z]{1,3})(?![\w.(!$:])
    | (?<![\w.$:])(?P<r1a>\$?)(?P<r1>[1-9]\d{0,6}):(?P<r2a>\$?)(?P<r2>[1-9]\d{0,6})(?![\w.(!$:])
    """,
    re.VERBOSE,
)
_LITERAL = re.compile(r'"[^"]*"')
_FUNCTION = re.compile(r"([A-Za-z_][\w.]*)\(")
_QUOTED = re.compile(r"'(?:[^']|'')*'!")


def functions(formula: str) -> set[str]:
    """The functions that a formula calls, in capitals; its texts are not looked at."""
    return {name.upper() for name in _FUNCTION.findall(_LITERAL.sub("", formula))}


def without_texts(pattern: str) -> str:
    """A pattern that can be shown: what stands in quotation marks is withheld."""
    return _QUOTED.sub("'…'!", _LITERAL.sub('"…"', pattern))


@dataclass(slots=True)
class _Template:
    """The last formula of a column, ready to be written for another row of that column."""

    text: str
    offsets: tuple[int, ...]
    code: int

    def fits(self, formula: str, row: int) -> bool:
        return self.text % tuple([row + offset for offset in self.offsets]) == formula


@dataclass(slots=True)
class FormulaTable:
    """The distinct patterns of a workbook by number, and the cell codes that stand for them.

    ``volatile_functions``: names in capitals; patterns that call one have their code in
    ``volatile``.
    """

    volatile_functions: frozenset[str] = frozenset()
    patterns: list[str] = field(default_factory=list, repr=False)
    volatile: set[int] = field(default_factory=set)
    _codes: dict[str, int] = field(default_factory=dict, repr=False)
    _last: dict[int, _Template] = field(default_factory=dict, repr=False)

    def code(self, formula: str, row: int, column: int) -> int:
        """The cell code of a formula.

        Most formulas repeat the one above: writing that one for this row and comparing costs a
        tenth of taking a formula apart.
        """
        last = self._last.get(column)
        if last is not None and last.fits(formula, row):
            return last.code
        pattern, text, offsets = _split(formula, row, column)
        code = self.pattern_code(pattern)
        self._last[column] = _Template(text, offsets, code)
        return code

    def pattern_code(self, pattern: str) -> int:
        """The cell code of a pattern."""
        code = self._codes.get(pattern)
        if code is None:
            code = self._codes[pattern] = FORMULA + len(self.patterns)
            self.patterns.append(pattern)
            if not self.volatile_functions.isdisjoint(functions(pattern)):
                self.volatile.add(code)
        return code

    def pattern(self, code: int) -> str:
        """The pattern behind a cell code."""
        return self.patterns[code - FORMULA]


def _split(formula: str, row: int, column: int) -> tuple[str, str, tuple[int, ...]]:
    """The R1C1 form, and the A1 form with a hole for each relative row."""
    relative: list[str] = []
    template: list[str] = []
    offsets: list[int] = []
    end = 0
    for match in _REFERENCE.finditer(formula):
        here: list[int] = []
        written = _written(match, row, column, here)
        if written is None:
            continue
        before = formula[end : match.start()]
        relative += (before, written[0])
        template += (before.replace("%", "%%"), written[1])
        offsets += here
        end = match.end()
    relative.append(formula[end:])
    template.append(formula[end:].replace("%", "%%"))
    return "".join(relative), "".join(template), tuple(offsets)


def _written(
    match: re.Match[str], row: int, column: int, offsets: list[int]
) -> tuple[str, str] | None:
    """One reference as R1C1 and as a template; None for what is no reference."""
    part = match.groupdict()
    if part["c"]:
        if column_number(part["c"]) > LAST_COLUMN or int(part["r"]) > LAST_ROW:
            return None
        row_form, row_hole = _row(part["ra"], part["r"], row, offsets)
        form = row_form + _column(part["ca"], part["c"], column)
        return form, f"{part['ca']}{part['c']}{row_hole}"
    if part["c1"]:
        if max(column_number(part["c1"]), column_number(part["c2"])) > LAST_COLUMN:
            return None
        first = _column(part["c1a"], part["c1"], column)
        return f"{first}:{_column(part['c2a'], part['c2'], column)}", match.group()
    if part["r1"]:
        first, first_hole = _row(part["r1a"], part["r1"], row, offsets)
        last, last_hole = _row(part["r2a"], part["r2"], row, offsets)
        return f"{first}:{last}", f"{first_hole}:{last_hole}"
    return None


def _row(fixed: str, digits: str, row: int, offsets: list[int]) -> tuple[str, str]:
    if fixed:
        return f"R{digits}", f"${digits}"
    offset = int(digits) - row
    offsets.append(offset)
    return f"R[{offset}]", "%d"


def _column(fixed: str, letters: str, column: int) -> str:
    number = column_number(letters)
    return f"C{number}" if fixed else f"C[{number - column}]"
