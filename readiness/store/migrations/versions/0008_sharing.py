"""A workspace takes part in the anonymous benchmark, or not, and who decided it stays on record."""

import sqlalchemy as sa
from alembic import op

from readiness.store.migrations import guards

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table with its guards, and the end of its chain on each workspace."""
    op.add_column(
        "workspace", sa.Column("sharing_sha256", sa.String(64), nullable=False, server_default="")
    )
    op.create_table(
        "sharing",
        sa.Column("seq", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("is_on", sa.Integer, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_sharing"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], "fk_sharing_workspace_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], "fk_sharing_person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sharing_workspace_id", "sharing", ["workspace_id"])
    said = "what was decided stays on record"
    for when in ("UPDATE", "DELETE"):
        guards.refuse("sharing", when, f"sharing_refuses_{when.lower()}", said)
    guards.refuse_truncating("sharing", "sharing_refuses_truncate", said)
