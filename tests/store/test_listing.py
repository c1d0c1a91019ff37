"""The list: one query, and entries for a respondent alone."""

from sqlalchemy import event

from readiness.store import Assignment
from tests.store.samples import full, small


def test_a_list_opens_no_entry_but_a_respondent_s_own(sqlite_store):
    owner = sqlite_store.local_owner()
    workspace = sqlite_store.workspaces(owner)[0].id
    ids = [sqlite_store.create(owner, workspace, one) for one in (full(), small())]
    asked = sqlite_store.invite(owner, workspace, "ina@x.example", "respondent")
    sqlite_store.assign(owner, ids[0], asked, Assignment("r1"))
    said: list[str] = []
    event.listen(
        sqlite_store._engine, "before_cursor_execute", lambda *args: said.append(str(args[2]))
    )
    assert {row.id for row in sqlite_store.assessments(owner)} == set(ids)
    assert not any("FROM entry" in one for one in said)
    assert [row.id for row in sqlite_store.assessments(asked)] == [ids[0]]
    assert sum("FROM entry" in one for one in said) == 1
