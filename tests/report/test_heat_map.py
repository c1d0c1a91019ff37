"""The heat map."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.facts import Facts
from readiness.report.heat_map import CLAIM, TARGET
from readiness.report.layout import FIRST_ROW, HEAT


def test_every_capability_with_its_marks(shown: Workbook, facts: Facts) -> None:
    lines = {r[0]: r for r in shown[HEAT].iter_rows(min_row=FIRST_ROW, values_only=True) if r[0]}
    assert list(lines) == [r.capability.id for r in facts.rows]
    for row in facts.rows:
        cells = [str(v or "") for v in lines[row.capability.id][3:8]]
        if not row.asked:
            assert lines[row.capability.id][8] == "n/a"
            continue
        target = facts.targets.at(row.capability.id, facts.horizon)
        assert [n for n, v in enumerate(cells, 1) if TARGET in v] == [target]
        claimed = [n for n, v in enumerate(cells, 1) if CLAIM in v]
        differs = row.shown.claimed is not None and row.shown.claimed != row.final
        assert claimed == ([row.shown.claimed] if differs else [])
        assert lines[row.capability.id][8] == (row.final or "?")


def test_dimension_lines_hold_the_scores(shown: Workbook, facts: Facts) -> None:
    lines = [r for r in shown[HEAT].iter_rows(min_row=FIRST_ROW, values_only=True) if not r[0]]
    scores = {d.id: d.score for d in facts.result.dimensions}
    for dimension, line in zip(facts.questionnaire.dimensions, lines, strict=True):
        assert line[1] == dimension.name
        score = scores.get(dimension.id)
        assert (line[8] or None) == (None if score is None else float(score))
