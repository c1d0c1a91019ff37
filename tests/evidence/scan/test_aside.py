"""What stands beside the cells, gathered."""

from readiness.evidence.scan.aside import Aside


def test_the_last_save_and_who_are_kept_apart() -> None:
    found = Aside()
    found.tell("modified", "2026-01-11T08:00:00Z")
    found.tell("saved_by", " Ann Author ", author=True)
    found.tell("title", "  ")
    assert (found.modified, found.saved_by) == ("2026-01-11", "Ann Author")
    assert [(other.text, other.author) for other in found.others] == [
        ("2026-01-11T08:00:00Z", False),
        ("Ann Author", True),
    ]
    assert "Ann" not in repr(found)
