"""Formulas in the sentences of findings: in R1C1 terms, without texts, without people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from readiness.domain.scan import CellFinding
from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import Place, SheetCells
from readiness.evidence.scan.formulas import FORMULA, FormulaTable, without_texts
from readiness.evidence.scan.listing import list_places, list_runs
from readiness.evidence.scan.patients import PatientSearch

_LONGEST = 120
_MOST_PATTERNS = 30  # more different formulas on one sheet are not told apart


class Wording:
    """Patterns as they may be shown; each is searched for people once."""

    def __init__(self, formulas: FormulaTable, search: PatientSearch, rules: ScanRules) -> None:
        self._formulas = formulas
        self._search = search
        self._rules = rules
        self._shown: dict[int, str] = {}

    def pattern(self, code: int) -> str:
        """The pattern behind a cell code; … for one that names a person or is not stored."""
        if code not in self._shown:
            pattern = without_texts(self._formulas.pattern(code)) if code >= FORMULA else ""
            clean = pattern and self._search.is_clean(pattern)
            short = pattern if len(pattern) <= _LONGEST else f"{pattern[:_LONGEST]}…"
            self._shown[code] = short if clean else "…"
        return self._shown[code]

    def found(
        self,
        kind: str,
        sheet: str,
        cells: SheetCells,
        places: Iterable[Place],
        *,
        runs: bool = False,
        **facts: object,
    ) -> Iterator[CellFinding]:
        """Findings of one kind, each with its formula in R1C1 terms.

        ``runs``: neighbours of a column are one finding; ``facts``: further words of the sentence.
        """
        groups: dict[str, list[Place]] = defaultdict(list)
        count = 0
        for row, column in places:
            groups[self.pattern(cells.columns.get(column, {}).get(row, 0))].append((row, column))
            count += 1
        if len(groups) > _MOST_PATTERNS:
            groups = {"…": [place for group in groups.values() for place in group]}
        most = self._rules.each_address_up_to
        limit = most if runs or count <= most else 0
        for pattern, group in groups.items():
            text = self._rules.why(kind, pattern=pattern, **facts)
            lister = list_runs if runs else list_places
            yield from lister(kind, sheet, group, text, limit)
