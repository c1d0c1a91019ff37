"""The planner on 42 actions of four functions over two years: how good after 2 s and after 20 s.

Goals: a first good plan after 2 s, within 10 % of its bound after 20 s. Beside it what the best
plain priority rule reaches on the same problem, in the same figures.
"""

import random
import time
from fractions import Fraction

from readiness.roadmap.plan.planner import Planned, Work, make_plan
from readiness.roadmap.plan.problem import Activity, Goal, Problem

FUNCTIONS = ("QA", "SC", "MSAT", "QC")
ACTIONS, WEEKS = 42, 104
MOMENTS = (2.0, 20.0)


def case(seed: int) -> Problem:
    """Efforts and durations as the content has them, a summer's absence, two frozen weeks."""
    draw = random.Random(seed)
    activities = []
    for n in range(ACTIONS):
        functions = draw.sample(FUNCTIONS, draw.choice([1, 1, 2]))
        demand = {f: draw.choice([2, 3, 4, 5, 6]) for f in sorted(functions)}
        needs = draw.sample(range(n), min(n, draw.choice([0, 0, 1, 2])))
        named = tuple(f"A{m:02}" for m in sorted(needs))
        activities.append(Activity(f"A{n:02}", draw.randint(4, 20), demand, named))
    goals = tuple(Goal(a.id, Fraction(draw.randint(20, 190), 4), (a.id,)) for a in activities)
    away = range(30, 33)
    row = tuple(0 if week in away else 10 for week in range(WEEKS))
    capacity = {f: row if f == "QA" else (10,) * WEEKS for f in FUNCTIONS}
    return Problem(WEEKS, tuple(activities), goals, capacity, frozenset({4, 5}))


def timed(problem: Problem) -> tuple[float, dict[float, Planned]]:
    """Seconds to the first plan, and the best at each moment, searched as the app does."""
    begun = time.perf_counter()
    heard: list[tuple[float, Planned]] = []

    def note(found: Planned) -> None:
        heard.append((time.perf_counter() - begun, found))

    def enough() -> bool:
        return time.perf_counter() - begun > MOMENTS[-1]

    last = make_plan(problem, Work(), heard=note, asked=enough)
    at = {}
    for moment in MOMENTS:
        by_then = [found for seconds, found in heard if seconds <= moment]
        at[moment] = by_then[-1] if by_then else heard[0][1]
    return heard[0][0], at | {MOMENTS[-1]: last}


def against(worth_open: Fraction, worth_weeks: Fraction, last: Planned) -> str:
    """Both objectives, the second beside the bound known in the end."""
    over = float(worth_weeks / last.weeks_bound - 1) if last.weeks_bound else 0.0
    return f"open {float(worth_open):6.1f}, {float(worth_weeks):9,.0f} priority weeks, +{over:.1%}"


def main() -> None:
    """Three problems; the gap after 20 s is the one that the screen would show."""
    for seed in (1, 2, 3):
        first, at = timed(case(seed))
        last = at[MOMENTS[-1]]
        print(f"problem {seed}: first plan after {first:.2f} s")
        rule = against(last.rule_worth.open, last.rule_worth.weeks, last)
        print(f"  best priority rule   {rule} ({last.rule})")
        for moment, found in at.items():
            said = against(found.worth.open, found.worth.weeks, last)
            print(f"  plan after {moment:4.0f} s    {said}")
        verdict = "met" if last.gap <= Fraction(1, 10) else "missed"
        print(f"  gap after 20 s: {float(last.gap):.1%} (goal: at most 10 %, {verdict})")


if __name__ == "__main__":
    main()
