"""Who gives and takes is checked like everybody else, and nothing is taken by halves."""

import sqlite3
from contextlib import closing

import pytest

from readiness.domain.base import remade
from readiness.domain.errors import NotAllowed, NotFound, ReadinessError
from readiness.store import Actor, Shipment, custody, open_store
from tests.store.samples import small
from tests.store.travelling import ORIGIN, begun, given, other


def test_a_stranger_gets_nothing_and_learns_nothing(sqlite_store, url) -> None:
    owner, id = begun(sqlite_store)
    stranger = sqlite_store.add_person("Stranger")
    home = sqlite_store.workspaces(owner)[0].id
    with custody(url, stranger) as theirs:
        for workspace in (home, "0" * 32):
            with pytest.raises(NotFound, match="no such workspace"):
                theirs.give(workspace, id)
        with pytest.raises(NotAllowed, match="its number is in use"):
            theirs.meet(given(url, sqlite_store))


def test_a_reader_gives_nothing_and_takes_nothing(sqlite_store, url) -> None:
    owner, _ = begun(sqlite_store)
    home = sqlite_store.workspaces(owner)[0].id
    reader = sqlite_store.add_person("Reader")
    sqlite_store.add_member(owner, home, reader, "reader")
    with custody(url, reader) as theirs, pytest.raises(NotAllowed):
        theirs.give(home)


def test_an_assessment_of_another_client_is_not_given_as_this_one_s(sqlite_store, url) -> None:
    owner, id = begun(sqlite_store)
    another = sqlite_store.add_workspace(owner, "Another client")
    with custody(url, owner) as mine, pytest.raises(NotFound):
        mine.give(another, id)


def test_all_or_nothing(sqlite_store, url, tmp_path) -> None:
    owner, _ = begun(sqlite_store)
    sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small())
    shipment = given(url, sqlite_store)
    first, second = shipment.parcels
    broken = Shipment(
        shipment.client, (first, remade(second, history=second.history[1:])), shipment.tables
    )
    to = other(tmp_path)
    store = open_store(to)
    with custody(to, store.local_owner()) as mine:
        with pytest.raises(ReadinessError, match="its history is broken"):
            mine.take(broken, None, ORIGIN)
        assert store.assessments(store.local_owner()) == []
        assert [one.meeting for one in mine.take(shipment, None, ORIGIN)] == ["new", "new"]
        assert [one.meeting for one in mine.take(shipment, None, ORIGIN)] == ["older", "older"]
    store.close()


def test_a_client_of_the_same_name_is_not_mixed_with_this_one(sqlite_store, url, tmp_path) -> None:
    begun(sqlite_store)
    to = other(tmp_path)
    store = open_store(to)
    owner: Actor = store.local_owner()
    with custody(to, owner) as mine:
        mine.take(given(url, sqlite_store), None, ORIGIN)
    assert [w.name for w in store.workspaces(owner)] == ["My assessments", "My assessments (2)"]
    store.close()


def test_a_missing_table_is_found(sqlite_store, url) -> None:
    begun(sqlite_store)
    shipment = given(url, sqlite_store)
    assert shipment.fault() == ""
    assert "missing" in Shipment(shipment.client, shipment.parcels, {}).fault()
    [parcel] = shipment.parcels
    bare = remade(parcel, files=())
    doubled = remade(parcel, files=(*parcel.files, *parcel.files))
    for twice, tables in (((bare, bare), {}), ((doubled,), shipment.tables)):
        assert "twice" in Shipment(shipment.client, twice, tables).fault()


def test_a_file_of_another_assessment_is_not_taken_for_its_own(sqlite_store, url, tmp_path) -> None:
    """An id that is in use here is refused, whosever assessment holds it."""
    owner, _ = begun(sqlite_store)
    [mine] = given(url, sqlite_store).parcels
    to = other(tmp_path)
    store = open_store(to)
    begun(store)
    shipment = given(to, store)
    [theirs] = shipment.parcels
    forged = remade(theirs, files=(remade(theirs.files[0], id=mine.files[0].id),))
    with custody(url, owner) as receiver, pytest.raises(NotAllowed, match="its number is in use"):
        receiver.meet(Shipment(shipment.client, (forged,), shipment.tables))
    store.close()


def test_a_broken_history_is_not_given_away(sqlite_store, url) -> None:
    _, id = begun(sqlite_store)
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        raw.execute("UPDATE entry SET payload = '9' WHERE key = 'sites'")
        raw.commit()
    with pytest.raises(ReadinessError, match="does not travel, its history is broken"):
        given(url, sqlite_store, id)


def test_members_are_told_with_the_whole_of_a_client_and_get_no_right_by_it(
    sqlite_store, url, tmp_path
) -> None:
    owner, id = begun(sqlite_store)
    home = sqlite_store.workspaces(owner)[0].id
    sqlite_store.invite(owner, home, "ina@maker.example", "assessor")
    shipment = given(url, sqlite_store)
    told = [(one.name, one.login, one.role) for one in shipment.client.members]
    assert told == [("ina@maker.example", "ina@maker.example", "assessor")]
    assert given(url, sqlite_store, id).client.members == ()
    to = other(tmp_path)
    store = open_store(to)
    mine = store.local_owner()
    with custody(to, mine) as receiver:
        receiver.take(shipment, None, ORIGIN)
    homes = [one.id for one in store.workspaces(mine)]
    assert [[m.person for m in store.members(mine, home)] for home in homes] == [[mine], [mine]]
    ina = store.sign_in("issuer ina", "ina@maker.example", "Ina")
    assert store.workspaces(ina) == []
    store.close()


def test_a_reader_takes_nothing_into_a_client_in_which_they_read(
    sqlite_store, url, tmp_path
) -> None:
    begun(sqlite_store)
    shipment = given(url, sqlite_store)
    to = other(tmp_path)
    store = open_store(to)
    theirs = store.local_owner()
    home = store.workspaces(theirs)[0].id
    reader = store.add_person("Reader")
    store.add_member(theirs, home, reader, "reader")
    with custody(to, reader) as desk, pytest.raises(NotAllowed):
        desk.take(shipment, home, ORIGIN)
    assert store.assessments(theirs) == []
    store.close()
