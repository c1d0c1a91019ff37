"""The best plan that a given amount of work finds, and how good one could be (method 8)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from readiness.roadmap.plan.polish import polish
from readiness.roadmap.plan.problem import Problem, Starts, Worth, breaches, worth
from readiness.roadmap.plan.relaxation import Relaxation
from readiness.roadmap.plan.rule import best_of, by_rule, rule_plans
from readiness.roadmap.plan.solver import Asked, Model, search

RELAXED = "order of the relaxation"


@dataclass(frozen=True)
class Work:
    """How long is searched, in the solver's units of deterministic time (roughly seconds)."""

    first: float = 2.0
    """For the priority left open."""
    second: float = 10.0
    """For the priority weeks."""
    tries: int = 500
    """Small moves of the best plan so far, before each of the two."""


@dataclass(frozen=True)
class Planned:
    """A plan with both objectives, their bounds, and the plan that a mere rule had found."""

    starts: Starts
    worth: Worth
    open_bound: Fraction
    """No plan leaves less open."""
    weeks_bound: Fraction
    """No plan that leaves as little open has fewer priority weeks."""
    priority: Fraction
    """Of all goals."""
    rule: str
    rule_worth: Worth
    stopped: bool = False

    @property
    def first_proven(self) -> bool:
        """Nothing could leave less open."""
        return self.worth.open <= self.open_bound

    @property
    def optimal(self) -> bool:
        """Nothing could be better in either objective."""
        return self.first_proven and self.worth.weeks <= self.weeks_bound

    @property
    def gap(self) -> Fraction:
        """How far, as a share, the plan may be from the best; 0: optimal.

        Of the second objective once the first is proven, else the larger of both: of the first it
        is the priority that could be closed beyond what is closed, as a share of that.
        """
        second = _share(self.worth.weeks - self.weeks_bound, self.weeks_bound)
        if self.first_proven:
            return second
        closed = self.priority - self.worth.open
        return max(second, _share(self.worth.open - self.open_bound, closed))


def _share(part: Fraction, whole: Fraction) -> Fraction:
    if part <= 0:
        return Fraction(0)
    return part / whole if whole > 0 else Fraction(1)


Heard = Callable[[Planned], None]
"""Told of each better plan as it is found."""


def make_plan(
    problem: Problem,
    work: Work = Work(),
    *,
    heard: Heard | None = None,
    asked: Asked | None = None,
) -> Planned:
    """Plan under capacity; the first plan, by a priority rule, is heard at once.

    The same problem and work give the same plan, unless ``asked`` stops the search by hand.
    Raises ValueError if no plan keeps the fixed starts.
    """
    run = _Run(problem, heard, asked)
    run.polish(work.tries)
    if run.found.worth.open > 0:
        run.close_most(work.first)
    run.close_early(work.second, work.tries)
    return replace(run.found, stopped=run.stopped)


class _Run:
    """One search, with the best plan so far."""

    def __init__(self, problem: Problem, heard: Heard | None, asked: Asked | None) -> None:
        self.problem = problem
        self._heard, self._asked = heard, asked
        self.relaxation = Relaxation(problem)
        plans = {n: p for n, p in rule_plans(problem).items() if not breaches(problem, p)}
        if not plans:
            plans = {"search": self._any_plan()}
        rule, starts = best_of(problem, plans)
        value = worth(problem, starts)
        whole = sum((g.priority for g in problem.goals), Fraction(0))
        nothing = Fraction(0)
        self.found = Planned(starts, value, nothing, nothing, whole, rule, value)
        self._tell()

    def _any_plan(self) -> Starts:
        model = Model(self.problem)
        model.least_open()
        answer = search(model, 1.0)
        if answer.starts is None:
            raise ValueError("no plan keeps the fixed starts and what they need")
        return answer.starts

    @property
    def stopped(self) -> bool:
        """Somebody asked to stop while there was something left to look for."""
        return self._asked is not None and self._asked() and not self.found.optimal

    def _tell(self) -> None:
        if self._heard:
            self._heard(self.found)

    def take(self, starts: Starts) -> None:
        """Keep a plan if it is better."""
        value = worth(self.problem, starts)
        if value.order < self.found.worth.order:
            self.found = replace(self.found, starts=starts, worth=value)
            self._tell()

    def polish(self, tries: int) -> None:
        """Small moves of the best plan so far."""
        polish(self.problem, self.found.starts, tries, heard=self.take, asked=self._asked)

    def close_most(self, work: float) -> None:
        """The first objective."""
        if self.stopped:
            return
        self.found = replace(self.found, open_bound=self.relaxation.least_open())
        if self.found.first_proven or self.stopped:
            return
        model = Model(self.problem)
        model.hint(self.found.starts)
        model.least_open()
        answer = search(model, work, heard=self.take, asked=self._asked)
        if answer.starts is not None:
            self.take(answer.starts)
        bound = self.found.worth.open if answer.proven else answer.bound
        self.found = replace(self.found, open_bound=max(self.found.open_bound, bound))

    def close_early(self, work: float, tries: int) -> None:
        """The second objective, with no more left open than the first allowed."""
        if self.stopped:
            return
        left = self.found.worth.open
        self.found = replace(self.found, weeks_bound=self.relaxation.least_weeks(left))
        middle = self.relaxation.middles()
        relaxed = by_rule(self.problem, lambda id: (middle[id], id))
        if not breaches(self.problem, relaxed):
            self.take(relaxed)
        self._tell()
        if not self.found.optimal:
            self.polish(tries)
        if self.found.optimal or self.stopped:
            return
        whole = all(a.id in self.found.starts for a in self.problem.activities)
        model = Model(self.problem, whole=whole)
        model.hint(self.found.starts)
        model.least_weeks(left)
        answer = search(model, work, heard=self.take, asked=self._asked)
        if answer.starts is not None:
            self.take(answer.starts)
        # The search counts what stays open at the horizon; the figure does not.
        bound = answer.bound - left * self.problem.weeks
        if answer.proven and self.found.worth.open == left:
            bound = self.found.worth.weeks
        self.found = replace(self.found, weeks_bound=max(self.found.weeks_bound, bound))
