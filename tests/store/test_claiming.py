"""Roles that come with a sign-in: in every store, and never against what an owner decided."""

from datetime import UTC, datetime, timedelta

from readiness.store import Claimed, open_store, verified

# The clock of the tests begins on 22 November 2026; a token is made at the time of its sign-in.
LATER = datetime(2026, 12, 1, tzinfo=UTC)


def signed_in(store, *, at=LATER, **roles):
    """Ina signs in with a token of that time, whose claim gives these roles by workspace."""
    claimed = Claimed(at, roles, "claim groups")
    return store.sign_in("https://id.example 1", "ina@x.example", "Ina Adler", claimed)


def desk(store):
    owner = store.local_owner()
    return owner, store.workspaces(owner)[0].id


def held(store, owner, workspace):
    """Ina's role, and where it is from."""
    found = [(m.role, m.source) for m in store.members(owner, workspace) if m.name == "Ina Adler"]
    return found[0] if found else None


def test_a_claim_gives_a_role_and_the_next_sign_in_without_it_takes_it(store):
    owner, at = desk(store)
    ina = signed_in(store, **{at: "reader"})
    assert held(store, owner, at) == ("reader", "claim")
    signed_in(store, **{at: "assessor"})
    assert held(store, owner, at) == ("assessor", "claim")
    signed_in(store)
    assert held(store, owner, at) is None
    assert store.workspaces(ina) == []
    said = [(c.by, c.old, c.new, c.reason) for c in store.member_changes(owner, at)][1:]
    assert said == [
        ("Sign-in", None, "reader", "claim groups"),
        ("Sign-in", "reader", "assessor", "claim groups"),
        ("Sign-in", "assessor", None, "no longer: claim groups"),
    ]


def test_our_own_table_comes_first(store):
    owner, at = desk(store)
    store.invite(owner, at, "ina@x.example", "reader")
    signed_in(store, **{at: "assessor"})
    assert held(store, owner, at) == ("reader", "table")
    signed_in(store)
    assert held(store, owner, at) == ("reader", "table")


def test_whom_an_owner_took_out_no_claim_brings_back(store):
    owner, at = desk(store)
    ina = signed_in(store, **{at: "reader"})
    store.remove_member(owner, at, ina, reason="left the site")
    signed_in(store, **{at: "assessor"})
    assert held(store, owner, at) is None
    store.add_member(owner, at, ina, "reader")
    assert held(store, owner, at) == ("reader", "table")


def test_an_owner_who_gives_what_a_claim_gave_has_decided_it(store):
    owner, at = desk(store)
    ina = signed_in(store, **{at: "reader"})
    store.add_member(owner, at, ina, "reader", reason="stays")
    assert held(store, owner, at) == ("reader", "table")
    signed_in(store)
    assert held(store, owner, at) == ("reader", "table")


def test_an_older_token_knows_less_than_a_later_one_did(store):
    """The cookie of another device, from before the group was taken away."""
    owner, at = desk(store)
    before = datetime(2026, 11, 22, tzinfo=UTC)
    signed_in(store, **{at: "reader"})
    signed_in(store)
    signed_in(store, at=before, **{at: "reader"})
    assert held(store, owner, at) is None
    signed_in(store, at=LATER + timedelta(hours=1), **{at: "reader"})
    signed_in(store, at=before)
    assert held(store, owner, at) == ("reader", "claim")


def test_the_chain_of_members_holds(url):
    store = open_store(url)
    _, at = desk(store)
    signed_in(store, at=datetime.now(UTC) + timedelta(hours=1), **{at: "reader"})
    store.close()
    assert not verified(url).broken
