"""The sheet of the lenses: the figures of the result, live, for those who see all of it."""

import io

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from readiness.report.facts import Facts
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import LEGS, LENSES


def test_every_item_with_its_capabilities(shown: Workbook, facts: Facts) -> None:
    lines = [row[:6] for row in shown[LENSES].iter_rows(min_row=4, values_only=True)]
    for name in ("day_one", "cannot_wait", "enablers"):
        lens, found = facts.questionnaire.lenses.lens(name), facts.result.lenses.lens(name)
        start = next(n for n, line in enumerate(lines) if line[0] == lens.name)
        for item, one in zip(lens.items, found.items, strict=True):
            at = next(n for n in range(start, len(lines)) if lines[n][1] == item.name)
            score = None if one.score is None else float(one.score)
            assert (lines[at][2] or None) == score
            assert lines[at][4] == f"{one.met} of {len(one.capabilities)} met"
            seen = {c.id: c for c in one.capabilities}
            for line in lines[at + 1 : at + 1 + len(item.capabilities)]:
                known = seen.get(str(line[0]))
                if known is None:
                    assert (line[2], line[3] or None) == ("n/a", None)
                else:
                    assert line[2:4] == (known.final or "?", known.needed)
                    assert (line[4] if line[4] != "" else None) == known.missing


def test_who_sees_it(facts: Facts) -> None:
    parts = (facts.result, facts.assessment, facts.questionnaire, facts.evidence)
    for view, seen in (("full", True), ("client", True), ("board", False), ("cdmo:cdmo", False)):
        names = load_workbook(io.BytesIO(gap_workbook(*parts, view=view))).sheetnames
        assert (LENSES in names, LEGS in names) == (seen, seen), view


def test_it_prints_on_one_page(shown: Workbook) -> None:
    setup = shown[LENSES].page_setup
    assert (setup.orientation, setup.fitToHeight, setup.fitToWidth) == ("portrait", 1, 1)
