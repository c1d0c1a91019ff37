"""Workspaces with their members, assessments as entries, an append-only history, evidence files."""

import sqlalchemy as sa
from alembic import op

from readiness.store.migrations import guards

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    _people()
    _assessments()
    _history()
    _evidence()
    _append_only()


def _people() -> None:
    op.create_table(
        "workspace",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workspace"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_table(
        "member",
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "person_id", name="pk_member"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], "fk_member_workspace_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], "fk_member_person_id"),
    )
    op.create_index("ix_member_person_id", "member", ["person_id"])


def _assessments() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("slug", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("summary", sa.JSON, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("files_revision", sa.Integer, nullable=False),
        sa.Column("deleted_at", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], "fk_assessment_workspace_id"),
    )
    op.create_index("ix_assessment_workspace_id", "assessment", ["workspace_id"])
    op.create_table(
        "entry",
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("payload", sa.JSON),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("changed_by", sa.String(32), nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "kind", "key", name="pk_entry"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], "fk_entry_assessment_id"),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], "fk_entry_changed_by"),
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("seq", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("old", sa.JSON),
        sa.Column("new", sa.JSON),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("undo_of", sa.Integer),
        sa.PrimaryKeyConstraint("seq", name="pk_history"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"], "fk_history_workspace_id"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], "fk_history_assessment_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], "fk_history_person_id"),
        sa.ForeignKeyConstraint(["undo_of"], ["history.seq"], "fk_history_undo_of"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_history_assessment_person", "history", ["assessment_id", "person_id", "revision"]
    )


def _evidence() -> None:
    op.create_table(
        "evidence_file",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("sheet", sa.String),
        sa.Column("mapping", sa.JSON, nullable=False),
        sa.Column("meta", sa.JSON, nullable=False),
        sa.Column("coded", sa.LargeBinary, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("added_by", sa.String(32), nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evidence_file"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], "fk_evidence_file_assessment_id"
        ),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], "fk_evidence_file_added_by"),
    )
    op.create_index("ix_evidence_file_assessment_id", "evidence_file", ["assessment_id"])
    op.create_table(
        "measured",
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("stamp", sa.String, nullable=False),
        sa.Column("evidence", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_measured"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], "fk_measured_assessment_id"),
    )


def _append_only() -> None:
    said = "the history is append-only"
    for when in ("UPDATE", "DELETE"):
        guards.refuse("history", when, f"history_refuses_{when.lower()}", said)
    # In SQLite, INSERT OR REPLACE deletes without firing a delete trigger.
    guards.refuse(
        "history",
        "INSERT",
        "history_refuses_insert",
        said,
        "EXISTS (SELECT 1 FROM history WHERE seq = NEW.seq)",
    )
    guards.refuse_truncating("history", "history_refuses_truncate", said)
