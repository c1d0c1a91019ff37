"""Row-level security on PostgreSQL: who acts is read from settings of the transaction.

Forced, so that it binds the owner of the tables too, who is the one role that the product asks for.
"""

from alembic import op

# Each subselect is looked at once a query, not once a row.
MINE = "ANY (CAST((SELECT readiness_mine()) AS text[]))"
ME = "(SELECT current_setting('readiness.person', true))"
OWN_ASSESSMENT = (
    "EXISTS (SELECT 1 FROM assessment AS whole WHERE whole.id = assessment_id "
    "AND whole.workspace_id = ANY (CAST((SELECT readiness_mine()) AS text[])))"
)


def on(errand: str) -> str:
    """The condition that a transaction is on an errand (``readiness.store.acting``)."""
    return f"(SELECT current_setting('readiness.acting', true)) = '{errand}'"


def shut(table: str) -> None:
    """Nobody sees or writes a row of it but the administrator, until a policy says more."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    allow(table, "administrator", on("administrator"))


def allow(table: str, name: str, condition: str, command: str = "ALL", check: str = "") -> None:
    """A policy: rows of which the condition holds; ``check``: another one for what is written."""
    said = f"WITH CHECK ({condition})" if command == "INSERT" else f"USING ({condition})"
    if check:
        said += f" WITH CHECK ({check})"
    op.execute(f"CREATE POLICY {name} ON {table} FOR {command} {said}")


def of_workspace(table: str, column: str = "workspace_id") -> None:
    """Rows of the acting person's workspaces."""
    shut(table)
    allow(table, "own", f"{column} = {MINE}")


def of_assessment(table: str) -> None:
    """Rows of an assessment in one of the acting person's workspaces."""
    shut(table)
    allow(table, "own", OWN_ASSESSMENT)
