"""A history is followed the same way wherever its rows are read from."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from readiness.store.chain import BEGINNING, ERASED, chained
from readiness.store.following import Step, Stored, first_fault

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def steps(*said: dict[str, Any]) -> list[Step]:
    """Rows of one assessment, each linked to the one before."""
    found: list[Step] = []
    for seq, row in enumerate(said, start=11):
        undo_of = row.get("undo_of")
        undone = next((s.sha256 for s in found if s.seq == undo_of), None)
        plain = {
            "assessment_id": "a",
            "at": AT,
            "kind": "profile",
            "key": "sites",
            "old": None,
            "new": None,
            "reason": "",
            "revision": seq,
            "undo_of": undo_of,
            **row,
        }
        previous = found[-1].sha256 if found else BEGINNING
        linked = chained(previous, plain, "mark", undone)
        found.append(Step(seq=seq, mark="mark", name="Ann", erased=False, **linked))
    return found


SITES = {("profile", "sites"): 2}


def test_what_holds_has_no_fault() -> None:
    found = steps({"new": 1}, {"old": 1, "new": 3}, {"old": 3, "new": 2, "undo_of": 12})
    assert first_fault(found[-1].sha256, found, SITES) == ""


def test_numbers_of_another_store_change_nothing() -> None:
    found = steps({"new": 1}, {"old": 1, "new": 2}, {"old": 2, "new": 2, "undo_of": 12})
    moved = [replace(s, seq=s.seq + 500, undo_of=s.undo_of and s.undo_of + 500) for s in found]
    assert first_fault(found[-1].sha256, moved, SITES) == ""


def test_what_is_undone_counts() -> None:
    found = steps({"new": 1}, {"old": 1, "new": 2}, {"old": 2, "new": 2, "undo_of": 12})
    forged = [*found[:2], replace(found[2], undo_of=11)]
    assert "row 3" in first_fault(found[-1].sha256, forged, SITES)


def test_an_erased_row_needs_a_later_row_that_names_it() -> None:
    fact = {"kind": "erasure", "key": "", "new": {"rows": [[1, 1]]}}
    said = steps({"new": 1}, {"old": 1, "new": 2}, fact)
    last = said[-1].sha256
    emptied = replace(said[0], **ERASED, erased=True)
    assert first_fault(last, [emptied, *said[1:]], SITES) == ""
    assert "row 1 of its history" in first_fault(last, said, SITES)
    assert "was to be erased" in first_fault(last, said, SITES)
    both = [emptied, replace(said[1], **ERASED, erased=True), said[2]]
    assert "row 2" in first_fault(last, both, {})
    assert "no erasure says so" in first_fault(last, both, {})


def test_an_entry_of_which_no_row_speaks_is_found() -> None:
    found = steps({"new": 2})
    forged: Stored = {**SITES, ("note", "n9"): {"text": "never said"}}
    assert first_fault(found[-1].sha256, found, forged) == ("note n9 is not what its history says")
