"""A reload comes back to where one was: how one asks, and whom."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "place",
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("kept", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "person_id", name="pk_place"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], "fk_place_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], "fk_place_person_id"),
    )
