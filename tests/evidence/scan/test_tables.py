"""Headings, data rows and totals."""

from collections.abc import Sequence

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.tables import Table, find_tables, words
from tests.evidence.scan.sheets import F, N, draw


def tables(rules: ScanRules, *rows: Sequence[object]) -> list[Table]:
    return find_tables(*draw(*rows), rules)


def test_heading_below_a_title_blank_rows_and_totals(rules: ScanRules) -> None:
    (table,) = tables(
        rules,
        ["Slot plan"],
        ["As of", N],  # narrower than half of the widest row (4)
        [],
        ["Slot", "Suite", "Start", "End"],
        ["S1", "A", N, F],
        [],
        ["S2", "A", N, F],
        ["Total", None, N, F],
        [None, "Sum:", N, F],
        ["S3", "Total B", N, F],  # its first text is no total word
    )
    assert table.heading_rows == (4,)
    assert table.headings == {1: "Slot", 2: "Suite", 3: "Start", 4: "End"}
    assert (table.rows, table.totals) == ([5, 7, 10], [8, 9])
    assert (table.first_column, table.last_column) == (1, 4)


def test_units_below_a_heading_belong_to_it(rules: ScanRules) -> None:
    (table,) = tables(
        rules,
        ["Slot", "Process", "End"],
        [None, "days", "date"],
        ["S1", N, F],
        ["S2", N, F],
    )
    assert table.heading_rows == (1, 2)
    assert table.headings[2] == "Process days"
    assert table.rows == [3, 4]


def test_a_list_of_texts_keeps_its_first_line(rules: ScanRules) -> None:
    (table,) = tables(rules, ["Name", "Site"], ["Ina Adler", "North"], ["Per Holm", "South"])
    assert (table.heading_rows, table.rows) == ((1,), [2, 3])


def test_a_second_table_after_a_gap(rules: ScanRules) -> None:
    first, second = tables(
        rules,
        ["Slot", "Days"],
        ["S1", N],
        [],
        ["Suite", "Hours"],
        ["A", N],
    )
    assert (first.rows, second.heading_rows, second.rows) == ([2], (4,), [5])


def test_a_heading_that_is_repeated_without_a_gap(rules: ScanRules) -> None:
    first, second = tables(rules, ["Slot", "Days"], ["S1", N], ["Slot", "Days"], ["S2", N])
    assert (first.rows, second.heading_rows, second.rows) == ([2], (3,), [4])


def test_texts_after_a_gap_stay_data_in_a_list_of_texts(rules: ScanRules) -> None:
    (table,) = tables(rules, ["Slot", "Note"], ["S1", "x"], [], ["S2", "y"], ["S3", "z"])
    assert table.rows == [2, 4, 5]


def test_headings_of_people_start_a_table_in_a_list_of_texts(rules: ScanRules) -> None:
    _, second = tables(
        rules, ["Slot", "Note"], ["S1", "x"], [], ["Patient", "Site"], ["Ina Adler", "North"]
    )
    assert second.headings == {1: "Patient", 2: "Site"}


def test_no_heading_and_nothing(rules: ScanRules) -> None:
    (table,) = tables(rules, [N, F], [N, F])
    assert (table.heading_rows, table.rows) == ((), [1, 2])
    assert tables(rules) == []


def test_words_are_found_whole_and_however_joined() -> None:
    pattern = words(["patient name", "dob"])
    for heading in ("Patient name", "patient_name", "PatientName", "the DOB (dd.mm.yyyy)"):
        assert pattern.search(heading)
    for heading in ("Patients named", "adobe", "", "outpatient names"):
        assert not pattern.search(heading)
    assert not words([]).search("anything")
