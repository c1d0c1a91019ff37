"""The content of the history can be erased on request, and its chain still be followed."""

import secrets
from datetime import UTC
from typing import Any

import sqlalchemy as sa
from alembic import op

from readiness.store.chain import ERASED, content_of, link
from readiness.store.migrations import guards
from readiness.store.migrations.first_chain import LINKED, first_link

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LOCAL = "local"
KEPT = ("seq", "workspace_id", "assessment_id", "person_id", "at", "kind", "revision", "undo_of")
_NEW = ("salt", "content_sha256", "sha256")
_HISTORY = sa.table(
    "history",
    sa.column("seq"),
    sa.column("at", sa.DateTime),
    *(sa.column(name, sa.JSON(none_as_null=True) if name in {"old", "new"} else None)
      for name in LINKED),
    *(sa.column(name) for name in _NEW),
)  # fmt: skip
_ASSESSMENT = sa.table("assessment", sa.column("id"), sa.column("history_sha256"))
_PERSON = sa.table("person", sa.column("id"), sa.column("mark"))


def upgrade() -> None:
    """Salt what each row says, link anew, and let the guards tell an erasure from a forgery."""
    for name, size in (("salt", 32), ("content_sha256", 64)):
        column = sa.Column(name, sa.String(size), nullable=False, server_default="")
        op.add_column("history", column)
    op.add_column("history", sa.Column("erased", sa.Integer, nullable=False, server_default="0"))
    op.add_column(
        "assessment", sa.Column("erasing", sa.Integer, nullable=False, server_default="0")
    )
    op.add_column("person", sa.Column("mark", sa.String(32)))
    guards.lift("history", "history_refuses_update")
    _link_anew(op.get_bind())
    _guard_history()
    _guard_what_is_frozen()


def _link_anew(connection: sa.Connection) -> None:
    """Where the old chain is broken, the new one is: the old hash stays and fits nothing."""
    connection.execute(
        sa.update(_PERSON).where(_PERSON.c.id == LOCAL).values(mark=secrets.token_hex(16))
    )
    marks = {
        row.id: row.mark or row.id for row in connection.execute(sa.select(_PERSON)).fetchall()
    }
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    at_seq: dict[int, str] = {}
    for row in connection.execute(sa.select(_HISTORY).order_by(_HISTORY.c.seq)).mappings().all():
        id = row["assessment_id"]
        said: dict[str, Any] = {**row, "at": row["at"].replace(tzinfo=UTC)}
        old[id] = first_link(old.get(id, ""), said)
        values = {"salt": (salt := secrets.token_hex(16))}
        values["content_sha256"] = content_of({**said, "salt": salt})
        holds = row["sha256"] == old[id]
        undone = at_seq.get(row["undo_of"])
        made = link(new.get(id, ""), {**said, **values}, marks.get(row["person_id"], ""), undone)
        at_seq[row["seq"]] = new[id] = values["sha256"] = made if holds else row["sha256"]
        connection.execute(sa.update(_HISTORY).where(_HISTORY.c.seq == row["seq"]).values(**values))
    for id, sha256 in new.items():
        whole = (_ASSESSMENT.c.id == id) & (_ASSESSMENT.c.history_sha256 == old[id])
        connection.execute(sa.update(_ASSESSMENT).where(whole).values(history_sha256=sha256))


def _guard_history() -> None:
    """A change of a row passes only where it leaves nothing of its content, and all the rest."""
    stays = [f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in (*KEPT, *_NEW[1:])]
    gone = [
        f"NEW.{name} IS NULL" if value is None else f"NEW.{name} = ''"
        for name, value in ERASED.items()
    ]
    erases = " AND ".join([*stays, *gone, "NEW.erased = 1"])
    said = "the history is append-only"
    guards.refuse("history", "UPDATE", "history_refuses_update", said, f"NOT ({erases})")


def _guard_what_is_frozen() -> None:
    said = "the assessment is frozen"
    for table in ("entry", "evidence_file"):
        for when, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            name = f"{table}_frozen_{when.lower()}"
            guards.lift(table, name)
            guards.refuse(
                table,
                when,
                name,
                said,
                "EXISTS (SELECT 1 FROM assessment WHERE "  # noqa: S608 - no word from outside
                f"id = {row}.assessment_id AND frozen_at IS NOT NULL AND erasing = 0)",
            )
    guards.lift("assessment", "assessment_stays_frozen")
    guards.refuse(
        "assessment",
        "UPDATE",
        "assessment_stays_frozen",
        said,
        "OLD.frozen_at IS NOT NULL AND OLD.erasing = 0 AND (NEW.frozen_at IS DISTINCT FROM "
        "OLD.frozen_at OR NEW.frozen_sha256 IS DISTINCT FROM OLD.frozen_sha256)",
    )
