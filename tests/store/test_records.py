"""Records and refusals in words."""

from datetime import UTC, datetime

from readiness.store import EntryClash, EntryKey


def test_a_clash_says_who_what_and_when():
    at = EntryKey("response", "OPM-1|r1")
    clash = EntryClash(at, 4, 2, 7, "QA lead", datetime(2026, 11, 22, 14, 2, 31, tzinfo=UTC))
    assert "QA lead changed response OPM-1|r1 at 14:02:31" in str(clash)
    assert (clash.mine, clash.theirs, clash.revision) == (4, 2, 7)
