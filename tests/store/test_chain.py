"""The chain of the history: one hash over the one before and all of a row that stays for good."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from readiness.store.chain import BEGINNING, ERASED, LINKED, SAID, chained, content_of, link

ROW: dict[str, Any] = {
    "workspace_id": "w",
    "assessment_id": "a",
    "person_id": "local",
    "at": datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    "kind": "response",
    "key": "CTL-1|P01",
    "old": None,
    "new": {"level": 2, "note": "für"},
    "reason": "",
    "revision": 3,
    "undo_of": None,
    "salt": "5a17",
    "content_sha256": "c0ffee",
}


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_what_a_row_says_is_hashed_under_its_salt() -> None:
    said = '["5a17","CTL-1|P01",null,{"level":2,"note":"für"},""]'
    assert content_of(ROW) == sha(said)


def test_a_link_is_the_hash_of_its_words() -> None:
    said = '["","2026-11-23T09:30:00+00:00","mark",null,"a","response",3,"c0ffee"]'
    assert link(BEGINNING, ROW, "mark", None) == sha(said)


def test_the_same_moment_elsewhere_is_the_same_link() -> None:
    there = ROW["at"].astimezone(timezone(timedelta(hours=5)))
    assert link(BEGINNING, {**ROW, "at": there}, "m", None) == link(BEGINNING, ROW, "m", None)


@pytest.mark.parametrize("column", [*LINKED, "at"])
def test_every_column_counts(column: str) -> None:
    other = datetime(2026, 11, 23, 9, 31, tzinfo=UTC) if column == "at" else "other"
    assert link(BEGINNING, {**ROW, column: other}, "m", None) != link(BEGINNING, ROW, "m", None)


def test_the_person_and_what_is_undone_count() -> None:
    plain = link(BEGINNING, ROW, "m", None)
    assert len({plain, link(BEGINNING, ROW, "n", None), link(BEGINNING, ROW, "m", "row")}) == 3


@pytest.mark.parametrize("column", [*SAID, "salt"])
def test_every_word_of_the_content_counts(column: str) -> None:
    assert content_of({**ROW, column: "other"}) != content_of(ROW)


def test_each_takes_in_the_one_before() -> None:
    first = chained(BEGINNING, ROW, "m")
    second = chained(first["sha256"], ROW, "m", "undone")
    assert first["sha256"] == link(BEGINNING, first, "m", None)
    assert second["sha256"] == link(first["sha256"], second, "m", "undone")
    assert first["content_sha256"] == content_of(first)


def test_the_same_words_leave_no_equal_hash() -> None:
    """Nobody finds an erased answer by hashing the five that were possible."""
    assert (
        chained(BEGINNING, ROW, "m")["content_sha256"]
        != chained(BEGINNING, ROW, "m")["content_sha256"]
    )


def test_a_link_holds_without_the_content() -> None:
    row = chained(BEGINNING, ROW, "m")
    assert link(BEGINNING, {**row, **ERASED}, "m", None) == row["sha256"]
