"""An assessment can be frozen: its hash stands on it, and the database refuses every change."""

import sqlalchemy as sa
from alembic import op

from readiness.store.migrations import guards

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the seal, and triggers that hold even against a program that forgets to ask."""
    op.add_column("assessment", sa.Column("frozen_at", sa.DateTime))
    op.add_column("assessment", sa.Column("frozen_sha256", sa.String(64)))
    said = "the assessment is frozen"
    for table in ("entry", "evidence_file"):
        for when, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            guards.refuse(
                table,
                when,
                f"{table}_frozen_{when.lower()}",
                said,
                "EXISTS (SELECT 1 FROM assessment WHERE "  # noqa: S608 - no word from outside
                f"id = {row}.assessment_id AND frozen_at IS NOT NULL)",
            )
    guards.refuse(
        "assessment",
        "UPDATE",
        "assessment_stays_frozen",
        said,
        "OLD.frozen_at IS NOT NULL AND (NEW.frozen_at IS DISTINCT FROM OLD.frozen_at "
        "OR NEW.frozen_sha256 IS DISTINCT FROM OLD.frozen_sha256)",
    )
