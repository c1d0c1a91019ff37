"""A parcel holds everything that stands, under names that hold in every store."""

from tests.store.travelling import begun, given


def test_everything_is_in_it(sqlite_store, url) -> None:
    owner, id = begun(sqlite_store)
    shipment = given(url, sqlite_store, id)
    [parcel] = shipment.parcels
    loaded = sqlite_store.load(owner, id)
    assert {(e.kind, e.key) for e in parcel.entries} == set(loaded.entries)
    assert [r.sha256 for r in parcel.history] == list(parcel.links)
    assert len(parcel.history) == len(sqlite_store.history(owner, id))
    undo = next(r for r in parcel.history if r.undoes is not None)
    assert parcel.history[(undo.undoes or 0) - 1].new == 3
    [file] = parcel.files
    assert shipment.tables == {file.id: sqlite_store.read_table(owner, id, file.id)}


def test_the_local_owner_is_told_apart_from_that_of_another_computer(sqlite_store, url) -> None:
    begun(sqlite_store)
    [parcel] = given(url, sqlite_store).parcels
    [(mark, name)] = parcel.people.items()
    assert name == "Owner of this computer"
    assert mark != "local"
    assert len(mark) == 32
