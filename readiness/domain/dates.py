"""Calendar arithmetic of the method: *within 12 months* is the same date one year before."""

from calendar import monthrange
from datetime import date


def months_before(day: date, months: int) -> date:
    """The same date so many months earlier; the last day where that month is shorter (method 7)."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
