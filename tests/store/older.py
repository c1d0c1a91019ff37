"""A store as an earlier version of the product would have left it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from readiness.store import migrations


def older(tmp_path: Path, url: str, version: str) -> Path:
    """The rows of a store of today, in a database of an earlier version; without hashes."""
    old = tmp_path / "old.sqlite"
    engine = create_engine(f"sqlite:///{old}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(migrations.__file__).parent))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("ATTACH ? AS today", (url.removeprefix("sqlite:///"),))
        for table in ("workspace", "person", "member", "assessment", "entry", "history"):
            names = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})"))
            raw.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM today.{table}")  # noqa: S608 - names of our own tables
        raw.commit()
    return old
