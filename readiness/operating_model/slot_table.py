"""The slot table that a partner supplied: its last twelve months in figures (domain 7)."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from readiness.domain.operating_result import SlotFigures
from readiness.domain.partners import Partner, SlotMonth

MONTHS = 12
DAYS = 30
"""Days of a month, as the plausibility rule of domain 7 counts them."""


def last_months(rows: Sequence[SlotMonth], count: int = MONTHS) -> tuple[SlotMonth, ...]:
    """The rows of the last ``count`` months that the table holds, oldest first."""
    kept = sorted({row.month for row in rows})[-count:]
    chosen = [row for row in rows if row.month in kept]
    return tuple(sorted(chosen, key=lambda row: (row.month, row.suite)))


def slot_figures(rows: Sequence[SlotMonth]) -> SlotFigures | None:
    """Sums and utilisation (slots started over slots offered); None without a table."""
    table = last_months(rows)
    if not table:
        return None
    months = sorted({row.month for row in table})
    offered = sum(row.offered for row in table)
    started = sum(row.started for row in table)
    return SlotFigures(
        months=len(months),
        first=months[0],
        last=months[-1],
        offered=offered,
        booked=sum(row.booked for row in table),
        started=started,
        completed=sum(row.completed for row in table),
        cancelled_sponsor=sum(row.cancelled_sponsor or 0 for row in table),
        cancelled_partner=sum(row.cancelled_partner or 0 for row in table),
        cancelled_other=sum(row.cancelled_other or 0 for row in table),
        utilisation=Fraction(started, offered) if offered else None,
    )


def cycle_days(partner: Partner) -> Fraction | None:
    """Process and changeover together; None while the process days are not known."""
    if partner.process_days is None:
        return None
    return partner.process_days + (partner.changeover_days or 0)


def most_completed(partner: Partner) -> int | None:
    """The most that one suite can complete in a month (domain 7, *Proof rules*).

    ``30 / (process + changeover)`` of each line, rounded up: a month may catch one more at its
    edge, and a partner is not to be accused of that.
    """
    cycle = cycle_days(partner)
    return None if cycle is None else ceil(DAYS / cycle) * partner.lines


def settled(partner: Partner, rows: Sequence[SlotMonth]) -> tuple[int, str]:
    """Batches started early enough to be completed within the table, and the last such month.

    The last months are left out, as many as a batch takes and at least one.
    """
    table = last_months(rows)
    months = sorted({row.month for row in table})
    open_months = max(1, ceil((cycle_days(partner) or DAYS) / DAYS))
    early = months[:-open_months]
    return sum(row.started for row in table if row.month in early), early[-1] if early else ""


def lost_at_least(partner: Partner, rows: Sequence[SlotMonth]) -> int:
    """Batches that started and cannot be among the completed ones: a lower bound, never a guess.

    What was completed may have started before the table begins, so that more can be lost.
    """
    started, _ = settled(partner, rows)
    return max(0, started - sum(row.completed for row in last_months(rows)))
