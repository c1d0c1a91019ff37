"""The roadmap."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from openpyxl.workbook.workbook import Workbook

from readiness.domain.base import remade
from readiness.domain.planning import ActionEdit, Plan
from readiness.report.columns import ROADMAP as COLUMNS
from readiness.report.facts import Facts, Weeks
from readiness.report.gap_workbook import build
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


def test_edits_weeks_and_actions_of_their_own_stand_in_the_table(facts: Facts) -> None:
    known = [i.capability for i in facts.result.roadmap if not i.assess_first]
    first, other = known[0], known[1]
    edits = (
        ActionEdit(
            id=first,
            status="started",
            start=date(2026, 10, 5),
            owner="Head of QA",
            effort=Fraction(7),
            elapsed=9,
            reason="agreed",
        ),
        ActionEdit(
            id="freezers",
            name="=Map the freezers",
            effort={"SC": Fraction(2), "QA": Fraction(1)},
            elapsed=3,
            lifts={first: 3, other: 2},
            needs=(other,),
            reason="asked for",
        ),
    )
    said = remade(facts.assessment, plan=Plan(actions=edits))
    weeks = Weeks({first: (1, 9), "freezers": (4, 6)}, date(2026, 11, 23), "Plan optimal.")
    page = build(replace(facts, assessment=said, weeks=weeks)).pages[ROADMAP]
    rows = {r[AT["id"]].value: r for r in page.sheet.iter_rows(min_row=FIRST_ROW)}

    def told(id: str, *keys: str) -> list[object]:
        return [rows[id][AT[key]].value for key in keys]

    # The day is the 46300th after 30 December 1899.
    assert told(first, "owner", "status", "start") == ["Head of QA", "started", 46_300]
    assert told(first, "effort", "elapsed", "first", "last") == [7, 9, 1, 9]
    assert told(other, "owner", "status", "start", "first") == [None, "planned", None, None]
    assert told("freezers", "capability", "reason", "needs", "effort") == [
        "=Map the freezers",
        f"Your own action: lifts {first} to 3, {other} to 2",
        other,
        3,
    ]
    assert rows["freezers"][AT["capability"]].data_type == "s"
    assert told("freezers", "order") == [len(facts.result.roadmap) + 1]
    assert page.sheet.cell(2, AT["owner"] + 1).value == (
        "Week 1 begins on 2026-11-23. Plan optimal."
    )
    last = int(rows["freezers"][0].row or 0) + 2
    plain = {i.capability: i.capability for i in facts.result.roadmap} | {first: ""}
    capabilities = facts.questionnaire.capabilities
    # 7 of the edited one, 2 + 1 of their own, the others as the content has them.
    others = sum(capabilities[id].action.effort_total for id in plain.values() if id)
    assert page.cached[f"K{last}"] == 7 + 3 + others
