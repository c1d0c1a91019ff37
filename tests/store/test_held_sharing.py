"""The fake keeps decisions as the databases do (test_sharing), and apart for each store."""

from readiness.store import MemoryStore


def test_two_fakes_know_nothing_of_each_other() -> None:
    first, second = MemoryStore(), MemoryStore()
    owner = first.local_owner()
    first.sharing.decide(owner, first.workspaces(owner)[0].id, is_on=True)
    assert len(first.sharing.taking_part(owner)) == 1
    assert second.sharing.taking_part(second.local_owner()) == []
