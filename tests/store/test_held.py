"""An assessment in memory."""

from datetime import UTC, datetime

from readiness.store.held import Held, Who
from readiness.store.records import EntryKey, Put

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ME = Who("me", "Me")


def test_what_was_taken_away_is_no_payload_but_keeps_its_revision():
    held = Held("w", NOW, NOW)
    at = EntryKey("profile", "sites")
    held.put(ME, [(Put(*at, 2), 2, None)], NOW, "")
    saved = held.put(ME, [(Put(*at, None), None, None)], NOW, "closed")
    assert held.payloads == []
    assert saved.entries == {at: 2}
    assert [row.reason for row in held.history] == ["", "closed"]


def test_changes_of_one_put_share_a_revision():
    held = Held("w", NOW, NOW)
    changes = [(Put("profile", name, 2), 2, None) for name in ("sites", "parties")]
    held.put(ME, changes, NOW, "")
    assert {row.revision for row in held.history} == {2}
    assert not held.put(ME, changes, NOW, "").changed
