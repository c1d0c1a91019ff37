"""Places: rows of one report."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.evidence_register import evidence_entries
from readiness.report.facts import Facts
from readiness.report.layout import ASSUMPTIONS, CALC, METRICS, REGISTER
from readiness.report.places import places


def test_every_capability_metric_and_cut_point_stands_where_it_is_said(
    facts: Facts, opened: Workbook
) -> None:
    at = places(facts, len(evidence_entries(facts)))
    for id, row in at.register_row.items():
        assert opened[REGISTER][f"A{row}"].value == id
        assert opened[CALC][f"A{row}"].value == id
    for id, row in at.metric_row.items():
        assert opened[METRICS][f"A{row}"].value == id
        assert str(opened[ASSUMPTIONS][f"A{at.cut_row[id]}"].value).startswith(f"{id} ")


def test_scored_cells_are_contiguous(facts: Facts) -> None:
    at = places(facts, 0)
    row = at.register_row["OPM-1"]
    assert at.scored("OPM-1", 3) == f"'_calc'!$C${row}:$E${row}"
    assert at.cuts("D1") == f"Assumptions!$D${at.cut_row['D1']}:$G${at.cut_row['D1']}"
