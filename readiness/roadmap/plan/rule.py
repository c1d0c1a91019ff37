"""Plans by a priority rule: serial schedule generation, each activity as early as it can be."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from readiness.roadmap.plan.problem import Activity, Problem, Starts, worth

UNLIMITED = 10**12
"""More than all demands together: capacities are at most a million."""

Key = Callable[[str], object]
"""What an activity is chosen by: the smallest first."""


class _Board:
    """What is left of each function while a plan fills up."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        # In a week of rest nobody is booked: whatever lies across it fits.
        self.left = {
            f: [
                UNLIMITED if week in problem.resting[f] else there for week, there in enumerate(row)
            ]
            for f, row in problem.capacity.items()
        }
        self.has_first = any(a.first for a in problem.activities)
        # Wave 0 starts no later than the rest: its latest start, and the earliest of the rest.
        self.floor = dict.fromkeys(problem.capacity, 0)
        self.ceiling = dict.fromkeys(problem.capacity, problem.weeks)
        self.starts: dict[str, int] = {}
        for activity in problem.activities:
            if activity.start is not None:
                self.put(activity, activity.start)

    def earliest(self, activity: Activity) -> int | None:
        """The first week in which it can start, or None."""
        begin = 0
        for need in activity.needs:
            end = self.problem.end(need, self.starts[need]) if need in self.starts else None
            if end is None:
                return None
            begin = max(begin, end)
        stop = self.problem.weeks
        if activity.first:
            stop = min([stop, *(self.ceiling[f] + 1 for f in activity.demand)])
        elif self.has_first and not all(self._first_are_in(f) for f in activity.demand):
            return None
        else:
            begin = max([begin, *(self.floor[f] for f in activity.demand)])
        ends = self.problem.ends[activity.id]
        start = begin
        while start < stop:
            end = ends[start]
            full = None if end is None else self._full(activity, start, end)
            if end is not None and full is None:
                return start
            # Whatever starts before that week runs into it too.
            start = start + 1 if full is None else full + 1
        return None

    def _first_are_in(self, function: str) -> bool:
        """Whether all of wave 0 of a function is placed: nothing starts without it."""
        return all(
            a.id in self.starts
            for a in self.problem.activities
            if a.first and a.start is None and function in a.demand
        )

    def _full(self, activity: Activity, start: int, end: int) -> int | None:
        """The last week between the two that has too little left for it; None: it fits."""
        last = None
        for function, demand in activity.demand.items():
            row = self.left[function]
            if min(row[start:end]) < demand:
                week = end - 1
                while row[week] >= demand:
                    week -= 1
                last = week if last is None else max(last, week)
        return last

    def put(self, activity: Activity, start: int) -> None:
        """Book it."""
        self.starts[activity.id] = start
        end = self.problem.end(activity.id, start)
        last = self.problem.weeks if end is None else end
        for function, demand in activity.demand.items():
            for week in range(max(0, start), last):
                self.left[function][week] -= demand
            if activity.start is not None:
                continue
            if activity.first:
                self.floor[function] = max(self.floor[function], start)
            else:
                self.ceiling[function] = min(self.ceiling[function], start)


def by_rule(problem: Problem, key: Key) -> Starts:
    """The plan that takes, of those whose needs are placed, the one with the smallest key.

    Wave 0 is placed before the rest. What cannot end within the horizon falls outside, and with
    it all that needs it.
    """
    board = _Board(problem)
    keyed = [(key(a.id), n, a) for n, a in enumerate(problem.activities) if a.start is None]
    waiting = [a for _, _, a in sorted(keyed)]
    known = set(board.starts)
    while waiting:
        activity = _next(waiting, known)
        waiting.remove(activity)
        start = board.earliest(activity)
        known.add(activity.id)
        if start is not None:
            board.put(activity, start)
    return board.starts


def _next(waiting: list[Activity], known: set[str]) -> Activity:
    """The first whose needs are known: of wave 0, else of those that hold none of it up."""
    ready = [a for a in waiting if known.issuperset(a.needs)]
    first = next((a for a in ready if a.first), None)
    if first is not None or not any(a.first for a in waiting):
        return first or ready[0]
    return next((a for a in ready if not _holds_first(a, waiting)), ready[0])


def _holds_first(activity: Activity, waiting: list[Activity]) -> bool:
    """Whether a waiting activity of wave 0 shares a function with it."""
    shared = set(activity.demand)
    return any(a.first and shared & set(a.demand) for a in waiting)


def weight_of(problem: Problem) -> dict[str, Fraction]:
    """For each activity the priority of what it closes and of all that needs it."""
    own = dict.fromkeys(problem.by_id, Fraction(0))
    for goal in problem.goals:
        for id in goal.by:
            own[id] += goal.priority / len(goal.by)
    needed: dict[str, set[str]] = {id: {id} for id in problem.by_id}
    for id in _dependants_first(problem):
        for need in problem.by_id[id].needs:
            needed[need] |= needed[id]
    return {id: sum((own[d] for d in all_of), Fraction(0)) for id, all_of in needed.items()}


def _dependants_first(problem: Problem) -> list[str]:
    """Every activity after all that need it, so that what they carry is known."""
    seen: dict[str, None] = {}

    def visit(id: str) -> None:
        if id not in seen:
            for need in problem.by_id[id].needs:
                visit(need)
            seen[id] = None

    for id in problem.by_id:
        visit(id)
    return list(reversed(seen))


def size_of(problem: Problem) -> dict[str, Fraction]:
    """The share of its functions' whole capacity that an activity takes, summed."""
    whole = {f: max(1, sum(max(0, c) for c in row)) for f, row in problem.capacity.items()}
    return {
        a.id: sum((Fraction(d * a.weeks, whole[f]) for f, d in a.demand.items()), Fraction(0))
        for a in problem.activities
    }


def rules(problem: Problem) -> dict[str, Key]:
    """The priority rules that are tried, by name."""
    place = {id: n for n, id in enumerate(problem.by_id)}
    weight, size = weight_of(problem), size_of(problem)
    weeks = {a.id: a.weeks for a in problem.activities}
    tiny = Fraction(1, 10**9)
    return {
        "as listed": lambda id: place[id],
        "most priority behind it": lambda id: (-weight[id], place[id]),
        "most priority a week": lambda id: (-weight[id] / weeks[id], place[id]),
        "most priority for the people": lambda id: (-weight[id] / (size[id] + tiny), place[id]),
    }


def best_of(problem: Problem, plans: Mapping[str, Starts]) -> tuple[str, Starts]:
    """The plan worth most, the first of equals, with its name."""
    name = min(plans, key=lambda n: worth(problem, plans[n]).order)
    return name, plans[name]


def rule_plans(problem: Problem) -> dict[str, Starts]:
    """A plan by each rule, by its name."""
    return {name: by_rule(problem, key) for name, key in rules(problem).items()}
