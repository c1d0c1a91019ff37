"""What a change does, decided on plain values."""

from datetime import UTC, datetime

import pytest
from pydantic import JsonValue

from readiness.store.changes import NEVER, Current, Summary, alters, last_undoable, summarise
from readiness.store.records import EntryClash, EntryKey, HistoryRow, Put

NOW = datetime(2026, 11, 22, tzinfo=UTC)
HERE = Current({"level": 2}, 3, "Colleague", NOW)


def put(expected: int | None) -> Put:
    return Put("response", "OPM-1|team", None, expected)


def row(seq: int, revision: int, person: str = "me", undo_of: int | None = None) -> HistoryRow:
    return HistoryRow(seq, NOW, person, person, "response", "k", None, {}, "", revision, undo_of)


@pytest.mark.parametrize("expected", [None, 3])
def test_a_put_that_looked_at_what_is_there_alters_it(expected):
    assert alters(put(expected), {"level": 4}, HERE)


@pytest.mark.parametrize("expected", [None, 0, 2, 3])
def test_the_same_value_alters_nothing_whatever_was_expected(expected):
    assert not alters(put(expected), {"level": 2}, HERE)


@pytest.mark.parametrize("expected", [0, 2])
def test_a_put_that_looked_at_something_older_clashes(expected):
    with pytest.raises(EntryClash, match="Colleague changed response"):
        alters(put(expected), {"level": 4}, HERE)


def test_what_was_never_put_has_revision_0():
    assert alters(put(0), {"level": 4}, NEVER)


def test_the_newest_change_that_was_not_undone():
    rows = [row(1, 1), row(2, 2), row(3, 3, "other"), row(4, 4), row(5, 5, undo_of=4)]
    assert [r.seq for r in last_undoable(rows, "me")] == [2]
    assert last_undoable(rows[:1], "me") == ()


def test_rows_of_one_revision_are_undone_together():
    assert [r.seq for r in last_undoable([row(1, 2), row(2, 2)], "me")] == [1, 2]


def test_the_summary_grows_with_the_entries():
    entries: list[tuple[EntryKey, JsonValue]] = [
        (EntryKey("meta", "form"), "full"),
        (EntryKey("meta", "title"), "not listed"),
        (EntryKey("response", "OPM-1|a"), {"level": 2}),
        (EntryKey("response", "OPM-2|a"), {"level": "not_applicable", "reason": ""}),
    ]
    whole = summarise(entries, ["batches", "batches"])
    grown = (
        Summary({})
        .with_field(*entries[0])
        .with_field(*entries[1])
        .with_responses("OPM-1", [{"level": 2}])
        .with_responses("OPM-2", [{"level": "not_applicable"}])
        .with_evidence(["batches"])
    )
    assert whole == grown == Summary({"form": "full"}, ("OPM-1",), ("batches",))
    assert whole.with_responses("OPM-1", []).answered == ()
