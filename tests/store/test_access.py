"""Every query passes the check of membership."""

import pytest

from readiness.domain.errors import NotAllowed, NotFound
from readiness.store.access import reach, reach_workspace
from readiness.store.connection import reading
from tests.store.samples import small


def test_roles_decide_what_is_reached(sqlite_store):
    owner = sqlite_store.local_owner()
    workspace = sqlite_store.workspaces(owner)[0].id
    id = sqlite_store.create(owner, workspace, small())
    reader = sqlite_store.add_person("Reader")
    stranger = sqlite_store.add_person("Stranger")
    sqlite_store.add_member(owner, workspace, reader, "client_reader")
    with reading(sqlite_store._engine) as connection:
        assert reach(connection, owner, id, write=True).role == "owner"
        assert reach(connection, reader, id).role == "client_reader"
        assert reach_workspace(connection, reader, workspace) == "client_reader"
        with pytest.raises(NotAllowed):
            reach(connection, reader, id, write=True)
        with pytest.raises(NotAllowed):
            reach_workspace(connection, reader, workspace, write=True)
        with pytest.raises(NotFound):
            reach(connection, stranger, id)
        with pytest.raises(NotFound):
            reach_workspace(connection, stranger, workspace)
