"""The tables, as SQLAlchemy Core sees them; ``migrations`` makes them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: SQLite keeps no zone, so it is put on again when read."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Aware in, naive UTC down."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Naive UTC up, aware out."""
        return value.replace(tzinfo=UTC) if value else None


def _json() -> JSON:
    return JSON(none_as_null=True)


def _beside(name: str, of: str, *columns: Column[Any]) -> Table:
    """A table of rows that are added for good, by whom and when, linked (``beside``)."""
    return Table(
        name,
        metadata,
        Column("seq", Integer, primary_key=True, autoincrement=True),
        Column(f"{of}_id", ForeignKey(f"{of}.id"), nullable=False, index=True),
        Column("person_id", ForeignKey("person.id"), nullable=False),
        Column("at", Moment, nullable=False),
        *columns,
        Column("sha256", String(64), nullable=False),
        sqlite_autoincrement=True,
    )


workspace = Table(
    "workspace",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String, nullable=False),
    Column("members_sha256", String(64), nullable=False, server_default=""),
    Column("sharing_sha256", String(64), nullable=False, server_default=""),
)
# Decisions whether a workspace takes part in the benchmark; the last one holds.
sharing = _beside(
    "sharing",
    "workspace",
    Column("is_on", Integer, nullable=False),
    Column("reason", String, nullable=False),
)
# mark: the same in every store, where the id is not: the local owner is "local" in each of them.
# login: the address that a person signs in with; subject: issuer and subject of their sign-in.
person = Table(
    "person",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String, nullable=False),
    Column("mark", String(32)),
    Column("login", String),
    Column("subject", String),
    Index("ix_person_login", "login", unique=True),
    Index("ix_person_subject", "subject", unique=True),
)
member = Table(
    "member",
    metadata,
    Column("workspace_id", ForeignKey("workspace.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("role", String(16), nullable=False),
    Column("source", String(8), nullable=False, server_default="table"),
)
member_history = _beside(
    "member_history",
    "workspace",
    Column("member_id", ForeignKey("person.id"), nullable=False),
    Column("old", String(16)),
    Column("new", String(16)),
    Column("reason", String, nullable=False),
)
# title, slug and summary repeat what the entries say, so that a list of thousands opens no entry.
assessment = Table(
    "assessment",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("workspace_id", ForeignKey("workspace.id"), nullable=False, index=True),
    Column("slug", String, nullable=False),
    Column("title", String, nullable=False),
    Column("summary", _json(), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("files_revision", Integer, nullable=False),
    Column("deleted_at", Moment),
    Column("frozen_at", Moment),
    Column("frozen_sha256", String(64)),
    Column("history_sha256", String(64), nullable=False, server_default=""),
    Column("erasing", Integer, nullable=False, server_default="0"),
    Column("exports_sha256", String(64), nullable=False, server_default=""),
)
# Who answers what: one person a code, one code a person.
assignment = Table(
    "assignment",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True, index=True),
    Column("respondent", String, nullable=False),
    Column("questions", _json(), nullable=False),
    Index("ix_assignment_respondent", "assessment_id", "respondent", unique=True),
)
# An entry that was taken away keeps its row with an empty payload: its revision must not start
# again, or a stale screen could overwrite a newer answer.
entry = Table(
    "entry",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("key", String, primary_key=True),
    Column("payload", _json()),
    Column("position", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("changed_by", ForeignKey("person.id"), nullable=False),
    Column("changed_at", Moment, nullable=False),
)
history = Table(
    "history",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("workspace_id", ForeignKey("workspace.id"), nullable=False),
    Column("assessment_id", ForeignKey("assessment.id"), nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("key", String, nullable=False),
    Column("old", _json()),
    Column("new", _json()),
    Column("reason", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("undo_of", ForeignKey("history.seq")),
    Column("sha256", String(64), nullable=False, server_default=""),
    Column("salt", String(32), nullable=False, server_default=""),
    Column("content_sha256", String(64), nullable=False, server_default=""),
    Column("erased", Integer, nullable=False, server_default="0"),
    Index("ix_history_assessment_person", "assessment_id", "person_id", "revision"),
    sqlite_autoincrement=True,
)
evidence_file = Table(
    "evidence_file",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("assessment_id", ForeignKey("assessment.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("sheet", String),
    Column("mapping", _json(), nullable=False),
    Column("meta", _json(), nullable=False),
    Column("coded", LargeBinary, nullable=False),
    Column("position", Integer, nullable=False),
    Column("added_by", ForeignKey("person.id"), nullable=False),
    Column("added_at", Moment, nullable=False),
)
# Where a person is at work in an assessment: no part of it, and without history.
place = Table(
    "place",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("kept", _json(), nullable=False),
)
measured = Table(
    "measured",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id"), primary_key=True),
    Column("stamp", String, nullable=False),
    Column("evidence", _json(), nullable=False),
)
# Who took out which file: a chain of its own, which turns no revision.
export = _beside(
    "export",
    "assessment",
    Column("what", String, nullable=False),
    Column("file_sha256", String(64), nullable=False),
)
# A result in short, made of one revision by one content: the stamp says which.
outline = Table(
    "outline",
    metadata,
    Column("assessment_id", ForeignKey("assessment.id"), primary_key=True),
    Column("stamp", String, nullable=False),
    Column("kept", _json(), nullable=False),
)
