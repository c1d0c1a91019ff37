"""Evidence files in the database."""

from dataclasses import replace

import pytest

from readiness.store import AlreadyStored
from readiness.store.evidence_files import noted, refuse_twice
from tests.store.samples import log, small


def test_another_sheet_or_another_kind_of_the_same_file_is_another_table(sqlite_store):
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small())
    for file in (log(), replace(log(), sheet="Log 2025"), replace(log(), kind="batches")):
        sqlite_store.add_file(owner, id, file)
    here = sqlite_store.files(owner, id)
    assert [(f.sheet, f.kind) for f in here] == [
        ("Log 2026", "deviations"),
        ("Log 2025", "deviations"),
        ("Log 2026", "batches"),
    ]
    with pytest.raises(AlreadyStored, match=r"deviations\.csv is already here"):
        refuse_twice(log("other name.csv"), here)


def test_a_refused_file_leaves_what_it_would_replace(sqlite_store):
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small())
    one = sqlite_store.add_file(owner, id, log())
    two = sqlite_store.add_file(owner, id, log("other.csv", "b" * 64))
    with pytest.raises(AlreadyStored):
        sqlite_store.add_file(owner, id, log(), replaces=two.id)
    assert sqlite_store.files(owner, id) == [one, two]


def test_the_history_holds_no_cell():
    assert noted(log()) == {
        "name": "deviations.csv",
        "sha256": "a" * 64,
        "kind": "deviations",
        "sheet": "Log 2026",
    }
