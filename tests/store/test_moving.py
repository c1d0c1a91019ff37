"""A store grows out of its file, and comes back: SQLite to PostgreSQL and the other way."""

import pytest

from readiness.domain.errors import NotFound, ReadinessError
from readiness.store import copied, holdings, moved, open_store, verified
from tests.store.samples import small
from tests.store.travelling import begun, other


def test_to_postgresql_and_back(sqlite_store, url, shared_url) -> None:
    owner, id = begun(sqlite_store)
    said = sqlite_store.load(owner, id).assessment
    home = sqlite_store.workspaces(owner)[0].id
    reader = sqlite_store.invite(owner, home, "ina@maker.example", "client_reader")
    sqlite_store.exports.note(owner, id, "Gap report, full", "ab" * 32)
    sqlite_store.exports.note(reader, id, "Gap report, client", "cd" * 32)
    assert [one.meeting for one in moved(url, shared_url)] == ["new"]
    assert sqlite_store.assessments(owner) == []
    shared = open_store(shared_url)
    assert shared.load(owner, id).assessment == said
    assert {r.person for r in shared.history(owner, id)} == {"Owner of this computer"}
    # Who did nothing there but take out a file has no name there: the database shows it to nobody.
    assert [(e.person, e.what) for e in shared.exports.of(owner, id)] == [
        ("Owner of this computer", "Gap report, full"),
        ("Somebody at another installation", "Gap report, client"),
    ]
    shared.put(owner, id, "profile", "sites", 7, reason="grown")
    shared.close()
    assert [one.meeting for one in moved(shared_url, url)] == ["newer"]
    [row] = sqlite_store.assessments(owner)
    assert row.id == id
    assert sqlite_store.load(owner, id).assessment.profile.sites == 7
    reasons = [r.reason for r in sqlite_store.history(owner, id)]
    assert any(reason.startswith("Moved to postgresql") for reason in reasons)
    assert verified(url).broken == verified(shared_url).broken == ()


def test_one_assessment_or_one_client(sqlite_store, url, tmp_path) -> None:
    owner, id = begun(sqlite_store)
    client = sqlite_store.add_workspace(owner, "Harbour Cells")
    second = sqlite_store.create(owner, client, small())
    to = other(tmp_path)
    assert [one.id for one in moved(url, to, client)] == [second]
    assert [(h.id, h.client) for h in holdings(to)] == [(second, "Harbour Cells")]
    assert [one.id for one in moved(url, to, None, id)] == [id]
    assert {h.id for h in holdings(to)} == {id, second}
    assert all(h.is_deleted for h in holdings(url))
    with pytest.raises(NotFound, match="readiness db list"):
        moved(url, to, None, "0" * 32)


def test_what_was_moved_before_is_not_moved_twice(sqlite_store, url, tmp_path) -> None:
    begun(sqlite_store)
    to = other(tmp_path)
    moved(url, to)
    rows = verified(to).rows, verified(url).rows
    assert [one.meeting for one in moved(url, to)] == ["older"]
    assert (verified(to).rows, verified(url).rows) == rows


def test_changed_in_both_moves_nothing(sqlite_store, url, tmp_path) -> None:
    owner, id = begun(sqlite_store)
    copy = tmp_path / "before.sqlite"
    copied(url, copy)
    to = other(tmp_path)
    moved(url, to)
    old = f"sqlite:///{copy}"
    store = open_store(old)
    store.put(owner, id, "profile", "sites", 4)
    store.close()
    with pytest.raises(ReadinessError, match="changed in both stores"):
        moved(old, to)
    assert [h.is_deleted for h in holdings(old)] == [False]


def test_a_broken_history_does_not_move(sqlite_store, url, tmp_path) -> None:
    owner, id = begun(sqlite_store)
    with sqlite_store._engine.execution_options(readiness_writing=True).begin() as connection:
        connection.exec_driver_sql("UPDATE entry SET payload = '9' WHERE key = 'sites'")
    with pytest.raises(ReadinessError, match="profile sites is not what its history says"):
        moved(url, other(tmp_path))
    assert [row.id for row in sqlite_store.assessments(owner)] == [id]


def test_to_itself_is_refused(url) -> None:
    with pytest.raises(ReadinessError, match="the same"):
        moved(url, url)
