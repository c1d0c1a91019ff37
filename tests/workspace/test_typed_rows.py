"""Rows typed into a table: edited, complete, and known again under their ids."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.workspace.typed_rows import Row, edited, is_complete, known_again

NEW: Row = {"id": None, "kind": None, "name": None}
OWN = {"id": "own", "kind": "site", "name": "Own"}
MAKER = {"id": "maker", "kind": "contractor", "name": "Maker"}


def test_cells_rows_added_and_rows_deleted() -> None:
    changes = {
        "edited_rows": {"0": {"name": "Ours"}},
        "deleted_rows": [1],
        "added_rows": [{"kind": "step"}],
    }
    assert edited([OWN, MAKER], changes, NEW) == [OWN | {"name": "Ours"}, NEW | {"kind": "step"}]


def test_an_empty_cell_is_not_filled_in() -> None:
    assert is_complete(OWN, ("kind", "name"))
    assert not is_complete(OWN | {"name": ""}, ("kind", "name"))
    assert not is_complete(NEW, ("kind",))


def test_an_added_row_keeps_the_id_under_which_it_was_stored() -> None:
    added = NEW | {"kind": "contractor", "name": "Maker"}
    assert list(known_again([OWN, added], [OWN, MAKER], ("kind", "name"))) == [OWN, MAKER]
    renamed = added | {"name": "Fenmark"}
    found = list(known_again([OWN, renamed], [OWN, MAKER], ("kind", "name")))
    assert found[1]["id"] == "maker"


def test_a_row_that_is_new_gets_no_id_of_another() -> None:
    new = NEW | {"kind": "step", "name": "Grow"}
    assert list(known_again([OWN, new], [OWN], ("name",)))[1]["id"] is None


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.data())
def test_no_id_is_given_twice(names: list[str], data: st.DataObject) -> None:
    stored = [{"id": f"i-{name}", "name": name} for name in names]
    told = data.draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    rows = [
        {"id": f"i-{n}" if n in names and data.draw(st.booleans()) else None, "name": n}
        for n in told
    ]
    ids = [row["id"] for row in known_again(rows, stored, ("name",)) if row["id"]]
    assert len(ids) == len(set(ids))
