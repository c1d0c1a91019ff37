"""Findings."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.facts import Facts
from readiness.report.layout import FINDINGS, FIRST_ROW

TEXT, WEIGHT = 6, 3


def test_every_finding_is_listed_the_heaviest_first(shown: Workbook, facts: Facts) -> None:
    lines = list(shown[FINDINGS].iter_rows(min_row=FIRST_ROW, values_only=True))
    assert sorted(str(line[TEXT - 1]) for line in lines) == sorted(
        f.text for f in facts.result.findings
    )
    order = ["error", "warning", "hint"]
    weights = [order.index(str(line[WEIGHT - 1])) for line in lines]
    assert weights == sorted(weights)


def test_findings_link_to_their_gap(opened: Workbook) -> None:
    cells = [row[3] for row in opened[FINDINGS].iter_rows(min_row=FIRST_ROW) if row[3].value]
    assert cells
    links = [str(c.hyperlink.location) for c in cells if c.hyperlink]
    assert len(links) == len(cells)
    assert all(link.startswith("'Gap register'!") for link in links)
