"""Columns to typed values, and problems with their places."""

from datetime import date, datetime
from typing import Any

import pytest

from readiness.domain.errors import InputRefused, Problem
from readiness.evidence.mapping import FileMapping
from readiness.evidence.reading import MOST_PROBLEMS
from readiness.files.opened import OpenedFile
from readiness.files.opening import open_upload
from tests.evidence.making import as_csv, as_xlsx, column, content, deviation, deviations, intake
from tests.files.making import SHEET, Value, bare_sheet, with_part, xlsx

MAPPING = FileMapping(
    file="log.xlsx",
    kind="deviations",
    columns={"id": "Record No.", "discovered": "Date Discovered", "severity": "Severity"},
)


def refused(rows: list[list[Value]], **changed: Any) -> list[Problem]:
    with pytest.raises(InputRefused) as error:
        intake(as_xlsx(rows), MAPPING, **changed)
    return list(error.value.problems)


def test_types() -> None:
    rows: list[list[Value]] = [
        ["When", "Kind", "Who", "Planned", "Minutes", "Batch"],
        [datetime(2026, 1, 2, 22, 30), "Call-out", "Ina Adler", "No", 45, "P001; P002"],
        ["2026-01-03", "Expedite", None, None, "1,5", None],
    ]
    found = intake(as_xlsx(rows))
    assert {n: str(t) for n, t in found.table.dtypes.items() if not str(n).startswith("_")} == {
        "at": "datetime64[us]",
        "kind": "object",
        "person": "object",
        "batch": "object",
        "planned": "object",
        "minutes": "float64",
    }
    assert found.table["at"].tolist() == [datetime(2026, 1, 2, 22, 30), datetime(2026, 1, 3)]
    assert column(found, "person") == ["P01", None]
    assert column(found, "batch") == [("P001", "P002"), None]
    assert column(found, "planned") == [False, None]
    assert column(found, "minutes") == [45, 1.5]


def test_returned_may_be_a_date_or_a_yes() -> None:
    dates: list[list[Value]] = [["Batch", "Returned"], ["P1", date(2026, 1, 2)], ["P1", "no"]]
    words: list[list[Value]] = [["Batch", "Returned"], ["P1", "yes"], ["P1", "no"]]
    mapping = FileMapping(
        file="log.xlsx", kind="reviews", columns={"batch": "Batch", "returned": "Returned"}
    )
    assert column(intake(as_xlsx(dates), mapping), "returned") == [datetime(2026, 1, 2), None]
    assert column(intake(as_xlsx(words), mapping), "returned") == [True, False]


def test_a_date_that_fits_no_format_is_named_with_its_place() -> None:
    rows = deviations(
        deviation(1, discovered="13.01.2026"),
        deviation(2, discovered="31.02.2026"),
        deviation(3, discovered="Ina Adler knows"),
    )
    found = refused(rows, date_format="DD.MM.YYYY")
    assert [(p.sheet, p.row, p.column, p.code) for p in found] == [
        ("Log", 3, "Date Discovered", "date_unreadable"),
        ("Log", 4, "Date Discovered", "date_unreadable"),
    ]
    assert [p.found for p in found] == ["31.02.2026", "text of 15 characters"]
    assert found[0].expected == "a date written DD.MM.YYYY"
    assert found[0].advice
    assert "Adler" not in " ".join(map(str, found))


def test_a_declared_format_is_not_overruled_by_another_that_fits() -> None:
    rows = deviations(deviation(1, discovered="01/02/2026"), deviation(2, discovered="01/31/2026"))
    found = refused(rows, date_format="DD/MM/YYYY")
    assert [(p.row, p.code) for p in found] == [(3, "date_unreadable")]


def test_a_column_written_quite_another_way_proves_its_own_format() -> None:
    rows = deviations(deviation(1, discovered="2026-01-31"), deviation(2, discovered="2026-02-01"))
    found = intake(as_csv(rows), MAPPING, date_format="DD/MM/YYYY")
    assert column(found, "discovered") == [datetime(2026, 1, 31), datetime(2026, 2, 1)]


def test_real_dates_may_be_promised_and_texts_among_them_still_proven() -> None:
    rows = deviations(deviation(1), deviation(2, discovered="2026-01-31"))
    found = intake(as_xlsx(rows), MAPPING, date_format="excel")
    assert column(found, "discovered")[1] == datetime(2026, 1, 31)


def test_ambiguous_dates_are_asked_for_once_with_their_count() -> None:
    rows = deviations(deviation(1, discovered="01/02/2026"), deviation(2, discovered="03/03/2026"))
    (problem,) = refused(rows)
    assert problem.code == "date_ambiguous"
    assert problem.message.startswith("1 dates")
    assert "DD/MM/YYYY, MM/DD/YYYY" in problem.advice


def test_a_required_cell_that_is_empty_is_named() -> None:
    rows = deviations(deviation(1, id=None), deviation(2, discovered="TBD"), deviation(3))
    assert [(p.row, p.column, p.code) for p in refused(rows)] == [
        (2, "Record No.", "required_empty"),
        (3, "Date Discovered", "required_empty"),
    ]


def test_an_unknown_word_in_a_required_column_is_a_note_and_no_problem() -> None:
    rows: list[list[Value]] = [
        ["When", "Kind"],
        [date(2026, 1, 2), "Call-out"],
        [date(2026, 1, 3), "odd"],
    ]
    assert column(intake(as_xlsx(rows)), "kind") == ["call_out", None]


def test_a_task_that_nobody_can_do_is_a_row() -> None:
    rows: list[list[Value]] = [
        ["Critical task", "Qualified person"],
        ["Harvest", ""],
        ["Fill", "Ina"],
    ]
    assert column(intake(as_xlsx(rows)), "person") == [None, "P01"]


def test_many_problems_are_counted() -> None:
    rows = deviations(*(deviation(i, discovered="never") for i in range(MOST_PROBLEMS + 30)))
    found = refused(rows)
    assert len(found) == MOST_PROBLEMS + 1
    assert "30 more rows" in str(next(p for p in found if p.code == "more_of_the_same"))


def test_numbers_that_are_none() -> None:
    rows: list[list[Value]] = [
        ["Lot", "Start Date", "Pages"],
        ["P1", date(2026, 1, 2), "about ninety"],
    ]
    with pytest.raises(InputRefused) as error:
        intake(as_xlsx(rows))
    assert [(p.row, p.column, p.code) for p in error.value.problems] == [
        (2, "Pages", "number_unreadable")
    ]


def test_a_formula_without_a_saved_result_stops_its_column_only() -> None:
    head = "".join(
        f'<c r="{letter}1" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABC", ("Record No.", "Date Discovered", "Days"), strict=True)
    )

    def opened(date_cell: str) -> OpenedFile:
        cells = f'<c r="A2" t="inlineStr"><is><t>D1</t></is></c><c r="B2">{date_cell}</c>'
        cells += '<c r="C2"><f>1+1</f><v></v></c>'
        sheet = bare_sheet(f'<row r="1">{head}</row><row r="2">{cells}</row>')
        data = with_part(xlsx({"Log": [["x"]]}), SHEET, lambda _: sheet)
        return open_upload("log.xlsx", data, errors=content().errors)

    mapping = MAPPING.model_copy(update={"columns": dict(list(MAPPING.columns.items())[:2])})
    assert len(intake(opened("<v>46000</v>"), mapping).table) == 1
    with pytest.raises(InputRefused) as error:
        intake(opened("<f>TODAY()</f><v></v>"), mapping)
    codes = [(p.row, p.column, p.code) for p in error.value.problems]
    assert (2, "Date Discovered", "value_missing_formula") in codes


@pytest.mark.parametrize(
    ("heading", "minutes"), [("Duration (h)", 90), ("Dauer [min]", 1.5), ("Duration", 1.5)]
)
def test_hours_are_no_minutes(heading: str, minutes: float) -> None:
    rows = [["When", "Kind", heading], ["2026-01-31", "Expedite", "1,5"]]
    found = intake(as_csv(rows))
    assert column(found, "minutes") == [minutes]
    assert ("note_unit" in {n.code for n in found.notes}) == (minutes == 90)
