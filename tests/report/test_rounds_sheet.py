"""The sheet *Two rounds*: where a view has it, what it holds, and that figures are figures."""

import io
import re
from dataclasses import replace

import pandas as pd
from openpyxl import load_workbook

from readiness.engine import assess
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build, gap_workbook, sheets_of
from readiness.report.layout import ROUNDS
from readiness.report.views import view_of
from readiness.workspace.swapping import Round
from readiness.workspace.two_rounds import two_rounds
from tests.made import questionnaire, said
from tests.rounds import one, tally

BEFORE = one(said("OPM-1", 1, basis="statement", note="Ada said so"), **tally(90))
AFTER = one(said("OPM-1", 4, basis="record", note="Ada said so"), **tally(30))


def report(after: Round, before: Round | None, view: str = "full") -> bytes:
    return gap_workbook(
        assess(after.assessment, after.questionnaire),
        after.assessment,
        after.questionnaire,
        view=view,
        rounds=two_rounds(before, after) if before else None,
    )


def test_the_sheet_stands_in_the_full_and_the_client_view_where_a_round_is_known() -> None:
    for view, has_it in (("full", True), ("client", True), ("board", False), ("cdmo:cdmo", False)):
        chosen = view_of(questionnaire(), view)
        assert (ROUNDS in sheets_of(chosen, rounds=True)) is has_it
        assert ROUNDS not in sheets_of(chosen)
    for before in (BEFORE, None):
        names = load_workbook(io.BytesIO(report(AFTER, before))).sheetnames
        shown = tuple(name for name in names if not name.startswith("_"))
        assert shown == sheets_of(view_of(questionnaire(), "full"), rounds=before is not None)


def test_a_program_reads_levels_as_numbers_under_one_heading_row() -> None:
    table = pd.read_excel(
        io.BytesIO(report(AFTER, BEFORE)), sheet_name=ROUNDS, header=3, engine="openpyxl"
    )
    capability = table[(table["What"] == "Capability") & (table["ID"] == "OPM-1")].iloc[0]
    assert (capability["Before"], capability["After"]) == (1, 4)
    assert capability["Which way"] == "▲ better"
    assert capability["Why"].startswith("Answers 1 → 2; what was shown for them 2 → 4")
    assert list(table[table["What"] == "Input"]["Why"]) == [
        "One answer with another level",
        "One answer backed by more",
        "One metric counted anew",
    ]


def test_the_client_view_shows_no_word_that_was_typed() -> None:
    sheet = load_workbook(io.BytesIO(report(AFTER, BEFORE, "client")))[ROUNDS]
    words = " ".join(str(c.value) for row in sheet.iter_rows() for c in row if c.value)
    assert "OPM-1" in words
    assert "Ada" not in words


def test_the_board_reads_the_move_in_a_line_of_its_first_page() -> None:
    sheet = load_workbook(io.BytesIO(report(AFTER, BEFORE, "board")))["Summary"]
    said = str(sheet["B4"].value)
    assert said.startswith(f"Since {BEFORE.assessment.as_of:%d %b %Y}: Overall level")
    assert re.search(r"\d worse, \d+ better, \d otherwise changed\.$", said)
    alone = load_workbook(io.BytesIO(report(AFTER, None, "board")))["Summary"]
    assert alone["B4"].value == "Figures as exported."


def test_equal_rounds_say_that_nothing_moved(facts: Facts) -> None:
    still = two_rounds(AFTER, AFTER)
    sheet = build(replace(facts, rounds=still)).pages[ROUNDS].sheet
    assert "Nothing moved" in str(sheet["A2"].value)
    assert sheet.max_row < 6
