"""What of patients stands in a whole workbook (S6). All persons are invented."""

from collections.abc import Sequence

import pytest

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.patients import PatientData, PatientSearch
from readiness.evidence.scan.tables import find_tables
from readiness.evidence.scan.texts import OtherText
from readiness.evidence.scan.views import SheetView
from tests.evidence.scan.sheets import N, draw


def search(
    rules: ScanRules,
    *rows: Sequence[object],
    others: tuple[OtherText, ...] = (),
    name="Plan",
    state="visible",
) -> PatientData:
    sheet, texts = draw(*rows)
    views = [SheetView(name, state, sheet, find_tables(sheet, texts, rules), [])]
    one = PatientSearch(texts, rules)
    one.columns(views)
    one.wording(views)
    return one.result(views, others)


@pytest.mark.parametrize(
    ("rows", "level", "reason"),
    [
        ([["Slot", "Patient"], ["S1", "Ina Adler"]], 1, "found"),
        ([["Slot", "Note"], ["S1", "MRN 0012345"]], 1, "found"),
        ([["Slot", "Patient"], ["S1", "I.A."]], 2, "partial"),
        ([["Subject code", "Real name"], ["P-011", "see binder"]], 3, "key_sheet"),
        ([["Slot", "Subject"], ["S1", "P-011"]], 3, "coded"),
        ([["Slot", "Suite"], ["S1", "A"]], 3, "nothing"),
        ([["Name", "Role"], ["Ina Adler", "Planner"]], 3, "nothing"),
    ],
)
def test_level_and_its_reason(
    rows: list[list[object]], level: int, reason: str, rules: ScanRules
) -> None:
    data = search(rules, *rows)
    assert (data.level, data.reason) == (level, rules.patient_levels[reason])


def test_a_cell_counts_once_a_kind_and_findings_add_up(rules: ScanRules) -> None:
    # B2 is a name by its column and by its wording; C2 holds a phone number and an address.
    rows = [["Slot", "Patient", "Note"], ["S1", "Mrs. Ina Adler", "a@b.org, (617) 555-0142"]]
    data = search(rules, *rows)
    assert data.by_kind == {"name": 1, "email": 1, "phone": 1}
    assert data.by_place == {"cell": 3}
    assert sum(f.count for f in data.findings if f.kind == "identifiable") == 3


def test_hidden_sheets_and_other_places_are_told_apart(rules: ScanRules) -> None:
    rows = [["Slot", "Patient", "Note"], ["S1", "Ina Adler", "ina adler moved"]]
    others = (
        OtherText("comment", "Adler, Ina prefers mornings", "Plan", "B2"),
        OtherText("defined_name", "Ina_Adler Plan!$B$2"),
        OtherText("property", "slots of Ina Adler"),
        OtherText("property", "nothing"),
    )
    data = search(rules, *rows, others=others, state="hidden")
    assert data.by_place == {"hidden_cell": 2, "comment": 1, "defined_name": 1, "property": 1}
    places = {(f.sheet, f.address) for f in data.findings}
    assert places == {("Plan", "B2"), ("Plan", "C2"), (None, None)}
    assert not any("dler" in f.text for f in data.findings)


def test_staff_is_reported_apart(rules: ScanRules) -> None:
    data = search(rules, ["Name", "Role"], ["Ina Adler", "Planner"], ["Per Holm", "QA"])
    assert data.by_kind == {}
    assert [(f.kind, f.count) for f in data.findings] == [("staff_identifiable", 2)]


def test_a_sheet_called_key_needs_patients_to_be_one(rules: ScanRules) -> None:
    legend = search(rules, ["Colour", "Meaning"], ["red", "late"], name="Key")
    assert legend.reason == rules.patient_levels["nothing"]
    key = search(rules, ["Patient", "Binder"], ["P-011", N], name="Key")
    assert key.reason == rules.patient_levels["key_sheet"]
