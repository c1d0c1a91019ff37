"""The sheet of contract makers: there where one is known, not for the makers themselves."""

import io

import pandas as pd
import pytest
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import SCORECARD
from tests.made import assessment, questionnaire
from tests.operating_model.partners import answers, maker, said, table

OPERATING = said(
    maker(claimed_utilisation="0.9"),
    table(5, 4, 3, 3),
    [a.model_copy(update={"note": "=Ada said"}) for a in answers(CD_3=4, CD_5=4)],
)


def report(view: str = "full", operating=OPERATING) -> bytes:
    made = assessment(operating=operating.model_dump())
    found = assess(made, questionnaire(), robustness=False)
    return gap_workbook(found, made, questionnaire(), view=view)


def test_score_answers_and_checks_stand_in_one_table() -> None:
    seen = pd.read_excel(io.BytesIO(report()), sheet_name=SCORECARD, header=3, engine="openpyxl")
    score = seen[seen["What"] == "Score"].iloc[0]
    assert score["Counts"] == 37.5  # as reckoned in test_scorecard
    three = seen[(seen["What"] == "Answer") & (seen["Question"] == "CD-3")].iloc[0]
    assert (three["Given"], three["Counts"], three["Red flag"]) == (4, 0, "red flag")
    assert "60 %" in three.iloc[-1]
    assert (seen["What"] == "Not asked").sum() == 18
    assert (seen["What"] == "Check").sum() == 1


@pytest.mark.parametrize(
    ("view", "has_it"), [("full", True), ("client", True), ("board", False), ("cdmo:cdmo", False)]
)
def test_who_sees_it(view: str, has_it: bool) -> None:
    book = load_workbook(io.BytesIO(report(view)))
    assert (SCORECARD in book.sheetnames) is has_it


def test_typed_words_leave_for_the_client_and_never_become_formulas() -> None:
    for view, is_there in (("full", True), ("client", False)):
        cells = [c for row in load_workbook(io.BytesIO(report(view)))[SCORECARD] for c in row]
        typed = [cell for cell in cells if "Ada said" in str(cell.value)]
        assert bool(typed) is is_there
        assert all(cell.data_type == "s" for cell in typed)


def test_without_a_maker_there_is_no_such_sheet() -> None:
    book = load_workbook(io.BytesIO(report(operating=assessment().operating)))
    assert SCORECARD not in book.sheetnames
