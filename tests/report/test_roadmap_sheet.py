"""The roadmap."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.columns import ROADMAP as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import FIRST_ROW, ROADMAP

AT = {c.key: n for n, c in enumerate(COLUMNS)}


def test_order_waves_reasons_and_actions(shown: Workbook, facts: Facts) -> None:
    lines = list(shown[ROADMAP].iter_rows(min_row=FIRST_ROW, values_only=True))
    assert facts.result.roadmap
    for item, line in zip(facts.result.roadmap, lines, strict=False):
        action = facts.questionnaire.capabilities[item.capability].action
        assert (line[AT["order"]], line[AT["wave"]]) == (item.order, item.wave)
        assert line[AT["id"]] == item.capability
        assert line[AT["reason"]] == item.reason
        assert str(line[AT["action"]]).endswith(action.text)
        assert line[AT["owner_role"]] == action.owner
        assert line[AT["needs"]] == (", ".join(item.prerequisites) or None)
        assert str(line[AT["action"]]).startswith("Assess it") is item.assess_first


def test_total_effort(shown: Workbook, facts: Facts) -> None:
    total = sum(
        facts.questionnaire.capabilities[i.capability].action.effort_total
        for i in facts.result.roadmap
    )
    row = FIRST_ROW + len(facts.result.roadmap) + 1
    assert shown[ROADMAP].cell(row, AT["effort"] + 1).value == float(total)
