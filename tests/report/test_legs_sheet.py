"""The last page: three scores that cannot hide one another."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.facts import Facts
from readiness.report.layout import FIRST_ROW, LEGS


def test_the_last_page_holds_the_sentence_and_the_scores(shown: Workbook, facts: Facts) -> None:
    visible = [sheet.title for sheet in shown.worksheets if sheet.sheet_state == "visible"]
    assert visible[-1] == LEGS
    sheet, found = shown[LEGS], facts.result.lenses.legs
    assert sheet["A2"].value == facts.questionnaire.lenses.legs.text
    high = max(leg.score for leg in found if leg.score is not None)
    for row, leg in enumerate(found, start=FIRST_ROW):
        score = None if leg.score is None else float(leg.score)
        assert sheet.cell(row, 1).value == leg.name
        assert (sheet.cell(row, 3).value or None) == score
        apart = None if leg.score is None else float(high - leg.score)
        assert (None if score is None else sheet.cell(row, 4).value) == apart


def test_every_dimension_stands_below_its_leg(shown: Workbook, facts: Facts) -> None:
    names = {d.id: d.name for d in facts.questionnaire.dimensions}
    wanted = [names[id] for leg in facts.result.lenses.legs for id in leg.dimensions]
    cells = [str(row[1]) for row in shown[LEGS].iter_rows(min_row=9, values_only=True) if row[1]]
    assert [cell for cell in cells if cell != "Dimension"] == wanted
