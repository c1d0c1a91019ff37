"""Things worth knowing, without a word that identifies anybody."""

from datetime import date, datetime

import pytest

from readiness.files.opening import open_upload
from tests.evidence.making import as_csv, as_xlsx, content, deviation, deviations, intake
from tests.files.making import Value, with_another, xlsx


def told(rows: list[list[Value]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for note in intake(as_xlsx(rows)).notes:
        found.setdefault(note.code, []).append(note.text)
    return found


def with_column(heading: str, *values: Value) -> list[list[Value]]:
    rows = deviations(*(deviation(i) for i in range(1, len(values) + 1)))
    return [[*rows[0], heading], *([*row, v] for row, v in zip(rows[1:], values, strict=True))]


def test_headings_that_nobody_mapped() -> None:
    assert told(with_column("Remarks", "x"))["note_unmapped"] == ["Not used: Remarks"]
    assert "note_unmapped" not in told(with_column("Description", "x"))


def test_unknown_values_with_the_most_frequent_first() -> None:
    rows = deviations(
        *(deviation(i, severity=s) for i, s in enumerate(["odd", "Ina Adler", "weird", "weird"]))
    )
    assert told(rows)["note_values"] == [
        "Severity: 2 cells say weird, which is not known; they count as not given",
        "Severity: 1 cells say odd, which is not known; they count as not given",
    ]
    assert told(rows)["note_values_hidden"] == [
        "Severity: 1 cells hold a value that is not known; they count as not given"
    ]


def test_causes_of_ones_own_are_kept_and_said() -> None:
    rows = deviations(deviation(1, cause="RC-7"))
    assert told(rows)["note_values_kept"] == ["Cause: 1 cells say RC-7, which is kept as it is"]


@pytest.mark.parametrize(
    ("heading", "value", "what"),
    [
        ("Remarks", "ask ina.adler@clinic.example.org", "an e-mail address"),
        ("Description", "DOB 12/03/1957 on the label", "a date of birth"),
        ("Owner", "Ina Adler", "a person's name"),
        ("MRN", "881", "a medical record number"),
    ],
)
def test_identifiers_are_reported_by_kind_and_count_only(
    heading: str, value: str, what: str
) -> None:
    (text,) = told(with_column(heading, value, value))["note_identifiers"]
    assert text == f"{heading}: 2 cells hold what looks like {what}; nothing of them was stored"


def test_people_and_coded_batches() -> None:
    rows: list[list[Value]] = [["When", "Kind", "Who", "Batch"]]
    rows += [[date(2026, 1, 1), "Expedite", name, "Ina Adler"] for name in ("Per Holm", "Ola Dahl")]
    found = told(rows)
    assert found["note_coded"] == ["Who: 2 people, replaced by codes"]
    assert found["note_identifiers"] == [
        "Batch: 2 cells hold what looks like a person's name; codes stand in their place"
    ]


def test_dates_as_numbers_as_texts_with_zones_and_far_away() -> None:
    values: list[Value] = [46000, date(2026, 1, 2), "2026-01-03", "2026-01-03T10:00Z", "0206-01-04"]
    found = told(with_column("Date Closed", *values))
    assert [found[code][0].split(": ")[1][0] for code in ("note_serials", "note_text_dates")] == [
        "1",
        "3",
    ]
    assert found["note_zones"][0].startswith("Date closed: 1 times")
    assert found["note_far_dates"] == ["Date closed: 1 dates lie before 2000 or after 2100"]


def test_what_ends_before_it_begins() -> None:
    rows = with_column("Date Opened", date(2026, 1, 5), date(2026, 1, 5))
    closed = [[*rows[0], "Date Closed"], [*rows[1], date(2026, 1, 4)], [*rows[2], date(2026, 1, 5)]]
    found = intake(as_xlsx(closed)).notes
    assert [(n.text, n.rows) for n in found if n.code == "note_order"] == [
        ("Date closed: 1 rows lie before Date opened", (2,))
    ]


def test_the_same_day_is_no_wrong_order() -> None:
    rows = with_column("Date Opened", datetime(2026, 1, 5, 14))
    closed = [[*rows[0], "Date Closed"], [*rows[1], date(2026, 1, 5)]]
    assert "note_order" not in told(closed)


def test_several_lots_and_words_for_nothing() -> None:
    rows = deviations(deviation(1, batch="P1; P2"), deviation(2, batch="n/a"))
    found = told(rows)
    assert found["note_several"] == ["Batch (several allowed): 1 cells hold several"]
    assert found["note_empty_words"][0].startswith("Batch (several allowed): 1 cells")


def test_macros_and_hidden_sheets() -> None:
    rows = deviations(deviation(1))
    data = with_another(xlsx({"Cover": [], "Log": rows}, ["Log"]), "xl/vbaProject.bin", b"x")
    opened = open_upload("log.xlsm", data, errors=content().errors)
    codes = [note.code for note in intake(opened).notes]
    assert codes[:2] == ["note_macros", "note_hidden"]


def test_repeated_rows_that_differ() -> None:
    rows = deviations(deviation(1), deviation(1, severity="Major"))
    found = intake(as_csv(rows)).notes
    assert [n.rows for n in found if n.code == "note_conflict"] == [(3,)]


def test_every_value_that_is_not_known_says_its_rows() -> None:
    rows = deviations(
        *(deviation(i, severity=s) for i, s in enumerate(["odd", "Minor", "odd", "Ina Adler"]))
    )
    found = {n.code: n.rows for n in intake(as_xlsx(rows)).notes if n.code.startswith("note_val")}
    assert found == {
        "note_values_unmapped": (2, 4, 5),
        "note_values": (2, 4),
        "note_values_hidden": (5,),
    }


def test_dates_that_were_numbers_or_texts_say_their_rows() -> None:
    values: list[Value] = [46000, "2026-01-03", "46000,5", "2026-01-04"]
    found = {n.code: n.rows for n in intake(as_xlsx(with_column("Date Closed", *values))).notes}
    assert (found["note_serials"], found["note_text_dates"]) == ((2, 4), (3, 5))


@pytest.mark.parametrize("value", ["22:30", "10:15 pm", "22h30", "9:30 Uhr"])
def test_times_in_a_column_of_their_own_are_left_alone_and_said(value: str) -> None:
    rows = [["When", "Time", "Kind"], ["2026-01-02", value, "Expedite"]]
    found = intake(as_csv(rows))
    assert found.table["at"].tolist() == [datetime(2026, 1, 2)]
    texts = [n.text for n in found.notes if n.code == "note_times_apart"]
    assert texts == ["Time: times of day in a column of their own; the dates count without them"]


@pytest.mark.parametrize(("others", "noted"), [(1, True), (2, False)])
def test_a_column_is_one_of_times_if_four_in_five_of_its_values_are(
    others: int, noted: bool
) -> None:
    # Four different times beside one other value are 4 of 5, beside two others 4 of 6.
    said = ["07:10", "08:20", "09:30", "10:40", *(f"shift {n}" for n in range(others))]
    rows = [["When", "Time", "Kind"], *(["2026-01-02", value, "Expedite"] for value in said)]
    codes = {n.code for n in intake(as_csv(rows)).notes}
    assert ("note_times_apart" in codes) == noted


def test_a_disposition_before_the_start_is_said_and_the_row_stays() -> None:
    rows: list[list[Value]] = [["Batch", "Start", "Disposition date"]]
    rows += [["P1", date(2026, 2, 1), date(2026, 1, 1)], ["P2", date(2026, 2, 1), None]]
    found = intake(as_xlsx(rows))
    assert len(found.table) == 2
    assert [n.rows for n in found.notes if n.code == "note_order"] == [(2,)]


def test_people_in_headings_are_not_kept() -> None:
    matrix = [
        ["Task", "Person", "Ina Adler", "Holm, Per", "Remarks"],
        ["Filling", "MSAT lead", "x", "x", "ina.adler@clinic.example.org"],
        ["Washing", "MSAT lead", "", "x", ""],
    ]
    found = intake(as_csv(matrix, "Training matrix.csv"))
    told = " ".join(note.text for note in found.notes)
    assert "Not used: Column C, Column D, Remarks" in told
    assert "Adler" not in f"{told} {found.mapping} {found.layout}"
