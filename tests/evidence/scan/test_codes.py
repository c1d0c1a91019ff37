"""Codes that stand twice, or are spelled in two ways."""

from readiness.evidence.scan.codes import fold
from tests.evidence.scan.sheets import findings


def listed(*codes: str, name: str = "Register", heading: str = "Patient code"):
    def fill(book) -> None:
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, [heading, "Weight"])
        for row, code in enumerate(codes, start=1):
            sheet.write_row(row, 0, [code, 60 + row])

    return fill


def test_how_a_code_is_set_makes_no_difference() -> None:
    assert fold("P-001") == fold("p001") == fold("P 1") == fold("P_01.") == "p-1"
    assert fold("1-12") != fold("11-2")
    assert fold("P-10") != fold("P-1")
    assert fold("000") == "0"


def test_a_code_twice_in_a_list_of_patients(scan) -> None:
    found = scan(listed("P-1", "P-2", "P-3", "P-4", "P-2"))
    assert findings(found, "duplicate_code") == [("Register", "A6", 1)]
    assert "in A3, in a list" in next(f.text for f in found.findings if f.kind == "duplicate_code")


def test_a_log_may_name_a_patient_often(scan) -> None:
    # Two of five rows repeat: 3 of 5 = 60 % different, fewer than four of five.
    found = scan(listed("P-1", "P-1", "P-1", "P-2", "P-3"))
    assert not findings(found, "duplicate_code")
    assert not findings(
        scan(listed("P-1", "P-2", "P-3", "P-4", "P-2", name="Changes")), "duplicate_code"
    )


def test_two_spellings_are_told_at_the_rarer_one_over_all_sheets(scan) -> None:
    def fill(book) -> None:
        listed("P-001", "P-002", "P-003")(book)
        listed("P-001", "P002", "P-003", name="Doses")(book)
        listed("P-002", name="Returns")(book)

    found = scan(fill)
    assert findings(found, "code_spelling") == [("Doses", "A3", 1)]
    text = next(f.text for f in found.findings if f.kind == "code_spelling")
    assert "otherwise in Register!A3" in text
    assert "P-002" not in found.model_dump_json()
