"""A resource that can do so many pieces of work in a week."""

WEEK = 7.0


class Roster:
    """Places by calendar week; who asks first is served first.

    ``per_week`` None: unlimited. A piece of work that finds its week full begins with the first
    week that has room.
    """

    def __init__(self, per_week: int | None) -> None:
        self.per_week = per_week
        self._taken: dict[int, int] = {}
        self._full_until = 0

    def earliest(self, day: float) -> float:
        """The first time from ``day`` on with a place left."""
        if self.per_week is None:
            return day
        week = max(int(day // WEEK), self._full_until)
        while self._taken.get(week, 0) >= self.per_week:
            week += 1
        return max(day, week * WEEK)

    def take(self, day: float) -> None:
        """Use one place of the week of that day."""
        if self.per_week is None:
            return
        week = int(day // WEEK)
        self._taken[week] = self._taken.get(week, 0) + 1
        while self._taken.get(self._full_until, 0) >= self.per_week:
            self._full_until += 1

    def used(self, from_day: float, to_day: float) -> float:
        """Share of the places used in the whole weeks between two days."""
        weeks = range(-int(-from_day // WEEK), int(to_day // WEEK))
        if self.per_week is None or not weeks:
            return 0.0
        return sum(self._taken.get(w, 0) for w in weeks) / (self.per_week * len(weeks))
