"""What is the fake's own; the rest is the contract."""

from readiness.store import MemoryStore


def test_a_copy_that_is_thrown_away_leaves_no_assignment():
    store = MemoryStore()
    owner = store.local_owner()
    assert [m.role for m in store.members(owner, store.workspaces(owner)[0].id)] == ["owner"]
