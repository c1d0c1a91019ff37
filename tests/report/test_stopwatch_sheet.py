"""The sheet of the stopwatch: every field of every code; codes of people only in full."""

import io

import pandas as pd
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.gap_workbook import gap_workbook
from readiness.report.layout import STOPWATCH
from tests.made import assessment, questionnaire
from tests.operating_model.watches import answers, run

CODED = run().model_copy(update={"codes": ("P04", "Lot-two", "Lot-three")})


def report(view: str = "full", runs=(CODED,)) -> io.BytesIO:
    made = assessment(
        operating={
            "stopwatch": [one.model_dump() for one in runs],
            "stopwatch_answers": [one.model_dump() for one in answers(12, of=14)],
        }
    )
    found = assess(made, questionnaire(), robustness=False)
    return io.BytesIO(gap_workbook(found, made, questionnaire(), view=view))


def test_fifteen_lines_and_what_they_came_to() -> None:
    seen = pd.read_excel(report(), sheet_name=STOPWATCH, header=3, engine="openpyxl")
    assert list(seen["Answer"]) == [*["right"] * 12, "wrong", "wrong", "not known", "12 of 15"]
    # 12 of 15 are 80 %, stopped after 20 minutes: level 3.
    whole = seen.iloc[-1]
    assert (whole["Level"], whole["Minute"]) == (3, 20)
    assert "Counts as a record. Drawn from 5 codes, seed 1." in whole["What it came to"]


def test_who_sees_it_and_what_of_it() -> None:
    def codes(view: str) -> set[object]:
        return {cell.value for cell in load_workbook(report(view))[STOPWATCH]["C"]}

    assert "P04" in codes("full")
    assert {"(coded)", "Lot-two"} <= codes("client")
    assert "P04" not in codes("client")
    assert STOPWATCH not in load_workbook(report("cdmo:cdmo")).sheetnames
    assert STOPWATCH not in load_workbook(report(runs=())).sheetnames
