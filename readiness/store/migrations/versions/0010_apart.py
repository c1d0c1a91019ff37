"""PostgreSQL itself keeps clients apart: row-level security behind the checks of the store."""

from alembic import op

from readiness.store.migrations import guards, walls

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

OF_ASSESSMENT = ("assignment", "entry", "evidence_file", "place", "measured", "export", "outline")
# The other tables refuse it already.
EMPTIED_AT_ONCE = (
    *("workspace", "person", "member", "assessment", "assignment", "entry", "evidence_file"),
    *("place", "measured", "outline"),
)


def upgrade() -> None:
    """Nothing on SQLite, which knows no roles: one file is one person's or one machine's."""
    if op.get_bind().dialect.name != "postgresql":
        return
    _who_acts()
    walls.of_workspace("workspace", "id")
    for table in ("member", "member_history", "sharing", "assessment"):
        walls.of_workspace(table)
    # Their own rows are how the workspaces of a person are found.
    walls.allow("member", "self", f"person_id = {walls.ME}", "SELECT")
    for table in OF_ASSESSMENT:
        walls.of_assessment(table)
    _history()
    for table in ("assessment", "evidence_file"):
        walls.allow(table, "custody", walls.on("custody"), "SELECT")
    _people()
    # A policy is asked of rows, and not where a table is emptied as a whole.
    for table in EMPTIED_AT_ONCE:
        guards.refuse_truncating(table, f"{table}_refuses_truncate", "rows go one by one")


def _who_acts() -> None:
    """Called at the beginning of a transaction; all of it is forgotten at its end."""
    theirs = "SELECT string_agg(workspace_id, ',') FROM member WHERE person_id = who"
    told = (
        ("readiness.acting", "''"),
        ("readiness.workspaces", "''"),
        ("readiness.person", "who"),
        ("readiness.workspaces", f"coalesce(({theirs}), '')"),
    )
    said = " ".join(f"PERFORM set_config('{name}', {value}, true);" for name, value in told)
    op.execute(
        "CREATE FUNCTION readiness_acts(who text) RETURNS void LANGUAGE plpgsql "
        f"AS $$ BEGIN {said} END $$"
    )
    op.execute(
        "CREATE FUNCTION readiness_mine() RETURNS text[] STABLE LANGUAGE sql "
        "AS $$ SELECT string_to_array(current_setting('readiness.workspaces', true), ',') $$"
    )


def _history() -> None:
    """A row names its workspace itself; what is added names that of its assessment."""
    walls.shut("history")
    own = f"workspace_id = {walls.MINE}"
    fits = (
        "EXISTS (SELECT 1 FROM assessment AS whole WHERE whole.id = history.assessment_id "
        "AND whole.workspace_id = history.workspace_id)"
    )
    walls.allow("history", "own", own, check=f"{own} AND {fits}")


def _people() -> None:
    """Oneself, and who did something or is or was a member in a workspace of one's own.

    Asked of each name, so an index answers it whatever the length of the histories.
    """
    walls.shut("person")
    was_member = (
        "EXISTS (SELECT 1 FROM member_history AS act WHERE act.member_id = person.id "
        "AND act.workspace_id = ANY (CAST((SELECT readiness_mine()) AS text[])))"
    )
    changed_members = (
        "EXISTS (SELECT 1 FROM member_history AS act WHERE act.person_id = person.id "
        "AND act.workspace_id = ANY (CAST((SELECT readiness_mine()) AS text[])))"
    )
    did_something = (
        "EXISTS (SELECT 1 FROM history AS act WHERE act.person_id = person.id "
        "AND act.workspace_id = ANY (CAST((SELECT readiness_mine()) AS text[])))"
    )
    known = (f"id = {walls.ME}", was_member, changed_members, did_something)
    walls.allow("person", "known", " OR ".join(known), "SELECT")
    for command in ("SELECT", "INSERT", "UPDATE"):
        walls.allow("person", f"register_{command.lower()}", walls.on("register"), command)
    op.create_index("ix_history_person_workspace", "history", ["person_id", "workspace_id"])
    for who in ("member", "person"):
        name, columns = f"ix_member_history_{who}_workspace", [f"{who}_id", "workspace_id"]
        op.create_index(name, "member_history", columns)
