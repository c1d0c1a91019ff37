"""Opening a database: pragmas on every connection, migrations forward, a copy before them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from readiness.store.acting import OPTION, Acting
from readiness.store.migrations import HEAD, refuse_later, upgrade, version
from readiness.store.postgresql import open_postgresql
from readiness.store.records import StoreUnavailable

BUSY_SECONDS = 15
"""How long a writer waits for another one before it says so."""

WRITING = "readiness_writing"
EXPECTED = "Expected sqlite:///PATH or postgresql://USER@HOST/NAME"


def open_engine(url: str) -> Engine:
    """An engine on an up-to-date database, made if there is none.

    An existing database of an earlier version is copied beside itself first. Raises
    StoreUnavailable for an address that cannot be opened, ReadinessError for a database of a later
    version of this product.
    """
    backend = _parsed(url).get_backend_name()
    if backend == "postgresql":
        return open_postgresql(_parsed(url), WRITING)
    path = path_of(url)
    existed = path.exists() and path.stat().st_size > 0
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreUnavailable(f"{path} cannot be opened: {error.strerror or error}") from error
    engine = create_engine(f"sqlite:///{path}", pool_size=20, max_overflow=30)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    try:
        _bring_up_to_date(engine, path, existed=existed)
    except DatabaseError as error:
        engine.dispose()
        raise StoreUnavailable(f"{path} cannot be opened: {error.orig}") from error
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """An engine for one errand. Raises as ``open_engine`` does."""
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def reading(engine: Engine, acting: Acting) -> Iterator[Connection]:
    """One consistent look at the store in somebody's name. Raises StoreUnavailable."""
    try:
        with engine.execution_options(**{OPTION: acting}).begin() as connection:
            yield connection
    except DatabaseError as error:
        raise StoreUnavailable(f"The store could not be read: {error.orig}") from error


@contextmanager
def writing(engine: Engine, acting: Acting) -> Iterator[Connection]:
    """One change in somebody's name: on disk when the block ends, not there at all if it raises.

    SQLite takes its write lock at the start: a change that reads first could otherwise be refused
    at its end, after another writer. Raises StoreUnavailable.
    """
    try:
        with engine.execution_options(**{WRITING: True, OPTION: acting}).begin() as connection:
            yield connection
    except DatabaseError as error:
        raise StoreUnavailable(
            f"Nothing of this was saved: {error.orig}. Try again; if it stays so, see whether the "
            "disk is full and whether another program holds the file."
        ) from error


def scrub(engine: Engine) -> None:
    """Leave nothing of what was deleted in the file of SQLite or beside it; others clean up alone.

    While another program reads, the file beside it keeps it until the last one is closed.
    """
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def back_up(path: Path, to: Path) -> None:
    """A consistent copy of a SQLite database, also while others write to it.

    Raises StoreUnavailable for what is no database, or cannot be read or written.
    """
    try:
        to.touch(mode=0o600)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target)
    except (OSError, sqlite3.DatabaseError) as error:
        raise StoreUnavailable(f"{path} could not be copied to {to}: {error}") from error


def path_of(url: str) -> Path:
    """The file behind the address of a store. Raises StoreUnavailable."""
    parsed = _parsed(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        raise StoreUnavailable(f"A store of kind {parsed.drivername} is no file. {EXPECTED}")
    return Path(str(parsed.database)).absolute()


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise StoreUnavailable(
            f"The address of the store is no database address. {EXPECTED}"
        ) from error


def _configure(connection: Any, _record: object) -> None:
    """The driver leaves transactions to us; every connection is durable and checks its keys."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _bring_up_to_date(engine: Engine, path: Path, *, existed: bool) -> None:
    with reading(engine, None) as connection:
        found = version(connection)
    if found == HEAD:
        return
    refuse_later(found, HEAD, path)
    if existed and found is not None:
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        back_up(path, path.with_name(f"{path.stem}-{found}-{moment}{path.suffix}"))
    with writing(engine, None) as connection:
        # Another process may have migrated while this one waited for the lock.
        found = version(connection)
        refuse_later(found, HEAD, path)
        if found != HEAD:
            upgrade(connection)
