"""Who took out which file, when, with which hash: a chain of its own beside the history."""

import sqlalchemy as sa
from alembic import op

from readiness.store.migrations import guards

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, which is added to and nothing else."""
    op.create_table(
        "export",
        sa.Column("seq", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("file_sha256", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_export"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], "fk_export_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], "fk_export_person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_export_assessment_id", "export", ["assessment_id"])
    op.add_column(
        "assessment", sa.Column("exports_sha256", sa.String(64), nullable=False, server_default="")
    )
    said = "the history of exports is append-only"
    for when in ("UPDATE", "DELETE"):
        guards.refuse("export", when, f"export_refuses_{when.lower()}", said)
    guards.refuse(
        "export",
        "INSERT",
        "export_refuses_insert",
        said,
        "EXISTS (SELECT 1 FROM export WHERE seq = NEW.seq)",
    )
    guards.refuse_truncating("export", "export_refuses_truncate", said)
