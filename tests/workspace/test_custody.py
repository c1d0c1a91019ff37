"""From one computer to another: shown first, trusted by a person, taken whole."""

from pathlib import Path

import pytest

from readiness.domain.errors import ReadinessError
from readiness.store import open_store, verified
from readiness.workspace.custody import (
    Desk,
    desk,
    export_signed,
    offer,
    own_fingerprint,
    take_in,
)
from readiness.workspace.session import Session
from tests.store.samples import small
from tests.workspace.two_computers import computer, with_work


@pytest.fixture
def sender(tmp_path: Path) -> Desk:
    return computer(tmp_path, "sender")


@pytest.fixture
def receiver(tmp_path: Path) -> Desk:
    return computer(tmp_path, "receiver")


def state_of(at: Desk) -> tuple[int, int, set[str]]:
    """Assessments, rows of history and files of a data place."""
    found = verified(at.settings.store_url)
    names = {
        p.name for p in at.settings.data_dir.iterdir() if not p.name.endswith(("-wal", "-shm"))
    }
    return found.assessments, found.rows, names


def test_shown_trusted_taken(sender, receiver) -> None:
    client, id = with_work(sender)
    data = export_signed(sender, client, id)
    before = state_of(receiver)
    shown = offer(receiver, "sent.zip", data)
    assert state_of(receiver) == before
    assert (shown.client, shown.known, shown.brings) == ("My assessments", "unknown", 1)
    assert shown.fingerprint == own_fingerprint(sender)
    with pytest.raises(ReadinessError, match=shown.fingerprint):
        take_in(receiver, "sent.zip", data)
    assert state_of(receiver) == before
    take_in(receiver, "sent.zip", data, trusted=True)
    again = offer(receiver, "sent.zip", data)
    assert (again.known, again.brings) == ("trusted", 0)
    assert verified(receiver.settings.store_url).broken == ()


def test_one_s_own_file_needs_no_trust(sender) -> None:
    client, _ = with_work(sender)
    found = offer(sender, "mine.zip", export_signed(sender, client))
    assert (found.known, [m.meeting for m in found.met]) == ("own", ["same"])


def test_into_a_client_that_is_there(sender, receiver) -> None:
    client, id = with_work(sender)
    store = open_store(receiver.settings.store_url)
    into = store.add_workspace(receiver.actor, "Harbour Cells")
    take_in(receiver, "sent.zip", export_signed(sender, client), into, trusted=True)
    [row] = store.assessments(receiver.actor)
    store.close()
    assert (row.id, row.workspace) == (id, into)


def test_both_worked_on(sender, receiver) -> None:
    client, id = with_work(sender)
    take_in(receiver, "sent.zip", export_signed(sender, client), trusted=True)
    for at in (sender, receiver):
        store = open_store(at.settings.store_url)
        store.put(at.actor, id, "profile", "sites", 8)
        store.close()
    found = offer(receiver, "sent.zip", export_signed(sender, client))
    assert [m.meeting for m in found.met] == ["apart"]
    assert found.brings == 0


def test_a_client_is_exported_with_what_was_deleted_in_it(sender) -> None:
    client, id = with_work(sender)
    store = open_store(sender.settings.store_url)
    kept = store.create(sender.actor, client, small())
    store.delete(sender.actor, id)
    found = offer(sender, "mine.zip", export_signed(sender, client))
    assert [one.id for one in found.met] == [id, kept]
    assert [one.what for one in store.exports.of(sender.actor, kept)] == ["Signed file"]
    store.close()


def test_nothing_to_export(sender) -> None:
    store = open_store(sender.settings.store_url)
    empty = store.add_workspace(sender.actor, "Nobody yet")
    store.close()
    with pytest.raises(ReadinessError, match="Nobody yet has no assessment"):
        export_signed(sender, empty)


def test_the_desk_of_a_session(sender) -> None:
    store = open_store(sender.settings.store_url)
    assert desk(Session(store, sender.actor, sender.settings, {})) == sender
    store.close()
