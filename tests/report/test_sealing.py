"""A workbook that is known when it comes back."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.report.sealing import flat, seal, workbook_id


@given(st.lists(st.lists(st.text(max_size=5), min_size=1, max_size=4), min_size=1, max_size=5))
def test_the_seal_ignores_what_programs_change_by_themselves(rows: list) -> None:
    padded = [[f" {cell}\r\n" for cell in row] + ["", ""] for row in rows]
    assert seal(padded) == seal(rows)


def test_the_seal_sees_every_cell() -> None:
    assert seal([["a", "b"], ["c"]]) != seal([["a"], ["b", "c"]])
    assert seal([["revision", "3"]]) != seal([["revision", "4"]])


def test_an_id_belongs_to_one_export() -> None:
    assert workbook_id("a", "1") == workbook_id("a", "1") != workbook_id("a", "2")
    assert len(workbook_id("a")) == 16
    assert flat(" a\n\tb ") == "a b"
