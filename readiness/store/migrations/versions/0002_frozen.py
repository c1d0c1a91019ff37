"""An assessment can be frozen: its hash stands on it, and the database refuses every change."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the seal, and triggers that hold even against a program that forgets to ask."""
    op.add_column("assessment", sa.Column("frozen_at", sa.DateTime))
    op.add_column("assessment", sa.Column("frozen_sha256", sa.String(64)))
    for table in ("entry", "evidence_file"):
        for when, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            op.execute(  # no word of it comes from outside
                f"CREATE TRIGGER {table}_frozen_{when.lower()} BEFORE {when} ON {table} "  # noqa: S608
                "FOR EACH ROW WHEN EXISTS (SELECT 1 FROM assessment WHERE "
                f"id = {row}.assessment_id AND frozen_at IS NOT NULL) "
                "BEGIN SELECT RAISE(ABORT, 'the assessment is frozen'); END"
            )
    op.execute(
        "CREATE TRIGGER assessment_stays_frozen BEFORE UPDATE ON assessment "
        "FOR EACH ROW WHEN OLD.frozen_at IS NOT NULL AND (NEW.frozen_at IS NOT OLD.frozen_at "
        "OR NEW.frozen_sha256 IS NOT OLD.frozen_sha256) "
        "BEGIN SELECT RAISE(ABORT, 'the assessment is frozen'); END"
    )
