"""Who signs in is who was invited, or somebody new."""

import pytest


def test_an_invited_person_is_known_by_their_address(store):
    owner = store.local_owner()
    workspace = store.workspaces(owner)[0].id
    invited = store.invite(owner, workspace, "ina@x.example", "reader")
    assert store.sign_in("https://id.example 1", "ina@x.example", "Ina Adler") == invited
    assert store.sign_in("https://id.example 1", "ina.new@x.example", "Ina Berg") == invited
    names = {m.name: m.login for m in store.members(owner, workspace)}
    assert names["Ina Berg"] == "ina@x.example"


@pytest.mark.parametrize("login", [None, "ina@x.example"])
def test_an_address_is_nobody_else_s_once_its_person_signed_in(store, login):
    """Another subject with the same address, or without one, is another person."""
    owner = store.local_owner()
    workspace = store.workspaces(owner)[0].id
    invited = store.invite(owner, workspace, "ina@x.example", "reader")
    store.sign_in("https://id.example 1", "ina@x.example", "Ina Adler")
    other = store.sign_in("https://id.example 2", login, "Ina Adler")
    assert other != invited
    assert store.workspaces(other) == []
    assert store.sign_in("https://id.example 2", login, "Ina Adler") == other
