"""Twenty people in two processes on one PostgreSQL: nothing lost or doubled, each clash shown."""

import sys

import pytest

from tests.store.samples import small
from tests.workspace.two_processes import Told, at_work


def run(store, url: str, seconds: float) -> Told:
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, small())
    return at_work(url, id, seconds).told(store, owner)


def test_a_few_seconds(shared_store, shared_url) -> None:
    assert run(shared_store, shared_url, 1.5).kept >= 20


@pytest.mark.long
@pytest.mark.timeout(600)
def test_two_minutes(shared_store, shared_url) -> None:
    told = run(shared_store, shared_url, 120)
    sys.stdout.write(f"{told.kept} kept, {told.clashes} clashes, slowest {told.slowest:.2f} s\n")
    assert told.kept > 1000
    assert told.clashes > 0
