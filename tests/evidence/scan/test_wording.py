"""Formulas in the sentences of findings."""

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import SheetCells
from readiness.evidence.scan.formulas import FORMULA, FormulaTable
from readiness.evidence.scan.patients import PatientSearch
from readiness.evidence.scan.wording import Wording


def wording(rules: ScanRules, *patterns: str) -> Wording:
    return Wording(FormulaTable(patterns=list(patterns)), PatientSearch([], rules), rules)


def test_texts_and_people_are_withheld(rules: ScanRules) -> None:
    said = wording(rules, 'IF(R[0]C[1]="Quartz",1)', "MRN_0098765+1", "R1C1+" * 40)
    assert said.pattern(FORMULA) == 'IF(R[0]C[1]="…",1)'
    assert said.pattern(FORMULA + 1) == "…"
    assert len(said.pattern(FORMULA + 2)) == 121
    assert said.pattern(1) == "…"


def test_each_formula_has_its_own_sentence(rules: ScanRules) -> None:
    cells = SheetCells()
    cells.columns[2] = {2: FORMULA, 3: FORMULA, 4: FORMULA + 1}
    said = wording(rules, "R[0]C[-1]/0", "#REF!")
    places = [(2, 2), (3, 2), (4, 2)]
    found = list(said.found("error_cell", "Plan", cells, places))
    assert [(f.address, "(R[0]C[-1]/0)" in f.text) for f in found] == [
        ("B2", True), ("B3", True), ("B4", False),
    ]  # fmt: skip
    runs = list(said.found("volatile_date", "Plan", cells, places, runs=True))
    assert [(f.address, f.count) for f in runs] == [("B2:B3", 2), ("B4", 1)]


def test_many_different_formulas_are_not_told_apart(rules: ScanRules) -> None:
    cells = SheetCells()
    cells.columns[1] = {row: FORMULA + row for row in range(1, 40)}
    said = wording(rules, *(f"R{n}C1/0" for n in range(40)))
    found = list(said.found("error_cell", "Plan", cells, [(row, 1) for row in range(1, 40)]))
    assert {f.text for f in found} == {rules.why("error_cell", pattern="…")}
    assert len(found) == 39
