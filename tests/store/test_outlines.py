"""Results in short: kept and given back by every store alike, and to nobody else's eyes."""

import pytest

from readiness.domain.errors import NotAllowed, NotFound
from readiness.store import Actor, AssessmentStore, Outlined
from readiness.store.outlines import AT_ONCE
from tests.domain.test_outline import due, made
from tests.store.samples import small

ONE = Outlined("1 content", made(due("QMS-1", 20)))


def begun(store: AssessmentStore) -> tuple[Actor, str, str]:
    """The owner, the workspace and an assessment in it."""
    owner = store.local_owner()
    workspace = store.workspaces(owner)[0].id
    return owner, workspace, store.create(owner, workspace, small())


def test_what_is_kept_comes_back_under_its_stamp_alone(store: AssessmentStore) -> None:
    owner, workspace, id = begun(store)
    assert store.outlines.kept(owner, workspace, {id: "1 content"}) == {}
    store.outlines.keep(owner, workspace, {id: ONE})
    assert store.outlines.kept(owner, workspace, {id: "1 content"}) == {id: ONE.outline}
    assert store.outlines.kept(owner, workspace, {id: "2 content"}) == {}
    assert store.outlines.kept(owner, workspace, {}) == {}
    store.outlines.keep(owner, workspace, {id: Outlined("2 content", made())})
    assert store.outlines.kept(owner, workspace, {id: "2 content"}) == {id: made()}
    assert store.outlines.kept(owner, workspace, {id: "1 content"}) == {}
    assert store.revision(owner, id) == 1, "it is no change"


def test_what_was_deleted_has_none(store: AssessmentStore) -> None:
    owner, workspace, id = begun(store)
    store.outlines.keep(owner, workspace, {id: ONE})
    store.delete(owner, id)
    assert store.outlines.kept(owner, workspace, {id: "1 content"}) == {}
    store.outlines.keep(owner, workspace, {id: ONE})
    assert store.outlines.kept(owner, workspace, {id: "1 content"}) == {}


def test_a_foreign_workspace_is_not_there_and_takes_nothing_in(store: AssessmentStore) -> None:
    owner, workspace, id = begun(store)
    store.outlines.keep(owner, workspace, {id: ONE})
    stranger = store.add_person("Stranger")
    own = store.add_workspace(stranger, "Another client")
    with pytest.raises(NotFound):
        store.outlines.kept(stranger, workspace, {id: "1 content"})
    with pytest.raises(NotFound):
        store.outlines.keep(stranger, workspace, {id: ONE})
    store.outlines.keep(stranger, own, {id: Outlined("forged", ONE.outline)})
    assert store.outlines.kept(stranger, own, {id: "forged"}) == {}
    assert store.outlines.kept(owner, workspace, {id: "1 content"}) == {id: ONE.outline}


def test_a_respondent_sees_none_and_a_client_reader_nobody_in_it(store: AssessmentStore) -> None:
    owner, workspace, id = begun(store)
    store.outlines.keep(owner, workspace, {id: ONE})
    people = {}
    for role in ("respondent", "client_reader", "reader"):
        people[role] = store.add_person(role)
        store.add_member(owner, workspace, people[role], role)
    with pytest.raises(NotAllowed):
        store.outlines.kept(people["respondent"], workspace, {id: "1 content"})
    assert store.outlines.kept(people["reader"], workspace, {id: "1 content"})[id] == ONE.outline
    [seen] = store.outlines.kept(people["client_reader"], workspace, {id: "1 content"})[id].due
    assert (seen.item, seen.who) == ("QMS-1", "")
    # What they have in hand knows nobody: it must not take the place of what others see.
    bare = Outlined("1 content", ONE.outline.without_people())
    store.outlines.keep(people["client_reader"], workspace, {id: bare})
    assert store.outlines.kept(owner, workspace, {id: "1 content"})[id] == ONE.outline


def test_more_than_one_statement_takes(sqlite_store: AssessmentStore) -> None:
    owner, workspace, first = begun(sqlite_store)
    ids = [first, *(sqlite_store.create(owner, workspace, small()) for _ in range(3))]
    sqlite_store.outlines.keep(owner, workspace, dict.fromkeys(ids, ONE))
    stamps = {f"{n}": "gone" for n in range(2 * AT_ONCE)} | dict.fromkeys(ids, "1 content")
    assert set(sqlite_store.outlines.kept(owner, workspace, stamps)) == set(ids)
