"""The sheet that holds the table is found among others."""

from datetime import date

import pytest

from readiness.domain.errors import InputRefused
from readiness.evidence.candidates import best_candidate, find_candidates, is_titled
from readiness.files.opened import OpenedFile
from readiness.files.opening import open_upload
from tests.evidence.making import content, deviation, deviations, known
from tests.files.making import Value, xlsx

LOG = deviations(deviation(1), deviation(2))
OLD = deviations(deviation(3))
NOTES: list[list[Value]] = [["please read"], ["and sign"]]


def opened(hidden: tuple[str, ...] = (), **sheets: list[list[Value]]) -> OpenedFile:
    return open_upload("log.xlsx", xlsx(sheets, hidden), errors=content().errors)


def chosen(file: OpenedFile, sheet: str | None = None) -> str:
    best = best_candidate(find_candidates(file, content(), known(), sheet, None), None)
    assert best is not None
    return best.info.name


def test_the_sheet_with_the_headings_and_the_longest_of_equals() -> None:
    assert chosen(opened(Read=NOTES, Old=OLD, Log=LOG)) == "Log"
    assert chosen(opened(Read=NOTES, Old=OLD, Log=LOG), "Old") == "Old"


def test_hidden_sheets_come_last() -> None:
    assert chosen(opened(("Log",), Old=OLD, Log=LOG)) == "Old"


def test_a_missing_sheet_and_a_row_below_the_end_are_refused() -> None:
    for sheet, row, code in (("Nope", None, "no_such_sheet"), ("Log", 99, "no_such_heading_row")):
        with pytest.raises(InputRefused) as refused:
            find_candidates(opened(Log=LOG), content(), known(), sheet, row)
        assert refused.value.problems[0].code == code


def test_titles_are_whole_words() -> None:
    assert is_titled("Slot plan v3.xlsx", ["slot plan"])
    assert not is_titled("Slots planned.xlsx", ["slot plan"])


def test_a_title_tips_the_scale_between_kinds() -> None:
    rows: list[list[Value]] = [["Batch", "Completed"], ["P1", date(2026, 1, 2)]]
    plain = open_upload("a.xlsx", xlsx({"Sheet1": rows}))
    review = open_upload("a.xlsx", xlsx({"Review rounds": rows}))
    kinds = [
        find_candidates(file, content(), known(), None, None)[0].kinds[0]
        for file in (plain, review)
    ]
    assert kinds[1].kind == "reviews"
    assert kinds[1].score > kinds[0].score
