"""What arrives is written whole, and the history says that it came."""

import pytest

from readiness.domain.base import remade
from readiness.domain.errors import ReadinessError
from readiness.store import Shipment, custody, open_store, verified
from tests.store.travelling import ORIGIN, begun, given, other


@pytest.fixture
def there(tmp_path):
    """An empty store beside the one of the sender, and its address."""
    url = other(tmp_path)
    store = open_store(url)
    store.local_owner()
    yield store, url
    store.close()


def test_all_is_there_as_it_was(sqlite_store, url, there) -> None:
    owner, id = begun(sqlite_store)
    store, to = there
    with custody(to, owner) as receiver:
        receiver.take(given(url, sqlite_store), None, ORIGIN)
    assert store.load(owner, id).assessment == sqlite_store.load(owner, id).assessment
    before, after = sqlite_store.history(owner, id), store.history(owner, id)
    assert [(r.at, r.kind, r.key, r.old, r.new, r.reason) for r in after[:-1]] == [
        (r.at, r.kind, r.key, r.old, r.new, r.reason) for r in before
    ]
    assert {r.person for r in after[:-1]} == {f"Owner of another computer ({ORIGIN})"}
    assert after[-1].person == "Owner of this computer"
    assert after[-1].new == {
        "title": "Northgate baseline",
        "taken_from": ORIGIN,
        "rows": len(before),
    }
    [file] = store.files(owner, id)
    assert store.read_table(owner, id, file.id) == b"coded \x00 bytes"
    assert verified(to).broken == ()
    assert store.undoable(owner, id) == ()


def test_a_frozen_one_stays_frozen(sqlite_store, url, there) -> None:
    owner, id = begun(sqlite_store)
    seal = sqlite_store.freeze(owner, id)
    store, to = there
    shipment = given(url, sqlite_store)
    [parcel] = shipment.parcels
    forged = remade(parcel, frozen_sha256="0" * 64)
    with custody(to, owner) as receiver:
        with pytest.raises(ReadinessError, match="not what was sealed"):
            receiver.take(Shipment(shipment.client, (forged,), shipment.tables), None, ORIGIN)
        assert store.assessments(owner) == []
        receiver.take(shipment, None, ORIGIN)
    assert store.load(owner, id).frozen == seal
    assert store.holds(owner, id)


def test_what_goes_on_brings_up_to_date(sqlite_store, url, there) -> None:
    """To the other computer, worked on there, and back: one history, no copy."""
    owner, id = begun(sqlite_store)
    store, to = there
    with custody(to, owner) as receiver:
        receiver.take(given(url, sqlite_store), None, ORIGIN)
    store.put(owner, id, "profile", "sites", 5)
    store.put(owner, id, "response", "CTL-1|r1", None)
    home = store.assessments(owner)[0].workspace
    with custody(to, owner) as sender:
        back = sender.give(home)
    with custody(url, owner) as receiver:
        receiver.take(back, None, "b b")
    assert len(sqlite_store.assessments(owner)) == 1
    assert sqlite_store.load(owner, id).assessment == store.load(owner, id).assessment
    assert verified(url).broken == ()
    people = [r.person for r in sqlite_store.history(owner, id)]
    assert people[0] == "Owner of this computer"
    assert "Owner of another computer (b b)" in people


def test_who_took_out_what_comes_along_once_and_in_its_chain(sqlite_store, url, there) -> None:
    owner, id = begun(sqlite_store)
    home = sqlite_store.workspaces(owner)[0].id
    reader = sqlite_store.invite(owner, home, "ina@maker.example", "client_reader")
    sqlite_store.exports.note(owner, id, "Gap report, full", "ab" * 32)
    sqlite_store.exports.note(reader, id, "Gap report, client", "cd" * 32)
    store, to = there
    with custody(to, owner) as receiver:
        receiver.take(given(url, sqlite_store), None, ORIGIN)
        sent = sqlite_store.exports.of(owner, id)
        came = store.exports.of(owner, id)
        assert [(e.at, e.what, e.sha256) for e in came] == [(e.at, e.what, e.sha256) for e in sent]
        assert [e.person for e in came] == [
            f"Owner of another computer ({ORIGIN})",
            "ina@maker.example",
        ]
        sqlite_store.exports.note(reader, id, "Result (JSON)", "ef" * 32)
        with custody(url, owner) as mine:
            mine.take(receiver.give(store.workspaces(owner)[1].id), None, "back")
        sqlite_store.put(owner, id, "profile", "sites", 9)
        receiver.take(given(url, sqlite_store), None, ORIGIN)
    assert [e.what for e in store.exports.of(owner, id)] == [
        "Gap report, full",
        "Gap report, client",
        "Result (JSON)",
    ]
    assert len(sqlite_store.exports.of(owner, id)) == 3
    assert verified(to).broken == verified(url).broken == ()
