"""What changed since: laid into what was loaded, it gives what loading all of it gives."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from readiness.domain.assessment import Respondent
from readiness.domain.interviewing import Note
from readiness.domain.planning import ActionEdit
from readiness.store import AssessmentStore, Loaded, Put, Store, entry_of, open_store
from readiness.store.catching_up import caught_up
from tests.store.samples import answer, full, log, small

PLACES = st.tuples(st.sampled_from(["OPM-1", "OPM-2", "CTL-1"]), st.sampled_from(["team", "r1"]))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), PLACES, st.integers(1, 5)),
        st.tuples(st.just("take away"), PLACES, st.just(0)),
        st.tuples(st.just("undo"), PLACES, st.just(0)),
        st.tuples(st.just("sites"), PLACES, st.integers(1, 3)),
        st.tuples(st.just("note"), PLACES, st.integers(1, 3)),
        st.tuples(st.just("action"), PLACES, st.integers(1, 3)),
    ),
    max_size=12,
)


def do(store: AssessmentStore, id: str, step: tuple[str, tuple[str, str], int]) -> None:
    what, place, number = step
    owner = store.local_owner()
    value = answer(*place, number or 1)
    note = Note(id=f"n{number}", text="kept")
    if what == "undo":
        store.undo(owner, id)
    elif what == "sites":
        store.put(owner, id, "profile", "sites", number)
    elif what == "action":
        edit = ActionEdit(id=place[0], elapsed=number, reason="so")
        store.put(owner, id, *entry_of(edit), edit)
    elif what == "take away":
        store.put(owner, id, "response", "|".join(place), None)
    else:
        put = value if what == "say" else note
        store.put(owner, id, *entry_of(put), put)


def same(one: Loaded, other: Loaded) -> bool:
    """Equal, in the same order everywhere."""
    return one == other and list(one.entries) == list(other.entries)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_from_every_earlier_look_it_comes_to_the_whole(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, tuple[str, str], int]]
) -> None:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('store') / 'a.sqlite'}")
    owner = store.local_owner()
    id = store.create(owner, store.workspaces(owner)[0].id, small())
    looks = [store.load(owner, id)]
    for step in steps:
        do(store, id, step)
        looks.append(store.load(owner, id))
    for known in looks:
        assert same(store.load(owner, id, known), looks[-1])
    store.close()


def test_only_what_changed_is_read(sqlite_store: Store) -> None:
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, full())
    known = sqlite_store.load(owner, id)
    value = answer("OPM-2", "r1", 4)
    sqlite_store.put(owner, id, *entry_of(value), value)
    said: list[str] = []
    event.listen(sqlite_store._engine, "before_cursor_execute", lambda *all: said.append(all[2]))
    found = sqlite_store.load(owner, id, known)
    assert not any("FROM entry" in statement for statement in said)
    assert found.assessment.responses[0] is known.assessment.responses[0]
    assert sqlite_store.load(owner, id, found) is found


@pytest.mark.parametrize("change", ["field", "file", "freeze"])
def test_what_is_no_list_is_loaded_whole(sqlite_store: Store, change: str) -> None:
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small())
    known = sqlite_store.load(owner, id)
    if change == "field":
        sqlite_store.put(owner, id, "profile", "sites", 4)
    elif change == "file":
        sqlite_store.add_file(owner, id, log())
    else:
        sqlite_store.freeze(owner, id)
    found = sqlite_store.load(owner, id, known)
    assert same(found, sqlite_store.load(owner, id))
    assert found.revision == known.revision + 1


def test_a_step_that_is_missing_needs_the_whole(sqlite_store: Store) -> None:
    owner = sqlite_store.local_owner()
    id = sqlite_store.create(owner, sqlite_store.workspaces(owner)[0].id, small())
    known = sqlite_store.load(owner, id)
    people = [Respondent(id=f"r{n}", function="QA") for n in (1, 2)]
    for person in people:
        sqlite_store.put_many(owner, id, [Put(*entry_of(person), person)])
    rows = sqlite_store.history(owner, id)
    now = sqlite_store.load(owner, id)
    later = [row for row in rows if row.revision > known.revision]
    assert caught_up(known, now, later[1:]) is None  # type: ignore[arg-type]  # tells the same
    newer = replace(known, revision=now.revision + 1)
    assert same(sqlite_store.load(owner, id, newer), now)
