"""What is erased is nowhere any more, what is left proves itself, and the fact stays."""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from readiness.domain.errors import InputRefused, NotAllowed, NotFound
from readiness.domain.evidence import Evidence
from readiness.domain.interviewing import Note
from readiness.store import (
    ERASURE,
    Assignment,
    Outlined,
    Request,
    custody,
    moved,
    open_store,
    verified,
)
from tests.domain.test_outline import made
from tests.store.samples import answer, full, log
from tests.store.travelling import begun, given, other

ALL = Request("data protection officer", "end of the engagement")
ONE = Request("the respondent", "wishes it", "r1")
PHRASE = "Wednesdays-only-Hildegard"


def with_phrase(store):
    owner, id = begun(store)
    store.put(owner, id, "response", "OPM-3|r1", answer("OPM-3", "r1", 2, PHRASE))
    store.put(owner, id, "response", "OPM-3|r1", answer("OPM-3", "r1", 3, "calmer"))
    return owner, id


def test_the_whole_of_it_leaves_the_fact_alone(sqlite_store, url) -> None:
    owner, id = with_phrase(sqlite_store)
    before = sqlite_store.history(owner, id)
    entries = len(sqlite_store.load(owner, id).entries)
    with custody(url, owner) as mine:
        found = mine.erase(id, ALL)
        assert (found.entries, found.files, found.rows) == (entries, 1, len(before))
        assert sqlite_store.assessments(owner) == []
        [parcel] = mine.give(sqlite_store.workspaces(owner)[0].id, id).parcels
        with pytest.raises(InputRefused, match="nothing of this left"):
            mine.erase(id, ALL)
    assert verified(url).broken == ()
    assert (parcel.title, parcel.entries, parcel.files) == ("Erased on request", (), ())
    *gone, fact = parcel.history
    assert [r.at for r in gone] == [r.at for r in before]
    assert all((r.key, r.old, r.new, r.reason, r.salt) == ("", None, None, "", "") for r in gone)
    assert fact.kind == ERASURE
    assert fact.reason == "end of the engagement"
    assert fact.new == {
        "what": "assessment",
        "asked_by": "data protection officer",
        "entries": entries,
        "files": 1,
        "rows": [[1, len(before)]],
    }


def test_no_byte_of_it_stays_in_the_file(sqlite_store, url) -> None:
    owner, id = with_phrase(sqlite_store)
    place = Path(url.removeprefix("sqlite:///"))
    files = (place, place.with_name(place.name + "-wal"))
    assert any(PHRASE.encode() in f.read_bytes() for f in files if f.exists())
    with custody(url, owner) as mine:
        mine.erase(id, ONE)
    assert not any(PHRASE.encode() in f.read_bytes() for f in files if f.exists())


def test_one_respondent_goes_and_the_others_stay(sqlite_store, url) -> None:
    owner, id = with_phrase(sqlite_store)
    home = sqlite_store.workspaces(owner)[0].id
    for code in ("r1", "r2"):
        asked = sqlite_store.invite(owner, home, f"{code}@maker.example", "respondent")
        sqlite_store.assign(owner, id, asked, Assignment(code))
    said = sqlite_store.load(owner, id).assessment
    with custody(url, owner) as mine:
        mine.erase(id, ONE)
    left = sqlite_store.load(owner, id).assessment
    assert [r.id for r in left.respondents] == ["r2"]
    assert left.responses == tuple(r for r in said.responses if r.respondent != "r1")
    assert left.notes == tuple(n for n in said.notes if n.respondent != "r1")
    assert left.requests == tuple(n for n in said.requests if n.respondent != "r1")
    assert left.follow_ups == tuple(f for f in said.follow_ups if f.respondent != "r1")
    assert all(s.respondent != "r1" for s in left.sittings)
    assert left.overrides == said.overrides
    assert verified(url).broken == ()
    text = str([(r.key, r.old, r.new, r.reason) for r in sqlite_store.history(owner, id)])
    assert PHRASE not in text
    assert "r1" not in text
    assert [a.what.respondent for a in sqlite_store.assigned(owner, id)] == ["r2"]
    said_of = [r.new for r in sqlite_store.history(owner, id) if r.kind == "assignment"]
    assert said_of == [None, {"as": "r2", "questions": []}]
    [row] = sqlite_store.assessments(owner)
    assert set(row.answered) == {r.capability for r in left.responses}


def test_what_once_named_a_respondent_goes_though_it_names_another_now(sqlite_store, url) -> None:
    owner, id = begun(sqlite_store)
    moved_on = Note(id="n2", text="printed", capability="CTL-1", respondent="r2")
    sqlite_store.put(owner, id, "note", "n2", moved_on)
    with custody(url, owner) as mine:
        mine.erase(id, ONE)
    assert [n.id for n in sqlite_store.load(owner, id).assessment.notes] == ["n1"]
    assert "printed" not in str([(r.old, r.new) for r in sqlite_store.history(owner, id)])


def test_what_was_made_of_it_goes_with_it(sqlite_store, url) -> None:
    owner, id = begun(sqlite_store)
    home = sqlite_store.workspaces(owner)[0].id
    sqlite_store.keep_measured(owner, id, "now", Evidence())
    sqlite_store.keep_place(owner, id, {"respondent": "r1"})
    sqlite_store.outlines.keep(owner, home, {id: Outlined("now", made())})
    with custody(url, owner) as mine:
        mine.erase(id, ONE)
    assert sqlite_store.measured(owner, id, "now") is None
    assert sqlite_store.place(owner, id) == {}
    assert sqlite_store.outlines.kept(owner, home, {id: "now"}) == {}


def test_of_a_whole_one_the_client_is_no_byte_and_the_day_it_was_deleted_stays(
    sqlite_store, url
) -> None:
    owner, id = begun(sqlite_store)
    sqlite_store.delete(owner, id)
    place = Path(url.removeprefix("sqlite:///"))
    deleted = "SELECT deleted_at FROM assessment"
    with closing(sqlite3.connect(place)) as raw:
        before = raw.execute(deleted).fetchall()
    with custody(url, owner) as mine:
        mine.erase(id, ALL)
    with closing(sqlite3.connect(place)) as raw:
        assert raw.execute(deleted).fetchall() == before
    files = (place, place.with_name(place.name + "-wal"))
    assert not any(b"Northgate" in f.read_bytes() for f in files if f.exists())


def test_after_it_the_guards_of_what_is_frozen_are_up_again(sqlite_store, url) -> None:
    owner, id = begun(sqlite_store)
    sqlite_store.freeze(owner, id)
    with custody(url, owner) as mine:
        mine.erase(id, ONE)
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as raw:
        for forged in ("UPDATE entry SET payload = '1'", "DELETE FROM entry"):
            with pytest.raises(sqlite3.IntegrityError, match="frozen"):
                raw.execute(forged)


def test_what_was_erased_cannot_be_undone(sqlite_store, url) -> None:
    owner, id = with_phrase(sqlite_store)
    with custody(url, owner) as mine:
        mine.erase(id, ONE)
    while sqlite_store.undo(owner, id):
        pass
    assert PHRASE not in str(sqlite_store.load(owner, id).assessment)
    assert verified(url).broken == ()


def test_a_frozen_one_gets_a_new_seal_and_says_so(sqlite_store, url) -> None:
    owner, id = with_phrase(sqlite_store)
    seal = sqlite_store.freeze(owner, id)
    with custody(url, owner) as mine:
        mine.erase(id, ONE)
    now = sqlite_store.load(owner, id).frozen
    assert now.at == seal.at
    assert now.sha256 != seal.sha256
    assert sqlite_store.holds(owner, id)
    fact = sqlite_store.history(owner, id)[-1].new
    assert (fact["seal_before"], fact["seal_after"]) == (seal.sha256, now.sha256)


def test_on_postgresql_and_after_a_deletion(shared_store, shared_url, super_url) -> None:
    owner = shared_store.local_owner()
    id = shared_store.create(owner, shared_store.workspaces(owner)[0].id, full(), [log()])
    shared_store.freeze(owner, id)
    shared_store.delete(owner, id)
    with custody(shared_url, owner) as mine:
        assert mine.erase(id, ALL).files == 1
    assert verified(shared_url).broken == ()
    with psycopg.connect(super_url) as raw:
        for statement in (
            "UPDATE history SET reason = 'other'",
            "UPDATE history SET erased = 0",
            "UPDATE history SET sha256 = 'x', key = '', reason = '', salt = '', erased = 1",
        ):
            with pytest.raises(psycopg.Error, match="append-only"):
                raw.execute(statement)
            raw.rollback()


def test_an_owner_alone_erases_and_says_why(sqlite_store, url) -> None:
    owner, id = begun(sqlite_store)
    home = sqlite_store.workspaces(owner)[0].id
    assessor = sqlite_store.add_person("Assessor")
    sqlite_store.add_member(owner, home, assessor, "assessor")
    stranger = sqlite_store.add_person("Stranger")
    with custody(url, assessor) as theirs, pytest.raises(NotAllowed):
        theirs.erase(id, ALL)
    with custody(url, stranger) as theirs:
        for any_id in (id, "0" * 32):
            with pytest.raises(NotFound, match="no such assessment"):
                theirs.erase(any_id, ALL)
    with custody(url, owner) as mine:
        for empty in (Request(" ", "why"), Request("who", "")):
            with pytest.raises(InputRefused, match="who asked"):
                mine.erase(id, empty)
        with pytest.raises(InputRefused, match="nothing of this left"):
            mine.erase(id, Request("who", "why", "nobody"))


def test_an_old_file_does_not_bring_it_back_and_a_new_one_takes_it_away(
    sqlite_store, url, tmp_path
) -> None:
    owner, id = with_phrase(sqlite_store)
    to = other(tmp_path)
    there = open_store(to)
    there.local_owner()
    old = given(url, sqlite_store)
    with custody(to, owner) as receiver:
        receiver.take(old, None, "before")
    moved(to, url)  # the same history on both sides again
    with custody(url, owner) as mine:
        mine.erase(id, ONE)
        assert [one.meeting for one in mine.take(old, None, "before")] == ["older"]
        assert PHRASE not in str(sqlite_store.load(owner, id).assessment)
    assert [one.meeting for one in moved(url, to)] == ["newer"]
    assert PHRASE not in str(there.load(owner, id).assessment)
    assert PHRASE not in str(there.history(owner, id))
    assert verified(to).broken == ()
    there.close()
