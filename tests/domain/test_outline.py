"""A result in short: what is overdue, and what a reader sees who is to see nobody."""

from datetime import date

from readiness.domain.outline import Due, Outline


def made(*due: Due) -> Outline:
    """An outline of a maker at level 2 of whom little is known."""
    return Outline(
        as_of=date(2026, 11, 22),
        level=2,
        verdict="clinical, stabilised",
        provisional=False,
        index=None,
        index_low=None,
        index_high=None,
        coverage=None,
        evidence_coverage=None,
        fit=None,
        is_drilled=False,
        dimensions={},
        gaps={},
        met=(),
        due=due,
        follows=None,
    )


def due(item: str, day: int) -> Due:
    """A gap that is due on a day of November."""
    return Due(kind="gap", item=item, about=item, who="QA", due=date(2026, 11, day))


def test_overdue_is_what_was_due_before_today_longest_first() -> None:
    """On the 20th: the 5th and the 19th are over, the 20th itself is not."""
    said = made(due("QMS-1", 20), due("OPM-1", 19), due("CTL-1", 5))
    assert [d.item for d in said.overdue(date(2026, 11, 20))] == ["CTL-1", "OPM-1"]
    assert made().overdue(date(2026, 11, 20)) == ()


def test_without_people_says_what_and_when_but_not_who() -> None:
    [kept] = made(due("QMS-1", 20)).without_people().due
    assert (kept.item, kept.due, kept.who) == ("QMS-1", date(2026, 11, 20), "")
