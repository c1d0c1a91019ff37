"""The summary as a whole."""

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.questionnaire import Questionnaire
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.layout import SUMMARY
from readiness.report.summary import SCALE
from tests.report.organisations import judged, organisation


def test_verdict_level_and_index(shown: Workbook, facts: Facts) -> None:
    sheet, result = shown[SUMMARY], facts.result
    assert sheet["B6"].value == result.verdict
    assert sheet["F6"].value == result.level
    assert result.index is not None
    assert sheet["H6"].value == float(result.index)
    assert str(sheet["B3"].value).startswith("As of 2026-11-22")


def test_one_break_between_two_pages(opened: Workbook) -> None:
    sheet = opened[SUMMARY]
    assert len(sheet.row_breaks.brk) == 1
    first = sheet.row_breaks.brk[0].id + 1
    assert str(sheet.cell(first, 2).value).startswith("Top gaps")


def test_the_second_page_begins_at_the_same_row_whatever_the_level(
    content: Questionnaire,
) -> None:
    """Edits may change the level; formulas must not move under those who refer to them."""
    breaks = set()
    for low, high in ((1, 1), (3, 5), (5, 5)):
        maker = organisation(
            content,
            3,
            low=low,
            high=high,
            unknown=0,
            profile={"organisation": "X", "modality": "autologous", "stage": "phase_1"},
        )
        sheet = build(judged(content, maker)[1]).pages[SUMMARY].sheet
        breaks.add(sheet.row_breaks.brk[0].id)
    assert len(breaks) == 1


@pytest.mark.parametrize("modality", ["autologous", "allogeneic", "in_vivo"])
def test_the_first_page_fits_on_paper(content: Questionnaire, modality: str) -> None:
    """A4 landscape: 595 points less margins of 0.45 and 0.65 inches, at the printed scale."""
    for stage in ("phase_1", "phase_2", "pivotal", "launch", "scale"):
        profile = {"organisation": "X", "modality": modality, "stage": stage}
        maker = organisation(content, 3, profile=profile)
        sheet = build(judged(content, maker)[1]).pages[SUMMARY].sheet
        last = sheet.row_breaks.brk[0].id
        heights = [sheet.row_dimensions[row].height or 15 for row in range(1, last + 1)]
        assert sum(heights) <= (595 - 72 * (0.45 + 0.65)) / (SCALE / 100), (stage, sum(heights))


def test_records_missing_are_counted(shown: Workbook, facts: Facts) -> None:
    missing, measurable = len(facts.result.records_missing), facts.result.measurable
    assert str(shown[SUMMARY]["B15"].value).startswith(
        f"Records missing: {missing} of {measurable} measurable capabilities rest on answers"
    )
