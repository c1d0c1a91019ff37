"""Identifiers in cells, by heading and by look. All persons are invented."""

from collections.abc import Sequence

import pytest

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import DATE, NUMBER, YEAR
from readiness.evidence.scan.people import Headings, Kind, Known, as_kinds, by_heading, by_wording
from readiness.evidence.scan.tables import find_tables
from tests.evidence.scan.sheets import F, N, draw


def found(rules: ScanRules, *rows: Sequence[object]) -> list[tuple[str, tuple[int, int], bool]]:
    sheet, texts = draw(*rows)
    tables = find_tables(sheet, texts, rules)
    seen = by_heading(sheet, tables, texts, rules, Headings(rules), Known())
    return [(one.kind, one.place, one.patient) for one in seen]


def test_names_under_a_patient_heading(rules: ScanRules) -> None:
    rows: list[list[object]] = [
        ["Slot", "Patient"],
        ["S1", "Ina Adler"],
        ["S2", "P-012"],
        ["S3", "Holm, Per"],
    ]
    assert found(rules, *rows) == [("name", (2, 2), True), ("name", (4, 2), True)]


def test_codes_under_a_patient_heading_are_nothing(rules: ScanRules) -> None:
    assert found(rules, ["Slot", "Patient code"], ["S1", "P-011"], ["S2", "NG-012"]) == []


def test_a_bare_name_needs_names_for_the_most_part(rules: ScanRules) -> None:
    few: list[list[object]] = [["Slot", "Name"], [N, "Blue Bag"], [N, "bag"], [N, "bag 2"]]
    assert found(rules, *few) == []
    many: list[list[object]] = [["Slot", "Name"], [N, "Ina Adler"], [N, "bag"], [N, "Per Holm"]]
    assert [place for _, place, _ in found(rules, *many)] == [(2, 2), (4, 2)]


def test_a_cause_in_another_language_is_no_name(rules: ScanRules) -> None:
    """Of three cells one reads as a name, under half: a known cause does not make it two."""
    rows: list[list[object]] = [["Slot", "Name"], [N, "Menschliches Versagen"], [N, "Ina Adler"]]
    assert [place for _, place, _ in found(rules, *rows, [N, "bag"])] == []
    other = [*rows[:1], [N, "Per Holm"], *rows[2:]]
    assert [place for _, place, _ in found(rules, *other, [N, "bag"])] == [(2, 2), (3, 2)]


def test_people_of_the_trade_are_no_patients(rules: ScanRules) -> None:
    table = [["Name", "Role"], ["Ina Adler", "Planner"], ["Per Holm", "QA"]]
    assert [patient for _, _, patient in found(rules, *table)] == [False, False]
    column = [["Patient", "Planned by (name)"], ["P-011", "Ina Adler"], ["P-012", "Per Holm"]]
    assert [patient for _, _, patient in found(rules, *column)] == [False, False]


def test_parts_of_names_initials_and_record_numbers(rules: ScanRules) -> None:
    rows: list[list[object]] = [
        ["Last name", "Initials", "MRN", "Patient code"],
        ["Adler", "I.A.", N, "P-011"],
    ]
    kinds = [("name", (2, 1), True), ("initials", (2, 2), True), ("record_number", (2, 3), True)]
    assert found(rules, *rows) == kinds
    # Without patients in the table initials are those of who made the entry.
    assert found(rules, ["Step", "Initials"], ["Wash", "I.A."]) == [("initials", (2, 2), False)]


def test_initials_instead_of_codes(rules: ScanRules) -> None:
    rows: list[list[object]] = [["Patient", "Slot"], ["IA", "S1"], ["P.H.", "S2"], ["tbc", "S3"]]
    assert found(rules, *rows) == [("initials", (2, 1), True), ("initials", (3, 1), True)]


@pytest.mark.parametrize(
    ("code", "kind"), [(DATE, "birth_date"), (YEAR, "partial_date"), (NUMBER, None)]
)
def test_birth_dates_by_what_the_cell_holds(code: int, kind: str | None, rules: ScanRules) -> None:
    sheet, texts = draw(["Slot", "DOB"], ["S1", N])
    sheet.columns[2][2] = code
    tables = find_tables(sheet, texts, rules)
    seen = list(by_heading(sheet, tables, texts, rules, Headings(rules), Known()))
    assert [one.kind for one in seen] == ([kind] if kind else [])


def test_birth_dates_as_text_and_years(rules: ScanRules) -> None:
    rows: list[list[object]] = [
        ["Slot", "Date of birth"],
        ["S1", "12 Mar 1957"],
        ["S2", "03/1957"],
        ["S3", "asked"],
    ]
    assert [kind for kind, _, _ in found(rules, *rows)] == ["birth_date", "partial_date"]
    assert found(rules, ["Slot", "YOB"], ["S1", N]) == [("partial_date", (2, 2), True)]


def test_texts_that_formulas_show_count(rules: ScanRules) -> None:
    sheet, texts = draw(["Slot", "Patient"], ["S1", F])
    texts.append("Ina Adler")
    sheet.formula_texts[2, 2] = len(texts) - 1
    tables = find_tables(sheet, texts, rules)
    (one,) = by_heading(sheet, tables, texts, rules, Headings(rules), Known())
    assert (one.kind, one.place) == ("name", (2, 2))


def test_wording_gives_away_wherever_it_stands(rules: ScanRules) -> None:
    sheet, texts = draw(["Slot", "Note"], ["S1", "x"], [], ["Name", "Role"], ["a", "b"])
    sheet.birthdays.append((2, 9))
    tables = find_tables(sheet, texts, rules)
    marked: dict[int, set[Kind]] = {3: {"email"}, texts.index("a"): {"phone"}}
    seen = list(by_wording(sheet, tables, marked, Headings(rules)))
    assert [(one.kind, one.place) for one in seen] == [
        ("birth_date", (2, 9)),
        ("phone", (5, 1)),
        ("email", (2, 2)),
    ]


def test_known_names_and_numbers_are_found_again() -> None:
    known = Known()
    assert not known
    known.add("name", "Adler, Ina Maria")
    known.add("record_number", "A-0012345")
    assert known.kinds("call ina adler's clinic") == {"name"}
    assert known.kinds("see A-0012345") == {"record_number"}
    assert known.kinds("Adler and Ina") == set()


def test_initials_count_by_the_date_beside_them() -> None:
    assert as_kinds(("initials_birth_date",), "IA 2014-05-06") == {"birth_date"}
    assert as_kinds(("initials_birth_date",), "I.A. 1957") == {"initials", "partial_date"}
    assert as_kinds(("email",), "x") == {"email"}


def test_a_key_has_codes_beside_people(rules: ScanRules) -> None:
    headings = Headings(rules)

    def leads(*names: str) -> bool:
        sheet, texts = draw([*names], [N] * len(names))
        return any(map(headings.leads_to_people, find_tables(sheet, texts, rules)))

    assert leads("Subject code", "Name")
    assert leads("Pseudonym", "DOB")
    assert not leads("Subject code", "Slot")
    assert not leads("Material code", "Supplier name")
