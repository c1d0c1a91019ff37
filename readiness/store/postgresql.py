"""A store that several processes and machines share: PostgreSQL behind the same tables."""

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from readiness.store.acting import OPTION, tell
from readiness.store.migrations import HEAD, refuse_later, upgrade, version
from readiness.store.records import StoreUnavailable

BUSY_SECONDS = 15
"""How long a writer waits for another one before it says so."""

MIGRATING = 0x72656164
"""The lock under which one process migrates while others wait."""


def open_postgresql(url: URL, writing: str) -> Engine:
    """An engine on an up-to-date database; ``writing``: the option of a connection that writes.

    Raises StoreUnavailable for one that cannot be reached, ReadinessError for one of a later
    version of this product. Its back-up before a migration is the administrator's.
    """
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_size=10,
            max_overflow=20,
            pool_pre_ping=True,
            connect_args={"options": f"-c lock_timeout={BUSY_SECONDS}s -c timezone=UTC"},
        )
    except ModuleNotFoundError as error:
        raise StoreUnavailable(
            "PostgreSQL needs its driver: pip install 'readiness[postgresql]'"
        ) from error

    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get(writing):
            # One consistent look, as a reader of SQLite has.
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        tell(connection, options.get(OPTION))

    event.listen(engine, "begin", begin)
    migrating = engine.execution_options(**{writing: True, OPTION: "administrator"})
    try:
        with migrating.begin() as connection:
            _bring_up_to_date(connection, url.render_as_string(hide_password=True))
    except DatabaseError as error:
        engine.dispose()
        raise StoreUnavailable(
            f"{url.render_as_string(hide_password=True)} cannot be opened: {error.orig}"
        ) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(connection: Connection, place: str) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATING})
    found = version(connection)
    refuse_later(found, HEAD, place)
    if found != HEAD:
        upgrade(connection)
