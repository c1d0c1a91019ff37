"""The fake keeps outlines as the databases do (test_outlines), and apart for each store."""

from readiness.store import MemoryStore
from tests.store.test_outlines import ONE, begun


def test_two_fakes_know_nothing_of_each_other() -> None:
    first, second = MemoryStore(), MemoryStore()
    owner, workspace, id = begun(first)
    first.outlines.keep(owner, workspace, {id: ONE})
    other, elsewhere, _ = begun(second)
    assert second.outlines.kept(other, elsewhere, {id: "1 content"}) == {}
