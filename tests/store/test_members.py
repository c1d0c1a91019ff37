"""Changes of membership: recorded, linked, verified."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine

from readiness.domain.errors import NotAllowed, NotFound
from readiness.store import Actor, open_store, verified
from readiness.store.migrations import upgrade
from tests.store.older import older


def test_every_change_says_who_whom_and_why(store, owner, workspace):
    person = store.invite(owner, workspace, "ina@maker.example", "reader", reason="QA of the site")
    store.add_member(owner, workspace, person, "assessor")
    store.add_member(owner, workspace, person, "assessor")
    store.remove_member(owner, workspace, person, reason="left")
    said = [(c.member, c.old, c.new, c.reason) for c in store.member_changes(owner, workspace)]
    assert said == [
        ("Owner of this computer", None, "owner", "the workspace was begun"),
        ("ina@maker.example", None, "reader", "QA of the site"),
        ("ina@maker.example", "reader", "assessor", ""),
        ("ina@maker.example", "assessor", None, "left"),
    ]
    assert [m.role for m in store.members(owner, workspace)] == ["owner"]
    with pytest.raises(NotFound):
        store.remove_member(owner, workspace, person)


def test_the_last_owner_stays(store, owner, workspace):
    for gone in (
        lambda: store.remove_member(owner, workspace, owner),
        lambda: store.add_member(owner, workspace, owner, "reader"),
    ):
        with pytest.raises(NotAllowed, match="at least one owner"):
            gone()
    other = store.invite(owner, workspace, "jo@maker.example", "owner")
    store.remove_member(owner, workspace, owner)
    assert store.workspaces(owner) == []
    assert [m.person for m in store.members(other, workspace)] == [other]


@pytest.mark.parametrize("role", ["assessor", "reader", "respondent", "client_reader"])
def test_only_owners_manage_and_only_who_reads_all_sees_who_is_there(store, owner, workspace, role):
    person = store.invite(owner, workspace, "ina@maker.example", role)
    for manage in (
        lambda: store.invite(person, workspace, "friend@maker.example", "reader"),
        lambda: store.add_member(person, workspace, person, "owner"),
        lambda: store.remove_member(person, workspace, owner),
    ):
        with pytest.raises(NotAllowed):
            manage()
    if role in ("assessor", "reader"):
        assert len(store.members(person, workspace)) == 2
        assert len(store.member_changes(person, workspace)) == 2
    else:
        for look in (store.members, store.member_changes):
            with pytest.raises(NotAllowed):
                look(person, workspace)


def test_a_foreign_workspace_and_none_are_the_same(store, owner, workspace):
    stranger = store.add_person("Stranger")
    store.add_workspace(stranger, "Elsewhere")
    for call in (
        store.members,
        store.member_changes,
        lambda who, id: store.invite(who, id, "x@y.example", "owner"),
        lambda who, id: store.add_member(who, id, who, "owner"),
        lambda who, id: store.remove_member(who, id, who),
    ):
        said = set()
        for who, id in ((stranger, workspace), (owner, "0" * 32), (Actor("nobody"), workspace)):
            with pytest.raises(NotFound) as refused:
                call(who, id)
            said.add(str(refused.value))
        assert said == {"There is no such workspace."}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE member_history SET new = 'owner' WHERE seq = 2",
        "UPDATE member_history SET reason = 'x' WHERE seq = 1",
        "UPDATE member_history SET at = '2026-01-01 00:00:00' WHERE seq = 2",
        "UPDATE member_history SET member_id = person_id WHERE seq = 2",
        "DELETE FROM member_history WHERE seq = 1",
        "DELETE FROM member_history WHERE seq = 2",
        "UPDATE member SET role = 'owner'",
        "DELETE FROM member WHERE role = 'reader'",
        "UPDATE workspace SET members_sha256 = ''",
    ],
)
def test_what_was_changed_past_the_product_is_found(sqlite_store, url, statement):
    owner = sqlite_store.local_owner()
    workspace = sqlite_store.workspaces(owner)[0].id
    sqlite_store.invite(owner, workspace, "ina@maker.example", "reader")
    assert verified(url).broken == ()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        triggers = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        if "member_history SET" in statement or "FROM member_history" in statement:
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw.execute(statement)
        for (name,) in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(statement)
        raw.commit()
    [broken] = verified(url).broken
    assert broken.assessment == workspace


def test_members_of_an_earlier_version_get_a_beginning(sqlite_store, url, tmp_path):
    """Of a store as it was before there was a history of members: nobody loses a role."""
    owner = sqlite_store.local_owner()
    sqlite_store.close()
    path = older(tmp_path, url, "0006")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()
    found = open_store(f"sqlite:///{path}")
    [workspace] = found.workspaces(owner)
    assert [c.new for c in found.member_changes(owner, workspace.id)] == ["owner"]
    found.close()
    assert verified(f"sqlite:///{path}").broken == ()
