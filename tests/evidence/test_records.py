"""Rows that count, and one record for its repeated rows."""

from datetime import date

import pandas as pd

from readiness.evidence.mapping import LeftOut
from readiness.evidence.records import merge_repeated, repeated_reason
from tests.evidence.making import as_xlsx, column, content, deviation, deviations, intake

KIND = content().kinds["deviations"]


def table(*rows: tuple[str | None, tuple[str, ...] | None, str]) -> pd.DataFrame:
    found = pd.DataFrame(rows, columns=["id", "batch", "step"], dtype=object)
    return found.assign(_file="a", _sheet=None, _row=range(2, len(rows) + 2))


def test_child_rows_become_one_record_with_all_its_batches() -> None:
    merged = merge_repeated(
        table(("D1", ("P1",), "Wash"), ("D2", ("P1",), "Fill"), ("D1", ("P2", "P1"), "Wash")), KIND
    )
    assert merged.table["id"].tolist() == ["D1", "D2"]
    assert merged.table["batch"].tolist() == [("P1", "P2"), ("P1",)]
    assert [(r.row, r.key) for r in merged.repeated] == [(4, "D1")]
    assert merged.conflicting == ()


def test_rows_that_differ_in_more_are_told() -> None:
    merged = merge_repeated(table(("D1", None, "Wash"), ("D1", ("P2",), "Fill")), KIND)
    assert merged.table["step"].tolist() == ["Wash"]
    assert merged.table["batch"].tolist() == [("P2",)]
    assert merged.conflicting == (3,)


def test_rows_without_a_number_are_not_one_record() -> None:
    merged = merge_repeated(table((None, None, "Wash"), (None, None, "Wash")), KIND)
    assert len(merged.table) == 2


def test_kinds_without_a_name_of_their_records_stay_as_they_are() -> None:
    once = content().kinds["record_errors"]
    rows = table(("D1", None, "x"), ("D1", None, "x"))
    assert merge_repeated(rows, once).table is rows
    assert repeated_reason(KIND, rows) == "repeated_record"
    assert repeated_reason(content().kinds["workarounds"], rows) == "same_record"


def test_every_row_is_counted_once() -> None:
    found = intake(
        as_xlsx(
            [
                ["Deviation export"],
                *deviations(
                    deviation(1),
                    deviation(2, status="Voided"),
                    [],
                    deviation(1, batch="P009"),
                    deviation(3, batch="P003; P004"),
                    ["*example* DEV-0", date(2026, 1, 1), "minor"],
                    deviation(4),
                    ["Total", None, None, "5"],
                ),
            ]
        ),
        leave_out=(LeftOut(rows=(9, 4), reason="training records"),),
    )
    assert found.left_out == {
        "training records": (4, 9),
        "blank row": (5,),
        "subtotal or total": (10,),
        "example row": (8,),
        "repeated child row, its batches kept": (6,),
    }
    assert column(found, "batch") == [("P001", "P009"), ("P003", "P004")]
    assert column(found, "_row") == [3, 7]
    assert sum(e.rows for e in found.exclusions) + len(found.table) == 8


def test_voided_and_other_records_leave_the_count() -> None:
    rows = deviations(deviation(1), deviation(2, status="Closed - Cancelled"), deviation(3))
    typed = [[*rows[0], "Record Type"], *([*row, "Deviation"] for row in rows[1:])]
    typed[3][-1] = "Change Control"
    found = intake(as_xlsx(typed))
    assert column(found, "id") == ["DEV-001"]
    assert found.left_out == {"voided": (3,), "another type of record": (4,)}
    assert "type" not in found.table


def test_a_reason_that_names_somebody_is_not_kept() -> None:
    rows = deviations(deviation(1), deviation(2))
    reason = "Frau Adler asked for it"
    found = intake(as_xlsx(rows), leave_out=(LeftOut(rows=(3,), reason=reason),))
    assert found.left_out == {"left out by a person": (3,)}
