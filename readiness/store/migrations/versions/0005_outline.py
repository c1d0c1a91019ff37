"""A portfolio of thousands opens at once: each result is kept in short beside its assessment."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "outline",
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("stamp", sa.String, nullable=False),
        sa.Column("kept", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_outline"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], "fk_outline_assessment_id"),
    )
