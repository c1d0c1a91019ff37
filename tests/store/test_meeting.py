"""How what arrives stands to what is here, and what is refused before anything is compared."""

import pytest

from readiness.domain.base import remade
from readiness.store import custody, open_store
from readiness.store.meeting import fault_of
from tests.store.travelling import ORIGIN, begun, given, other


@pytest.fixture
def sides(sqlite_store, url, tmp_path):
    """Sender, its address and assessment; receiver and its address, with the same in it."""
    owner, id = begun(sqlite_store)
    there_url = other(tmp_path)
    there = open_store(there_url)
    there.local_owner()
    with custody(there_url, owner) as receiver:
        receiver.take(given(url, sqlite_store), None, ORIGIN)
    yield sqlite_store, url, id, there, there_url
    there.close()


def met(url, shipment, owner):
    with custody(url, owner) as receiver:
        return [one.meeting for one in receiver.meet(shipment)]


def test_each_way_of_meeting_is_told(sides) -> None:
    here, url, id, there, there_url = sides
    owner = here.local_owner()
    first = given(url, here)
    assert met(url, first, owner) == ["same"]
    assert met(there_url, first, owner) == ["older"]
    [home] = [w.id for w in there.workspaces(owner) if w.name.endswith("(2)")]
    with custody(there_url, owner) as mine:
        back = mine.give(home)
    assert met(url, back, owner) == ["newer"]
    here.put(owner, id, "profile", "sites", 9)
    assert met(url, back, owner) == ["apart"]
    assert met(other(tmp_path_of(url), "third"), first, here_owner(url)) == ["new"]


def tmp_path_of(url):
    from pathlib import Path

    return Path(url.removeprefix("sqlite:///")).parent


def here_owner(url):
    third = open_store(other(tmp_path_of(url), "third"))
    owner = third.local_owner()
    third.close()
    return owner


def test_a_forged_parcel_is_found_whichever_part_it_is(sides) -> None:
    here, url, *_ = sides
    [parcel] = given(url, here).parcels
    assert fault_of(parcel) == ""
    rows, entries = parcel.history, parcel.entries
    forged = [
        remade(parcel, history=rows[:-1]),
        remade(parcel, history=(*rows[:4], *rows[5:])),
        remade(parcel, history=()),
        remade(parcel, history=(remade(rows[0], reason="other"), *rows[1:])),
        remade(parcel, entries=entries[1:]),
        remade(parcel, entries=(*entries, entries[0])),
        remade(parcel, entries=(remade(entries[0], kind="nonsense"), *entries[1:])),
        remade(parcel, entries=(remade(entries[0], payload=[7]), *entries[1:])),
        remade(parcel, people={}),
    ]
    assert all(fault_of(one) for one in forged)


def test_a_parcel_without_its_history_is_no_parcel(sqlite_store, url) -> None:
    begun(sqlite_store)
    [parcel] = given(url, sqlite_store).parcels
    empty = remade(parcel, history=(), entries=(), history_sha256="0" * 64)
    assert fault_of(empty) == "its history is gone"
