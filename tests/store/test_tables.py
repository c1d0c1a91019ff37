"""The tables as declared are the tables as migrated."""

from datetime import UTC, datetime, timedelta, timezone

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import sqlite

from readiness.store import migrations
from readiness.store.connection import open_engine, reading
from readiness.store.tables import Moment, metadata


def test_migrations_lead_to_the_declared_tables(url):
    engine = open_engine(url)
    with reading(engine, None) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_that_is_looked_for():
    config = Config()
    config.set_main_option("script_location", str(migrations.__path__[0]))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [migrations.HEAD]


def test_a_moment_keeps_its_meaning():
    moment = datetime(2026, 11, 22, 14, 0, tzinfo=timezone(timedelta(hours=2)))
    dialect = sqlite.dialect()
    stored = Moment().process_bind_param(moment, dialect)
    assert stored == datetime(2026, 11, 22, 12, 0)
    back = Moment().process_result_value(stored, dialect)
    assert back == moment
    assert back is not None
    assert back.tzinfo is UTC
