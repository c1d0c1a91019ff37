"""The difference of a report that came back, whatever was done to it besides."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.assessment import Override
from readiness.domain.errors import InputRefused
from readiness.domain.tracking import Tracking
from readiness.report.layout import ASSUMPTIONS, FINDINGS, REGISTER
from readiness.workspace.report_back import taken
from readiness.workspace.report_fields import Key, Said
from readiness.workspace.three_way import Undecided
from tests.report.office import converted
from tests.report.organisations import AS_OF
from tests.workspace.reporting import codes, heads, left, looked, origin, row_of, told_of, typed

EDITS: dict[tuple[str, str, str], Any] = {
    (REGISTER, "CTL-1", "Owner"): "Head of Quality",
    (REGISTER, "CTL-1", "Due"): date(2027, 6, 30),
    (REGISTER, "CTL-1", "P override"): 5,
    (REGISTER, "OPM-1", "Status"): "in progress",
    (REGISTER, "OPM-1", "Comment"): "board asked twice",
    (REGISTER, "OPM-1", "Target override"): 2,
    (REGISTER, "OPM-1", "Override reason"): "one site until 2029",
    (ASSUMPTIONS, "P  patient impact", ""): 0.5,
}
FORMULAS = ("RT40", "RT44")
EXPECTED = {
    ("CTL-1", "owner"): ("changed", "Head of Quality"),
    ("CTL-1", "due"): ("changed", "2027-06-30"),
    ("CTL-1", "P"): ("changed", "5"),
    ("OPM-1", "status"): ("new", "in progress"),
    ("OPM-1", "comment"): ("new", "board asked twice"),
    ("OPM-1", "target"): ("new", "2"),
    ("settings", "weight P"): ("changed", "0.5"),
}


def test_an_untouched_report_changes_nothing() -> None:
    for data in (left()[1], typed({})):
        back = looked(data)
        assert (back.lines, back.notes, back.asks) == ((), (), {})


def test_every_field_comes_back_with_its_reason_and_place() -> None:
    finding = left()[2]
    data = typed(EDITS | {(FINDINGS, finding, "Status"): "accepted"})
    back = looked(data)
    assert told_of(back) == EXPECTED | {(finding, "status"): ("new", "accepted")}
    by_key = {line.key: line for line in back.lines}
    assert by_key[Key("OPM-1", "target")].found == Said("2", "one site until 2029")
    assert by_key[Key("CTL-1", "P")].found == Said("5", "seen in two audits")
    assert by_key[Key("CTL-1", "P")].exported == Said("4", "seen in two audits")
    sheet, row, heading = back.places[Key("CTL-1", "due")]
    assert (sheet, row > 4, heading) == (REGISTER, True, "Due")
    assert codes(back) == []


def sort(book: Workbook) -> None:
    """All rows of the register the other way round, values only: what a sort of values does."""
    sheet = book[REGISTER]
    head = heads(sheet)[0]
    cells = sheet.iter_rows(min_row=head + 1, max_row=54)
    rows = [[(c.value, c.data_type) for c in row] for row in cells]
    for number, row in enumerate(reversed(rows), start=head + 1):
        for column, (value, kind) in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value, cell.data_type = value, kind


def hide(book: Workbook) -> None:
    sheet = book[REGISTER]
    sheet.row_dimensions[row_of(sheet, "CTL-1")].hidden = True
    sheet.auto_filter.add_filter_column(1, ["nothing"])


def rename(book: Workbook) -> None:
    book[REGISTER].title = "Lücken Q1"
    book["Lücken Q1"].sheet_state = "visible"
    book.move_sheet("Lücken Q1", 5)
    book[ASSUMPTIONS].title = "A"
    book.move_sheet("A", -9)


def insert(book: Workbook) -> None:
    sheet = book[REGISTER]
    sheet.insert_rows(2, 3)
    sheet.insert_rows(20)
    sheet.insert_cols(3)
    book[ASSUMPTIONS].insert_cols(1)
    book[ASSUMPTIONS].insert_rows(8)


def drop_other_rows(book: Workbook) -> None:
    sheet = book[REGISTER]
    for id in ("PPL-1", "PPL-2"):
        sheet.delete_rows(row_of(sheet, id))


@pytest.mark.parametrize(
    ("change", "notes"),
    [
        (sort, []),
        (hide, []),
        (rename, []),
        (insert, []),
        (drop_other_rows, ["RT43"]),
    ],
)
def test_where_things_stand_means_nothing(
    change: Callable[[Workbook], None], notes: list[str]
) -> None:
    back = looked(typed(EDITS, change))
    assert told_of(back) == EXPECTED
    # openpyxl moves no formulas when rows are: what became of them is not the point here
    assert [code for code in codes(back) if code not in FORMULAS] == notes


def test_decimal_commas_and_dates_as_text_are_read_and_said() -> None:
    data = typed(
        {
            (ASSUMPTIONS, "P  patient impact", ""): "0,5",
            (REGISTER, "CTL-1", "Due"): "31.12.2027",
            (REGISTER, "CTL-1", "P override"): "5",
        }
    )
    back = looked(data)
    assert told_of(back) == {
        ("settings", "weight P"): ("changed", "0.5"),
        ("CTL-1", "due"): ("changed", "2027-12-31"),
        ("CTL-1", "P"): ("changed", "5"),
    }
    assert codes(back) == ["RT33", "RT33", "RT33"]


def test_saved_by_libreoffice_as_xlsx_and_as_ods(tmp_path: Path) -> None:
    books = {"same": left()[1], "edited": typed(EDITS)}
    (tmp_path / "x").mkdir()
    (tmp_path / "o").mkdir()
    excel, ods = converted(books, tmp_path / "x"), converted(books, tmp_path / "o", "ods")
    for files, name in ((excel, "back.xlsx"), (ods, "back.ods")):
        same = looked(files["same"], name=name)
        assert (same.lines, same.notes) == ((), ())
        assert told_of(looked(files["edited"], name=name)) == EXPECTED


def test_text_that_looks_like_a_formula_stays_text_both_ways() -> None:
    back = looked(typed({(REGISTER, "CTL-1", "Comment"): "'=cmd|x"}))
    assert told_of(back) == {("CTL-1", "comment"): ("new", "'=cmd|x")}

    def as_text(book: Workbook) -> None:
        sheet = book[REGISTER]
        cell = sheet.cell(row_of(sheet, "CTL-1"), heads(sheet)[1]["Comment"])
        cell.value, cell.data_type = "=cmd|x", "s"

    assert told_of(looked(typed({}, as_text))) == {("CTL-1", "comment"): ("new", "=cmd|x")}
    with pytest.raises(InputRefused, match="a formula stands here"):
        looked(typed({(REGISTER, "CTL-1", "Comment"): "=1+1"}))


def test_an_emptied_cell_is_taken_away_and_a_deleted_row_is_not() -> None:
    back = looked(
        typed({(REGISTER, "CTL-1", "Owner"): None, (REGISTER, "CTL-1", "P override"): None})
    )
    assert told_of(back) == {
        ("CTL-1", "owner"): ("taken away", None),
        ("CTL-1", "P"): ("taken away", None),
    }
    gone = looked(typed({}, lambda b: b[REGISTER].delete_rows(row_of(b[REGISTER], "CTL-1"))))
    assert gone.lines == ()
    assert [(n.code, "CTL-1" in n.message) for n in gone.notes if n.code not in FORMULAS] == [
        ("RT43", True)
    ]


def test_what_changed_on_both_sides_is_a_conflict_and_on_one_side_is_none() -> None:
    now = origin(
        tracking=(
            Tracking(item="CTL-1", owner="QA lead", status="done", due=date(2027, 3, 1)),
            Tracking(item="CTL-2", comment="=1+1 is what they say"),
        )
    )
    back = looked(typed(EDITS), now)
    assert told_of(back) == EXPECTED | {("CTL-1", "owner"): ("conflict", "Head of Quality")}
    assert codes(back) == ["RT30"]
    assert "revision 3, the assessment is at 5" in back.notes[0].message
    said, content = now.assessment, now.questionnaire
    with pytest.raises(Undecided):
        taken(back, {}, said, content, AS_OF)
    key = Key("CTL-1", "owner")
    new = taken(back, {key: "app"}, said, content, AS_OF)
    assert new.tracking["CTL-1"] == Tracking(
        item="CTL-1", owner="QA lead", status="done", due=date(2027, 6, 30)
    )
    assert taken(back, {key: "file"}, said, content, AS_OF).count == new.count + 1


def test_what_is_taken_becomes_entries() -> None:
    finding = left()[2]
    before = left()[0]
    edits = EDITS | {
        (FINDINGS, finding, "Owner"): "QA systems lead",
        (REGISTER, "CTL-2", "Comment"): None,
        (REGISTER, "CTL-1", "Target override"): None,
        (ASSUMPTIONS, "act now", ""): 45,
    }
    new = taken(looked(typed(edits)), {}, before.assessment, before.questionnaire, AS_OF)
    assert new.tracking == {
        "CTL-1": Tracking(
            item="CTL-1", owner="Head of Quality", status="open", due=date(2027, 6, 30)
        ),
        "OPM-1": Tracking(item="OPM-1", status="in progress", comment="board asked twice"),
        "CTL-2": None,
        finding: Tracking(item=finding, owner="QA systems lead"),
    }
    assert new.overrides["CTL-1", "target"] is None
    assert new.overrides["OPM-1", "target"] == Override(
        capability="OPM-1",
        rating="target",
        value=2,
        reason="one site until 2029",
        by="assessor",
        on=AS_OF,
    )
    assert new.settings is not None
    assert new.settings.weights is not None
    assert [float(v) for v in new.settings.weights.values()] == [0.5, 0.3, 0.25]
    assert new.settings.bands == {"act_now": 45, "next": 20, "plan": 10}
    assert new.settings.horizon == before.assessment.settings.horizon


def test_texts_that_name_somebody_are_left_out_until_a_person_says_otherwise() -> None:
    edits = {
        (REGISTER, "CTL-1", "Owner"): "Ina Adler",
        (REGISTER, "CTL-2", "Owner"): "Head of Quality",
        (REGISTER, "OPM-1", "Comment"): "ask ada@northgate.example",
        (REGISTER, "OPM-2", "L override"): 5,
        (REGISTER, "OPM-2", "Override reason"): "see MRN 12345678 for why",
    }
    before = left()[0]
    back = looked(typed(edits))
    assert {key.item: re.sub(r"\. .*", "", text) for key, text in back.asks.items()} == {
        "CTL-1": "This looks like a name",
        "OPM-1": "This looks like an e-mail address",
        "OPM-2": "This looks like a record number",
    }
    new = taken(back, {}, before.assessment, before.questionnaire, AS_OF)
    assert (list(new.tracking), new.overrides) == (["CTL-2"], {})
    confirmed = taken(
        back, {Key("CTL-1", "owner"): "file"}, before.assessment, before.questionnaire, AS_OF
    )
    assert confirmed.tracking["CTL-1"] is not None
