"""Forward migrations of the store, run by the product itself and shipped with it."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from readiness.domain.errors import ReadinessError

HEAD = "0010"
"""The newest version; compared first, because loading the tool behind it takes its time."""


def version(connection: Connection) -> str | None:
    """The version of a database; None if it holds none of our tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(
        text("SELECT version_num FROM alembic_version")
    ).scalar_one_or_none()
    return found


def refuse_later(found: str | None, newest: str, place: object) -> None:
    """Raise ReadinessError for a database that a later version of this product wrote."""
    if found is not None and found > newest:
        raise ReadinessError(
            f"{place} was written by a later version ({found}; this one knows {newest}). "
            "Update the product; nothing was changed."
        )


def upgrade(connection: Connection) -> None:
    """Migrate to the newest version inside the connection's transaction."""
    from alembic import command, config  # noqa: PLC0415 - only a new or an old database pays

    asked = config.Config()
    asked.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    asked.set_main_option("path_separator", "os")
    asked.attributes["connection"] = connection
    command.upgrade(asked, "head")
