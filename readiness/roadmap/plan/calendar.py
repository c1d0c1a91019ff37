"""The weeks of a plan: which day each begins, and which of them rest (method 8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from readiness.domain.planning import Absence, Plan, Span

WORKING_DAYS = 5


@dataclass(frozen=True)
class Weeks:
    """Weeks counted from 0, the first beginning on ``start``."""

    start: date
    count: int

    def begins(self, week: int) -> date:
        """The first day of a week."""
        return self.start + timedelta(weeks=week)

    def last_day(self, end_week: int) -> date:
        """The last working day before a week begins."""
        return self.begins(end_week) - timedelta(days=7 - WORKING_DAYS + 1)

    def week_of(self, day: date) -> int:
        """The week that holds a day; negative before the start."""
        return (day - self.start).days // 7

    def week_from(self, day: date) -> int:
        """The first week that begins on a day or after it; negative before the start."""
        return -((self.start - day).days // 7)

    def touched(self, spans: Iterable[Span]) -> frozenset[int]:
        """The weeks of which a span takes at least one working day."""
        return frozenset(
            week
            for week in range(self.count)
            for span in spans
            if span.from_ <= self.begins(week) + timedelta(days=WORKING_DAYS - 1)
            and span.to >= self.begins(week)
        )


def weeks_of(plan: Plan, as_of: date) -> Weeks:
    """From the plan's start, or from the first Monday on or after the as-of date."""
    monday = as_of + timedelta(days=-as_of.weekday() % 7)
    return Weeks(plan.start or monday, plan.horizon_weeks)


def absent(plan: Plan, weeks: Weeks) -> dict[str, frozenset[int]]:
    """The weeks in which nobody of a function is there."""
    by_function: dict[str, list[Absence]] = {}
    for absence in plan.absences:
        by_function.setdefault(absence.function, []).append(absence)
    return {function: weeks.touched(spans) for function, spans in by_function.items()}
