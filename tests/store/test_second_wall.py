"""PostgreSQL itself shows and takes rows of one's own clients alone, whatever a program asks."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import psycopg
import pytest
from psycopg import sql
from pydantic import ValidationError
from sqlalchemy import Connection, Table, func, select

from readiness.domain.errors import ReadinessError
from readiness.store import (
    Actor,
    Request,
    Saved,
    Store,
    StoreUnavailable,
    custody,
    open_store,
    verified,
)
from readiness.store.access import Reached
from readiness.store.connection import reading, writing
from readiness.store.rights import FULL
from readiness.store.second_wall import keeps_apart
from readiness.store.tables import assessment, entry, metadata
from tests.store.clients import OneClient, acting, filled
from tests.store.conftest import APP, app_address, new_on, super_address
from tests.store.test_contract import CALLS

REFUSED = (psycopg.errors.InsufficientPrivilege, psycopg.errors.RaiseException)
CARRYING = ("custody", "erasing")
TABLES = [pytest.param(table, id=table.name) for table in metadata.sorted_tables]


@dataclass(frozen=True)
class Two:
    """Two clients in a store; ``url``: as the app's role, ``super_url``: as the superuser."""

    url: str
    super_url: str
    store: Store
    mine: OneClient
    theirs: OneClient

    def print(self) -> list[tuple[object, ...]]:
        """All that the database holds."""
        with psycopg.connect(self.super_url) as raw:
            return [
                row
                for table in metadata.sorted_tables
                for row in raw.execute(
                    sql.SQL("SELECT t::text FROM {} AS t ORDER BY 1").format(named(table))
                )
            ]


def named(table: Table) -> sql.Identifier:
    return sql.Identifier(table.name)


def count(raw: psycopg.Connection, table: Table, one: OneClient | None = None) -> int:
    """How many rows are seen of a client, or in all."""
    query = sql.SQL("SELECT count(*) FROM {}").format(named(table))
    if one is None:
        return raw.execute(query).fetchall()[0][0]
    column, values = one.column_of(table)
    where = sql.SQL(" WHERE {} = ANY(%s)").format(sql.Identifier(column))
    return raw.execute(query + where, [values]).fetchall()[0][0]


@pytest.fixture(scope="module")
def two(server: str) -> Iterator[Two]:
    with new_on(server) as url:
        store = open_store(url)
        clients = filled(store, "Northgate"), filled(store, "Southgate")
        yield Two(url, super_address(server, url), store, *clients)
        store.close()


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_shut_and_one_sees_one_s_own_rows_alone(two: Two, table: Table) -> None:
    """A table that comes later fails here until it has its policies, and its rows above."""
    with psycopg.connect(two.super_url) as raw:
        forced = "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = %s"
        assert raw.execute(forced, [table.name]).fetchall() == [(True,)]
        own = [count(raw, table, one) for one in (two.mine, two.theirs)]
    assert min(own) > 0, "nothing is shown by an empty table"
    for one, other, there in zip((two.mine, two.theirs), (two.theirs, two.mine), own, strict=True):
        with acting(two.url, one.owner) as raw:
            assert count(raw, table, one) == count(raw, table) == there
            assert count(raw, table, other) == 0
    for nobody in (None, Actor("nobody")):
        with acting(two.url, nobody) as raw:
            assert count(raw, table) == 0


@pytest.mark.parametrize("table", TABLES)
def test_foreign_rows_are_neither_altered_nor_deleted_nor_added(two: Two, table: Table) -> None:
    column, values = two.theirs.column_of(table)
    name, at = named(table), sql.Identifier(column)
    before = two.print()
    with psycopg.connect(two.super_url) as raw:
        query = sql.SQL("SELECT row_to_json(t)::text FROM {} AS t WHERE {} = ANY(%s) LIMIT 1")
        [(row,)] = raw.execute(query.format(name, at), [values]).fetchall()
    with acting(two.url, two.mine.owner) as raw:
        for change in ("UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"):
            statement = sql.SQL(change + " WHERE {1} = ANY(%s)").format(name, at)
            assert raw.execute(statement, [values]).rowcount == 0
        add = sql.SQL("INSERT INTO {0} SELECT * FROM json_populate_record(NULL::{0}, %s)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
            raw.execute(add.format(name), [row])
    give_away = sql.SQL("UPDATE {0} SET {1} = %s WHERE {1} = ANY(%s)").format(name, at)
    own = two.mine.column_of(table)[1]
    for statement, words in (
        (give_away, [values[0], own]),
        (sql.SQL("TRUNCATE {} CASCADE").format(name), []),
    ):
        with acting(two.url, two.mine.owner) as raw:
            if table.name == "person" and words:
                assert raw.execute(statement, words).rowcount == 0, "not even one's own name"
                continue
            with pytest.raises(REFUSED):
                raw.execute(statement, words)
    assert two.print() == before


def test_the_history_of_a_foreign_assessment_is_not_added_to_as_one_s_own(two: Two) -> None:
    add = (
        "INSERT INTO history (workspace_id, assessment_id, person_id, at, kind, key, reason, "
        "revision) VALUES (%s, %s, %s, now(), 'profile', 'sites', '', 99)"
    )
    mine = (two.mine.workspace, two.mine.owner.person_id)
    with acting(two.url, two.mine.owner) as raw:
        raw.execute(add, [mine[0], two.mine.id, mine[1]])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.execute(add, [mine[0], two.theirs.id, mine[1]])


@pytest.mark.parametrize("table", TABLES)
def test_who_did_something_in_one_s_workspace_is_known_there(two: Two, table: Table) -> None:
    """No join with the names of people loses a row: of members past and present, and authors."""
    with acting(two.url, two.mine.owner) as raw:
        for key in table.foreign_keys:
            if key.column.table.name == "person":
                lost = sql.SQL("SELECT count(*) FROM {} WHERE {} NOT IN (SELECT id FROM person)")
                query = lost.format(named(table), sql.Identifier(key.parent.name))
                assert raw.execute(query).fetchall() == [(0,)]


@pytest.fixture
def unchecked(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that forgot to ask: whoever comes is the owner of what they name."""
    with reading(two.store._engine, "administrator") as connection:
        row = connection.execute(select(assessment).where(assessment.c.id == two.mine.id)).one()
    checks = {"reach": lambda *_, **__: Reached(row, FULL), "reach_workspace": lambda *_: "owner"}
    for name in ("repository", "teams", "places", "exports", "outlines", "sharing", *CARRYING):
        module = sys.modules[f"readiness.store.{name}"]
        for check in checks.keys() & vars(module).keys():
            monkeypatch.setattr(module, check, checks[check])


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize("call", sorted(CALLS.keys() - {"revision"}))
def test_a_store_that_forgot_to_ask_gives_nothing_foreign(two: Two, call: str) -> None:
    before = two.print()
    found = None
    with suppress(ReadinessError, ValidationError):
        found = CALLS[call](two.store, two.theirs.owner, two.mine.id)
    assert not (found.changed if isinstance(found, Saved) else found), found
    assert two.print() == before


@pytest.mark.usefixtures("unchecked")
def test_nor_of_a_workspace_nor_a_table_nor_to_carry_away(two: Two) -> None:
    store, foreign = two.store, two.theirs.owner
    workspace, id = two.mine.workspace, two.mine.id
    with psycopg.connect(two.super_url) as raw:
        query = "SELECT id FROM evidence_file WHERE assessment_id = %s"
        [(file,)] = raw.execute(query, [id]).fetchall()
    assert store.members(foreign, workspace) == store.member_changes(foreign, workspace) == []
    assert store.outlines.kept(foreign, workspace, {id: "stamp"}) == {}
    assert store.sharing.changes(foreign, workspace) == store.exports.of(foreign, id) == []
    before = two.print()
    with custody(two.url, foreign) as theirs:
        for asks in (
            lambda: store.read_table(foreign, id, file),
            lambda: store.remove_file(foreign, id, file),
            lambda: store.exports.note(foreign, id, "x", "y"),
            lambda: store.create(foreign, workspace, store.load(foreign, two.theirs.id).assessment),
            lambda: theirs.give(workspace, id),
            lambda: theirs.erase(id, Request("somebody", "because")),
        ):
            with pytest.raises(ReadinessError):
                asks()
    assert two.print() == before


def seen(connection: Connection) -> tuple[int, int]:
    """On which connection to the server, and how many assessments and entries."""
    pid, some = (
        connection.execute(select(what)).scalar_one()
        for what in (
            func.pg_backend_pid(),
            select(func.count()).select_from(assessment).scalar_subquery()
            + select(func.count()).select_from(entry).scalar_subquery(),
        )
    )
    return pid, some


def test_nothing_that_was_told_lasts_into_the_next_transaction(two: Two) -> None:
    store = open_store(two.url)
    with reading(store._engine, two.mine.owner) as connection:
        pid, some = seen(connection)
    assert some > 2
    with reading(store._engine, None) as connection:
        assert seen(connection) == (pid, 0)
    for name in (two.mine.owner, "administrator"):
        with suppress(ZeroDivisionError), writing(store._engine, name) as connection:
            assert seen(connection) >= (pid, some)
            raise ZeroDivisionError
        with writing(store._engine, None) as connection:
            assert seen(connection) == (pid, 0)
    store.close()


def test_a_new_workspace_is_one_s_own_and_one_of_nobody_is_refused(two: Two) -> None:
    store = two.store
    new = store.add_workspace(two.mine.owner, "Third client")
    assert new in {one.id for one in store.workspaces(two.mine.owner)}
    assert new not in {one.id for one in store.workspaces(two.theirs.owner)}
    joins = "INSERT INTO member (workspace_id, person_id, role) VALUES (%s, %s, 'owner')"
    for one, statement, words in (
        (two.mine.owner, "INSERT INTO workspace (id, name) VALUES (%s, %s)", ["new", "New"]),
        (two.theirs.owner, joins, [new, two.theirs.owner.person_id]),
    ):
        with acting(two.url, one) as raw, pytest.raises(psycopg.errors.InsufficientPrivilege):
            raw.execute(statement, words)


def test_who_looks_after_the_store_sees_all_of_it(two: Two) -> None:
    found = verified(two.url)
    assert (found.assessments, found.broken) == (2, ())


def test_the_role_of_the_app_copies_the_whole_store(two: Two, server: str) -> None:
    """As docs/operations.md says, and what is restored has its walls too."""
    with psycopg.connect(two.super_url, autocommit=True) as admin:
        [(programs,)] = admin.execute("SELECT setting FROM pg_config WHERE name = 'BINDIR'")
        admin.execute(f"CREATE DATABASE restored OWNER {APP}")
    restored = app_address(server, "restored")
    whole = os.environ | {"PGOPTIONS": "-c readiness.acting=administrator"}
    dump = [f"{programs}/pg_dump", "--enable-row-security", "--format=custom", two.url]
    copy = subprocess.run(dump, env=whole, capture_output=True, check=True).stdout
    restore = [f"{programs}/pg_restore", "--no-owner", f"--dbname={restored}"]
    subprocess.run(restore, input=copy, check=True)
    assert verified(restored) == verified(two.url)
    assert keeps_apart(restored)
    refused = subprocess.run([dump[0], two.url], capture_output=True, check=False)
    assert b"row-level security" in refused.stderr


def test_a_superuser_is_not_bound_and_that_is_known(two: Two, url: str) -> None:
    assert keeps_apart(two.url) is True
    assert keeps_apart(two.super_url) is False
    open_store(url).close()
    assert keeps_apart(url) is None


def test_an_address_that_cannot_be_opened_is_said() -> None:
    with pytest.raises(StoreUnavailable):
        keeps_apart("nonsense")
