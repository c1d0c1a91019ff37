"""Assumptions."""

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.assessment import Settings
from readiness.domain.questionnaire import Questionnaire
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.layout import ASSUMPTIONS
from tests.report.organisations import judged, organisation


def test_weights_bands_and_horizon_with_their_exported_values(shown: Workbook) -> None:
    sheet = shown[ASSUMPTIONS]
    assert [sheet[f"B{r}"].value for r in (6, 7, 8)] == [0.45, 0.3, 0.25]
    assert [sheet[f"D{r}"].value for r in (6, 7, 8)] == [0.45, 0.3, 0.25]
    assert [sheet[f"B{r}"].value for r in (11, 12, 13)] == [40, 20, 10]
    assert (sheet["B16"].value, sheet["B17"].value) == ("Phase 1", "Phase 2")
    assert sheet["H6"].value == "the three weights add up to 1"


def test_weights_that_do_not_add_up_are_divided_by_their_sum(content: Questionnaire) -> None:
    settings = Settings.model_validate({"weights": {"P": 1, "R": 0.5, "L": 0.5}})
    facts = judged(content, organisation(content, 1, settings=settings))[1]
    page = build(facts).pages[ASSUMPTIONS]
    assert [page.cached[f"C{r}"] for r in (6, 7, 8)] == [0.5, 0.25, 0.25]
    assert page.cached["H6"] == "divided by their sum"


def test_cut_points_are_those_of_the_modality(content: Questionnaire) -> None:
    scaled = [m for m in content.metrics if m.cut_factor]
    assert scaled
    for metric in scaled:
        modality, factor = next(iter(metric.cut_factor.items()))
        profile = {"organisation": "X", "modality": modality, "stage": "phase_1"}
        facts = judged(content, organisation(content, 1, profile=profile))[1]
        sheet = build(facts).pages[ASSUMPTIONS].sheet
        row = next(r for r in sheet.iter_rows() if str(r[0].value).startswith(f"{metric.id}  "))
        expected = [float(cut * factor) for cut in metric.cuts]
        assert [c.value for c in row[3:7]] == pytest.approx(expected)


def test_every_figure_of_the_rules_is_printed_and_locked(opened: Workbook, facts: Facts) -> None:
    for name in ("Above_records", "Act_now_gap", "Coverage_full", "Drill_cap", "Max_span"):
        (sheet, area) = next(iter(opened.defined_names[name].destinations))
        cell = opened[sheet][area]
        assert sheet == ASSUMPTIONS
        assert cell.value is not None
        assert cell.protection.locked
    records = facts.questionnaire.records
    (sheet, area) = next(iter(opened.defined_names["Above_records"].destinations))
    assert opened[sheet][area].value == records.above_records
