"""What travels is checked like anything that comes from outside."""

import pytest
from pydantic import ValidationError

from readiness.store import Parcel
from tests.store.travelling import begun, given


def test_it_comes_back_from_its_own_json(sqlite_store, url) -> None:
    begun(sqlite_store)
    [parcel] = given(url, sqlite_store).parcels
    assert Parcel.model_validate_json(parcel.model_dump_json()) == parcel
    assert parcel.links[-1] == parcel.history_sha256
    assert parcel.last_change == parcel.changed_at


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", "../../etc"), ("history_sha256", "abc"), ("revision", "many"), ("more", 1)],
)
def test_what_is_no_parcel_is_refused(sqlite_store, url, field: str, value: object) -> None:
    begun(sqlite_store)
    [parcel] = given(url, sqlite_store).parcels
    with pytest.raises(ValidationError):
        Parcel.model_validate(parcel.model_dump() | {field: value})
