"""Taking part in the benchmark: off by default, decided by owners, kept as a chain."""

import pytest
from sqlalchemy import text

from readiness.domain.errors import NotAllowed, NotFound
from readiness.store import AssessmentStore, Store, StoreUnavailable
from readiness.store.connection import open_engine, reading, writing
from readiness.store.verifying import verify


def test_off_until_an_owner_decides_and_every_decision_is_kept(store: AssessmentStore) -> None:
    owner = store.local_owner()
    [first] = [one.id for one in store.workspaces(owner)]
    second = store.add_workspace(owner, "Second")
    assert store.sharing.taking_part(owner) == []
    store.sharing.decide(owner, first, is_on=True, reason="agreed")
    store.sharing.decide(owner, second, is_on=True)
    assert store.sharing.taking_part(owner) == sorted([first, second])
    store.sharing.decide(owner, first, is_on=False, reason="asked to")
    assert store.sharing.taking_part(owner) == [second]
    said = [(c.by, c.is_on, c.reason) for c in store.sharing.changes(owner, first)]
    assert said == [
        ("Owner of this computer", True, "agreed"),
        ("Owner of this computer", False, "asked to"),
    ]


def test_nobody_but_an_owner_decides_or_sees_and_a_stranger_finds_nothing(
    store: AssessmentStore,
) -> None:
    owner = store.local_owner()
    [workspace] = [one.id for one in store.workspaces(owner)]
    store.sharing.decide(owner, workspace, is_on=True)
    for role in ("assessor", "respondent", "reader", "client_reader"):
        person = store.add_person(role)
        store.add_member(owner, workspace, person, role)
        assert store.sharing.taking_part(person) == []
        with pytest.raises(NotAllowed):
            store.sharing.decide(person, workspace, is_on=False)
        with pytest.raises(NotAllowed):
            store.sharing.changes(person, workspace)
    stranger = store.add_person("Stranger")
    with pytest.raises(NotFound):
        store.sharing.decide(stranger, workspace, is_on=False)
    with pytest.raises(NotFound):
        store.sharing.changes(stranger, workspace)
    assert store.sharing.taking_part(owner) == [workspace]


@pytest.mark.parametrize("forgery", ["UPDATE sharing SET is_on = 0", "DELETE FROM sharing"])
def test_the_database_refuses_a_change_of_what_was_decided(url: str, forgery: str) -> None:
    engine = open_engine(url)
    store = Store(engine)
    owner = store.local_owner()
    workspace = store.workspaces(owner)[0].id
    store.sharing.decide(owner, workspace, is_on=True, reason="agreed")
    with (
        pytest.raises(StoreUnavailable, match="stays on record"),
        writing(engine, None) as connection,
    ):
        connection.execute(text(forgery))
    assert store.sharing.taking_part(owner) == [workspace]
    store.close()


@pytest.mark.parametrize(
    ("forgery", "place"),
    [
        (
            "UPDATE sharing SET is_on = 0 WHERE seq = 1",
            "decision on the benchmark number 1, of ",
        ),
        (
            "UPDATE sharing SET reason = 'x' WHERE seq = 2",
            "decision on the benchmark number 2, of ",
        ),
        ("DELETE FROM sharing WHERE seq = 1", "decision on the benchmark number 1, of "),
        ("DELETE FROM sharing WHERE seq = 2", "at the end were taken out"),
        ("DELETE FROM sharing", "at the end were taken out"),
    ],
)
def test_verify_finds_what_was_forged_past_the_guards(url: str, forgery: str, place: str) -> None:
    engine = open_engine(url)
    store = Store(engine)
    owner = store.local_owner()
    workspace = store.workspaces(owner)[0].id
    for is_on in (True, False):
        store.sharing.decide(owner, workspace, is_on=is_on)
    with reading(engine, None) as connection:
        assert verify(connection).broken == ()
    with writing(engine, None) as connection:
        for when in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER sharing_refuses_{when}"))
        connection.execute(text(forgery))
    with reading(engine, None) as connection:
        [broken] = verify(connection).broken
    assert place in broken.place
    assert broken.title == "My assessments"
    store.close()
