"""The fake forgets with its process; what it says meanwhile is the contract's (test_exports)."""

from readiness.store import MemoryStore
from tests.store.samples import small


def test_each_assessment_has_its_own() -> None:
    store = MemoryStore()
    owner = store.local_owner()
    home = store.workspaces(owner)[0].id
    one, two = store.create(owner, home, small()), store.create(owner, home, small())
    store.exports.note(owner, one, "Gap report, full", "ab" * 32)
    assert len(store.exports.of(owner, one)) == 1
    assert store.exports.of(owner, two) == []
