"""Drills and fragmentation flags."""

from datetime import UTC, date, datetime

from openpyxl.workbook.workbook import Workbook

from readiness.domain.assessment import Drill
from readiness.domain.drill_run import DrillAction, DrillRun
from readiness.domain.questionnaire import Questionnaire
from readiness.report.cells import Book
from readiness.report.columns import DRILLS as COLUMNS
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.layout import DRILLS, FIRST_ROW
from tests.report.organisations import judged, organisation

AT = {c.key: n for n, c in enumerate(COLUMNS, start=1)}


def test_the_latest_drill_of_each_scenario_counts(shown: Workbook, facts: Facts) -> None:
    latest = {d.scenario: d for d in facts.result.drills if d.latest}
    for row, scenario in enumerate(facts.questionnaire.drills.scenarios, start=FIRST_ROW):
        counted = shown[DRILLS].cell(row, AT["counted"]).value
        drill = latest.get(scenario.id)
        expected = drill.counted if drill else (0 if scenario.mandatory else None)
        assert (counted if counted != "" else None) == expected


def drilled(content: Questionnaire, *drills: Drill) -> Book:
    return build(judged(content, organisation(content, 1, drills=drills))[1])


def test_a_stale_drill_with_a_critical_fail(content: Questionnaire) -> None:
    """80 points, critical: at most 49; older than 12 months: 49 - 20 = 29."""
    scenario = content.drills.scenarios[0].id
    drill = Drill(scenario=scenario, held_on=date(2025, 11, 21), points=80, critical_fail=True)
    page = drilled(content, drill).pages[DRILLS]
    assert page.cached["F5"] == 29
    assert page.cached[f"{page.sheet.cell(5, AT['recent']).coordinate}"] == 0


def test_earlier_drills_stand_below(content: Questionnaire) -> None:
    scenario = content.drills.scenarios[0].id
    old = Drill(scenario=scenario, held_on=date(2026, 1, 1), points=10)
    new = Drill(scenario=scenario, held_on=date(2026, 2, 1), points=20)
    sheet = drilled(content, old, new).pages[DRILLS].sheet
    points = [sheet.cell(row, 4).value for row in range(FIRST_ROW, sheet.max_row + 1)]
    assert points[0] == 20
    assert points[-1] == 10


def test_flags_say_raised_not_known_or_not_raised(shown: Workbook, facts: Facts) -> None:
    states = {row[1].value: row[2].value for row in shown[DRILLS].iter_rows(min_row=12)}
    for flag in facts.questionnaire.hybrid.flags:
        expected = {"F2": "raised", "F4": "raised", "F6": "not known"}.get(flag.id, "not raised")
        assert states[flag.id] == expected


def test_what_follows_from_a_drill_stands_below(content: Questionnaire) -> None:
    run = DrillRun(id="d1", scenario="site_down", started=datetime(2026, 11, 20, 9, tzinfo=UTC))
    action = DrillAction(run="d1", n=1, text="=List freezers", owner="QA", due=date(2026, 12, 1))
    said = organisation(content, 1)
    said = said.model_copy(update={"drill_runs": (run,), "drill_actions": (action,)})
    sheet = build(judged(content, said)[1]).pages[DRILLS].sheet
    last = sheet.max_row
    assert sheet.cell(last, 1).value == "Site down"
    assert sheet.cell(last, 4).value == "QA"
    assert (sheet.cell(last, 9).value, sheet.cell(last, 9).data_type) == ("=List freezers", "s")
    assert sheet.print_area.endswith(f"${last}")
