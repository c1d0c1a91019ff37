"""The three-way difference: never loses or invents a value, and once is as good as twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.workspace.three_way import Undecided, decided, difference, one_choice

KEYS = st.sampled_from("abcdef")
VALUES = st.integers(min_value=1, max_value=3)
KNOWN = st.dictionaries(KEYS, VALUES)
FOUND = st.dictionaries(KEYS, st.none() | VALUES)
CHOICES = st.dictionaries(KEYS, st.sampled_from(["file", "app"]))


def written(stored: dict, changes: dict) -> dict:
    """What stands in the app afterwards."""
    return {k: v for k, v in (stored | changes).items() if v is not None}


@pytest.mark.parametrize(
    ("left", "back", "now", "kind"),
    [
        (None, 2, None, "new"),
        (1, 2, 1, "changed"),
        (1, None, 1, "taken away"),
        (1, 2, 3, "conflict"),
        (None, 2, 3, "conflict"),  # somebody answered meanwhile
        (1, 2, None, "conflict"),  # somebody cleared it meanwhile
        (1, None, 3, "conflict"),
        (1, 1, 3, None),  # came back as it left: the app's stands
        (1, 2, 2, None),  # both say the same
        (1, None, None, None),
        (None, None, 3, None),  # an empty row says nothing
    ],
)
def test_every_case_by_hand(left: object, back: object, now: object, kind: str | None) -> None:
    exported = {} if left is None else {"q": left}
    stored = {} if now is None else {"q": now}
    lines = difference(exported, {"q": back}, stored)
    assert [line.kind for line in lines] == ([kind] if kind else [])


def test_a_conflict_needs_its_decision() -> None:
    lines = difference({"q": 1}, {"q": 2}, {"q": 3})
    with pytest.raises(Undecided, match="Nothing was imported"):
        decided(lines, {})
    assert decided(lines, {"q": "app"}) == {}
    assert decided(lines, {"q": "file"}) == {"q": 2}


@given(KNOWN, FOUND, KNOWN, CHOICES)
def test_nothing_is_lost_or_invented(exported: dict, found: dict, stored: dict, said: dict) -> None:
    lines = difference(exported, found, stored)
    conflicts = {line.key for line in lines if line.kind == "conflict"}
    choices = dict.fromkeys(conflicts, "app") | said
    after = written(stored, decided(lines, choices))
    for key in {*exported, *found, *stored}:
        if key not in found:
            assert after.get(key) == stored.get(key), "a missing row is no change"
        elif key in conflicts:
            wanted = found[key] if choices[key] == "file" else stored.get(key)
            assert after.get(key) == wanted
        else:
            assert after.get(key) in (found[key], stored.get(key))
    assert set(after) <= {*stored, *found}


@given(KNOWN, FOUND, KNOWN)
def test_nothing_that_changed_in_the_app_is_overwritten_without_a_decision(
    exported: dict, found: dict, stored: dict
) -> None:
    for line in difference(exported, found, stored):
        if line.stored != line.exported:
            assert line.kind == "conflict"


@given(KNOWN, FOUND, KNOWN)
def test_importing_twice_changes_nothing(exported: dict, found: dict, stored: dict) -> None:
    lines = difference(exported, found, stored)
    after = written(stored, decided(lines, {line.key: "file" for line in lines}))
    assert difference(exported, found, after) == []


@given(KNOWN, KNOWN)
def test_what_was_not_touched_is_no_difference(exported: dict, stored: dict) -> None:
    assert difference(exported, exported, stored) == []


def test_one_choice_for_all_leaves_out_what_a_person_is_asked_about() -> None:
    lines = difference({"a": 1, "b": 1}, {"a": 2, "b": 2}, {"a": 3, "b": 3})
    assert one_choice(lines, "file", ("b",)) == {"a": "file"}
    assert one_choice(lines, None, ()) == {}
