"""Who is a member has a history of its own, people have a sign-in, respondents what they answer."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from readiness.store.chain import BEGINNING, link_beside
from readiness.store.migrations import guards

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_LINKED = ("workspace_id", "person_id", "member_id", "old", "new", "reason")
_MEMBER = sa.table("member", *(sa.column(n) for n in ("workspace_id", "person_id", "role")))
_WORKSPACE = sa.table("workspace", sa.column("id"), sa.column("members_sha256"))
_CHANGE = sa.table(
    "member_history",
    *(sa.column(name) for name in (*_LINKED, "sha256")),
    sa.column("at", sa.DateTime),
)


def upgrade() -> None:
    """Make the tables, and give what is there already its first row of history."""
    op.add_column("person", sa.Column("login", sa.String))
    op.add_column("person", sa.Column("subject", sa.String))
    op.create_index("ix_person_login", "person", ["login"], unique=True)
    op.create_index("ix_person_subject", "person", ["subject"], unique=True)
    op.add_column(
        "member", sa.Column("source", sa.String(8), nullable=False, server_default="table")
    )
    op.add_column(
        "workspace", sa.Column("members_sha256", sa.String(64), nullable=False, server_default="")
    )
    _assignment()
    _member_history()
    _first_rows(op.get_bind())
    said = "the history of members is append-only"
    for when in ("UPDATE", "DELETE"):
        guards.refuse("member_history", when, f"member_history_refuses_{when.lower()}", said)
    guards.refuse(
        "member_history",
        "INSERT",
        "member_history_refuses_insert",
        said,
        "EXISTS (SELECT 1 FROM member_history WHERE seq = NEW.seq)",
    )
    guards.refuse_truncating("member_history", "member_history_refuses_truncate", said)


def _assignment() -> None:
    op.create_table(
        "assignment",
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("respondent", sa.String, nullable=False),
        sa.Column("questions", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "person_id", name="pk_assignment"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], "fk_assignment_assessment_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], "fk_assignment_person_id"),
    )
    op.create_index("ix_assignment_person_id", "assignment", ["person_id"])
    op.create_index(
        "ix_assignment_respondent", "assignment", ["assessment_id", "respondent"], unique=True
    )


def _member_history() -> None:
    op.create_table(
        "member_history",
        sa.Column("seq", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("workspace_id", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(32), nullable=False),
        sa.Column("member_id", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("old", sa.String(16)),
        sa.Column("new", sa.String(16)),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_member_history"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], "fk_member_history_workspace_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], "fk_member_history_person_id"),
        sa.ForeignKeyConstraint(["member_id"], ["person.id"], "fk_member_history_member_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_member_history_workspace_id", "member_history", ["workspace_id"])


def _first_rows(connection: sa.Connection) -> None:
    last: dict[str, str] = {}
    at = datetime.now(UTC)
    query = sa.select(_MEMBER).order_by(_MEMBER.c.workspace_id, _MEMBER.c.person_id)
    for row in connection.execute(query).mappings().all():
        id = row["workspace_id"]
        change = {
            "workspace_id": id,
            "person_id": row["person_id"],
            "member_id": row["person_id"],
            "old": None,
            "new": row["role"],
            "reason": "a member before changes were recorded",
        }
        last[id] = link_beside(last.get(id, BEGINNING), change | {"at": at}, _LINKED)
        values = change | {"at": at.replace(tzinfo=None), "sha256": last[id]}
        connection.execute(sa.insert(_CHANGE).values(values))
    for id, sha256 in last.items():
        connection.execute(
            sa.update(_WORKSPACE).where(_WORKSPACE.c.id == id).values(members_sha256=sha256)
        )
