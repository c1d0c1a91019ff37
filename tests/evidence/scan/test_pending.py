"""What is still to be confirmed."""

from datetime import date, datetime

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.pending import open_texts
from tests.evidence.scan.sheets import findings


def plan(book) -> None:
    sheet = book.add_worksheet("Plan")
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet.write_row(0, 0, ["Slot", "Requested", "Start", "Courier", "Status"])
    rows = [
        ("S1", 1, 20, "TBC", "Booked"),
        ("S2", 5, 25, "tbc by clinic", "Tentative"),
        ("S3", 2, 21, "TBC", "Done"),
        ("S4", None, 28, "to be confirmed", "Booked"),
        ("S5", 6, 26, "confirmed", "Booked"),
    ]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_datetime(number, column, datetime(2026, 1, value), day)
            elif value:
                sheet.write(number, column, value)
    book.set_properties({"created": datetime(2026, 1, 11)})


def test_the_oldest_is_told_with_its_age(scan) -> None:
    found = scan(plan)
    assert found.modified == date(2026, 1, 11)
    assert [a for _, a, _ in findings(found, "unconfirmed")] == ["D2", "D3", "D5"]
    texts = {f.address: f.text for f in found.findings if f.kind == "unconfirmed"}
    # Requested on 1 January, saved on 11 January; row 5 has no date before the save.
    assert "oldest on this sheet: 10 days" in texts["D2"]
    assert "days" not in texts["D3"] + texts["D5"]


def test_words_are_whole_and_in_any_language(rules: ScanRules) -> None:
    texts = ["TBC", "t.b.c.", "date TBD", "À confirmer", "noch offen", "TBCA-7", "confirmed"]
    assert open_texts(texts, rules) == {0, 1, 2, 3, 4}
