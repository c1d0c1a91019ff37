"""Each errand sees what it needs, for as long as it lasts, and is run where it is said to be."""

import ast
from pathlib import Path
from typing import get_args

import pytest
from sqlalchemy import Connection, func, select

import readiness
from readiness.domain.errors import NotAllowed
from readiness.store import Store, custody, name_owner
from readiness.store.acting import Errand, begins, errand
from readiness.store.connection import reading, writing
from readiness.store.tables import metadata
from tests.store.clients import filled
from tests.store.travelling import ORIGIN, begun, given

SEES: dict[Errand, set[str]] = {
    "administrator": {table.name for table in metadata.sorted_tables},
    "register": {"person"},
    "custody": {"assessment", "evidence_file"},
}
RUN_BY: dict[Errand, set[str]] = {
    "administrator": {"acting", "claiming", "keeping", "moving", "owning", "postgresql", "walls"},
    "register": {"acting", "people", "taking", "0010_apart"},
    "custody": {"acting", "custody", "0010_apart"},
}


def seen(connection: Connection) -> set[str]:
    """The tables in which a row is seen."""
    return {
        table.name
        for table in metadata.sorted_tables
        if connection.execute(select(func.count()).select_from(table)).scalar_one()
    }


def test_an_errand_sees_its_tables_and_ends(shared_store: Store) -> None:
    filled(shared_store, "Northgate")
    with reading(shared_store._engine, None) as connection:
        for what in get_args(Errand):
            with errand(connection, what):
                assert seen(connection) == SEES[what]
            assert seen(connection) == set()


def test_an_errand_inside_another_gives_it_back(shared_store: Store) -> None:
    filled(shared_store, "Northgate")
    with reading(shared_store._engine, "administrator") as connection:
        with errand(connection, "register"):
            assert seen(connection) == SEES["register"]
        assert seen(connection) == SEES["administrator"]


def literals(path: Path) -> set[object]:
    """Every text and number that a module states."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def test_every_errand_is_run_where_it_is_said_to_be() -> None:
    """Whoever adds a place reads here first what it opens."""
    modules = {
        path.stem: literals(path)
        for path in (Path(readiness.__file__).parent / "store").rglob("*.py")
        if path.stem != "__init__"
    }
    for what, run_by in RUN_BY.items():
        assert {name for name, said in modules.items() if what in said} == run_by


def test_on_sqlite_nothing_is_told(sqlite_store: Store) -> None:
    with writing(sqlite_store._engine, None) as connection, errand(connection, "register"):
        begins(connection, "0" * 32)


def test_who_named_an_owner_from_outside_is_known_there(
    shared_store: Store, shared_url: str
) -> None:
    one = filled(shared_store, "Northgate")
    name_owner(shared_url, one.workspace, "new@one.example", "the owner went away")
    last = shared_store.member_changes(one.owner, one.workspace)[-1]
    assert (last.by, last.reason) == ("Owner of this computer", "the owner went away")


def test_an_id_in_use_at_another_client_is_refused(
    shared_store: Store, shared_url: str, sqlite_store: Store, url: str
) -> None:
    begun(sqlite_store)
    shipment = given(url, sqlite_store)
    one, other = (shared_store.add_person(name) for name in ("One", "Other"))
    with custody(shared_url, one) as mine:
        mine.take(shipment, None, ORIGIN)
    [there] = shared_store.assessments(one)
    assert "Owner of another computer" in shared_store.history(one, there.id)[0].person
    with custody(shared_url, other) as theirs, pytest.raises(NotAllowed, match="is in use"):
        theirs.take(shipment, None, ORIGIN)
    assert shared_store.assessments(other) == []
