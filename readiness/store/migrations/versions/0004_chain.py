"""The history becomes a chain: every row carries a hash, the assessment the last of them."""

from datetime import UTC

import sqlalchemy as sa
from alembic import op

from readiness.store.migrations import guards
from readiness.store.migrations.first_chain import LINKED, first_link

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_HISTORY = sa.table(
    "history",
    sa.column("seq"),
    sa.column("at", sa.DateTime),
    sa.column("sha256"),
    *(sa.column(name, sa.JSON(none_as_null=True) if name in {"old", "new"} else None)
      for name in LINKED),
)  # fmt: skip
_ASSESSMENT = sa.table("assessment", sa.column("id"), sa.column("history_sha256"))


def upgrade() -> None:
    """Add the hashes, and make them for what is there."""
    op.add_column("history", sa.Column("sha256", sa.String(64), nullable=False, server_default=""))
    op.add_column(
        "assessment", sa.Column("history_sha256", sa.String(64), nullable=False, server_default="")
    )
    guards.lift("history", "history_refuses_update")
    _link_what_is_there(op.get_bind())
    guards.refuse("history", "UPDATE", "history_refuses_update", "the history is append-only")


def _link_what_is_there(connection: sa.Connection) -> None:
    last: dict[str, str] = {}
    for row in connection.execute(sa.select(_HISTORY).order_by(_HISTORY.c.seq)).mappings().all():
        id = row["assessment_id"]
        last[id] = first_link(last.get(id, ""), {**row, "at": row["at"].replace(tzinfo=UTC)})
        connection.execute(
            sa.update(_HISTORY).where(_HISTORY.c.seq == row["seq"]).values(sha256=last[id])
        )
    for id, sha256 in last.items():
        connection.execute(
            sa.update(_ASSESSMENT).where(_ASSESSMENT.c.id == id).values(history_sha256=sha256)
        )
