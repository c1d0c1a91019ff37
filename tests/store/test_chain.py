"""The chain of the history: one hash over the one before and all that a row says."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone

import pytest

from readiness.store.chain import BEGINNING, LINKED, chained, link

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ROW = {
    "workspace_id": "w",
    "assessment_id": "a",
    "person_id": "p",
    "at": AT,
    "kind": "response",
    "key": "CTL-1|P01",
    "old": None,
    "new": {"level": 2, "note": "für"},
    "reason": "",
    "revision": 3,
    "undo_of": None,
}


def test_a_link_is_the_hash_of_its_words() -> None:
    said = (
        '["","2026-11-23T09:30:00+00:00","w","a","p","response","CTL-1|P01",null,'
        '{"level":2,"note":"für"},"",3,null]'
    )
    assert link(BEGINNING, ROW) == hashlib.sha256(said.encode()).hexdigest()


def test_the_same_moment_elsewhere_is_the_same_link() -> None:
    there = AT.astimezone(timezone(timedelta(hours=5)))
    assert link(BEGINNING, {**ROW, "at": there}) == link(BEGINNING, ROW)


@pytest.mark.parametrize("column", [*LINKED, "at"])
def test_every_column_counts(column: str) -> None:
    other = datetime(2026, 11, 23, 9, 31, tzinfo=UTC) if column == "at" else "other"
    assert link(BEGINNING, {**ROW, column: other}) != link(BEGINNING, ROW)


def test_each_takes_in_the_one_before() -> None:
    rows, last = chained(BEGINNING, [ROW, ROW])
    assert rows[0]["sha256"] == link(BEGINNING, ROW)
    assert rows[1]["sha256"] == last == link(rows[0]["sha256"], ROW)
    assert chained("before", []) == ([], "before")
