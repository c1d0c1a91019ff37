"""Distinct texts by number."""

from readiness.evidence.scan.strings import StringTable

SHARED = (
    b'<sst xmlns="u"><si><t>plain</t></si>'
    b"<si><r><t>in </t></r><r><t>runs</t></r><rPh><t>aid</t></rPh></si><si><t> </t></si></sst>"
)


def test_runs_are_joined_and_reading_aids_left_out() -> None:
    table = StringTable(SHARED)
    assert table.texts == ["plain", "in runs", " "]
    assert (table.shared, table.blank) == (3, {2})


def test_texts_of_cells_follow_the_shared_ones_and_are_kept_once() -> None:
    table = StringTable(SHARED)
    assert [table.number(text) for text in ("new", "", "new", "plain")] == [3, 4, 3, 5]
    assert table.blank == {2, 4}
