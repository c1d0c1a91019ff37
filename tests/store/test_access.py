"""Every query passes the check of membership."""

import pytest

from readiness.domain.errors import NotAllowed, NotFound
from readiness.store.access import owners_of, reach, reach_workspace
from readiness.store.connection import reading
from readiness.store.rights import Assignment, Standing
from tests.store.samples import small


def test_roles_decide_what_is_reached(sqlite_store):
    owner = sqlite_store.local_owner()
    workspace = sqlite_store.workspaces(owner)[0].id
    id = sqlite_store.create(owner, workspace, small())
    reader, asked, stranger = (sqlite_store.add_person(n) for n in ("Reader", "Asked", "Stranger"))
    sqlite_store.add_member(owner, workspace, reader, "client_reader")
    sqlite_store.add_member(owner, workspace, asked, "respondent")
    with reading(sqlite_store._engine, None) as connection:
        assert reach(connection, owner, id, "write").standing == Standing("owner")
        assert reach(connection, reader, id, "judge").standing == Standing("client_reader")
        assert reach_workspace(connection, reader, workspace) == "client_reader"
        for right in ("read", "answer", "write"):
            with pytest.raises(NotAllowed):
                reach(connection, reader, id, right)
        with pytest.raises(NotAllowed):
            reach_workspace(connection, reader, workspace, "write")
        for other in (stranger, asked):
            with pytest.raises(NotFound):
                reach(connection, other, id, "see")
        with pytest.raises(NotFound):
            reach_workspace(connection, stranger, workspace)
        assert owners_of(connection, workspace) == ["Owner of this computer"]
    sqlite_store.assign(owner, id, asked, Assignment("team"))
    with reading(sqlite_store._engine, None) as connection:
        found = reach(connection, asked, id, "answer").standing
    assert found == Standing("respondent", Assignment("team"))
