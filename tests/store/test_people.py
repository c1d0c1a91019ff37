"""People and workspaces."""

import pytest

from readiness.domain.errors import NotAllowed
from readiness.store.people import FIRST_WORKSPACE


def test_a_consultant_has_a_workspace_a_client(store):
    owner = store.local_owner()
    store.add_workspace(owner, "Client B")
    store.add_workspace(owner, "Client A")
    names = [w.name for w in store.workspaces(owner)]
    assert names == ["Client A", "Client B", FIRST_WORKSPACE]


def test_only_an_owner_adds_members(store):
    owner = store.local_owner()
    workspace = store.workspaces(owner)[0].id
    assessor = store.add_person("Assessor")
    store.add_member(owner, workspace, assessor, "assessor")
    assert [w.role for w in store.workspaces(assessor)] == ["assessor"]
    with pytest.raises(NotAllowed):
        store.add_member(assessor, workspace, store.add_person("Friend"), "reader")
