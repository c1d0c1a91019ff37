"""The sheet of early choices: figures, sum, and the day until which each can be undone."""

import io

import pandas as pd
import pytest
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import LEDGER
from tests.made import assessment, questionnaire
from tests.operating_model.ledgers import choice, weeks

CHOICES = (
    choice(
        weeks("analytics", 10, 10, 10), weeks("comparability", 20, 20, 20), saved=13, chance=0.5
    ),
    choice(weeks("digital", 200, 200, 200), id="late"),
)


def report(view: str = "full", choices=CHOICES) -> bytes:
    made = assessment(operating={"choices": [one.model_dump() for one in choices]})
    found = assess(made, questionnaire(), robustness=False)
    return gap_workbook(found, made, questionnaire(), view=view)


def test_every_choice_and_their_sum() -> None:
    seen = pd.read_excel(io.BytesIO(report()), sheet_name=LEDGER, header=3, engine="openpyxl")
    # 0.5 * 30 - 13 = 2; undo by 2028-06-05, as reckoned in test_lock_in; 200 weeks are too many.
    first, late, total = (row for _, row in seen.iterrows())
    assert (first["Weeks saved"], first["Weeks to undo it"], first["Net weeks expected"]) == (
        13,
        30,
        2,
    )
    assert str(first["Undo it by"]).startswith("2028-06-05")
    assert first["Longest path"] == "Analytics → Comparability"
    assert (first["State"], late["State"]) == ("open", "passed")
    # 2 + 200 = 202.
    assert (total["Early choice"], total["Net weeks expected"]) == ("Together", 202)


@pytest.mark.parametrize(
    ("view", "has_it"), [("full", True), ("client", True), ("board", False), ("cdmo:cdmo", False)]
)
def test_who_sees_it(view: str, has_it: bool) -> None:
    assert (LEDGER in load_workbook(io.BytesIO(report(view))).sheetnames) is has_it


def test_without_a_choice_there_is_no_such_sheet() -> None:
    assert LEDGER not in load_workbook(io.BytesIO(report(choices=()))).sheetnames
