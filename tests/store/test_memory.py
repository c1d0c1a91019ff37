"""The fake: what the contract does not ask of a database."""

from readiness.store import AssessmentStore, MemoryStore
from tests.store.samples import small


def test_it_forgets_all():
    store: AssessmentStore = MemoryStore()
    owner = store.local_owner()
    store.create(owner, store.workspaces(owner)[0].id, small())
    assert MemoryStore().assessments(owner) == []


def test_what_was_loaded_does_not_move():
    store = MemoryStore()
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, small())
    before = store.load(owner, id), store.history(owner, id)
    kept = before[0].assessment, list(before[1])
    store.put(owner, id, "profile", "sites", 2)
    assert (before[0].assessment, before[1]) == kept
