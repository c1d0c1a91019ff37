"""The planner on 42 actions of four functions over two years: how good after 2 s and after 20 s.

Goals: a first good plan after 2 s, within 10 % of its bound after 20 s. Beside it what the best
plain priority rule reaches on the same problem, in the same figures.
"""

import random
import time
from collections.abc import Mapping
from fractions import Fraction
from math import ceil

from readiness.content import load_by_id
from readiness.roadmap.plan.planner import Planned, Work, make_plan
from readiness.roadmap.plan.problem import Activity, Goal, Problem

ACTIONS, WEEKS = 42, 104
MOMENTS = (2.0, 20.0)
AWAY, FROZEN = range(30, 33), frozenset({4, 5})
GROUPS = {
    "QA": ("QA", "RA"),
    "Supply": ("SC", "MFG"),
    "Process": ("MSAT", "EXEC"),
    "Laboratory": ("QC", "IT"),
}
"""Four functions of a small company, each with those of the content that it stands for."""
PEOPLE = (Fraction(3, 4), Fraction(1), Fraction(3, 2))
"""Person-weeks a week of each function."""
LEVELS = 2
"""Every gap is one of so many levels."""


def of_content(people: Fraction) -> Problem:
    """The first 42 actions of the shipped content, a summer's absence, two frozen weeks."""
    content = load_by_id("cgt-operational-readiness")
    chosen = list(content.capabilities.values())[:ACTIONS]
    ids = {c.id for c in chosen}
    scale = 840
    activities, goals = [], []
    for capability in chosen:
        effort = {g: _effort(capability.action.effort, codes) for g, codes in GROUPS.items()}
        weeks = max(capability.action.elapsed_weeks, *(ceil(e / people) for e in effort.values()))
        demand = {g: ceil(e / weeks * scale) for g, e in effort.items() if e}
        needs = tuple(n for n in capability.prerequisites if n in ids)
        activities.append(Activity(capability.id, weeks, demand, needs))
        ratings = {r: capability.ratings[r].value for r in content.priority.weights}
        severity = sum((w * ratings[r] for r, w in content.priority.weights.items()), Fraction(0))
        goals.append(
            Goal(capability.id, 100 * Fraction(LEVELS, 4) * severity / 5, (capability.id,))
        )
    return Problem(WEEKS, tuple(activities), tuple(goals), _capacity(people, scale), FROZEN)


def _effort(effort: Mapping[str, Fraction], codes: tuple[str, ...]) -> Fraction:
    return sum((effort.get(code, Fraction(0)) for code in codes), Fraction(0))


def _capacity(people: Fraction, scale: int) -> dict[str, tuple[int, ...]]:
    usual = (int(people * scale),) * WEEKS
    summer = tuple(0 if week in AWAY else there for week, there in enumerate(usual))
    return {group: summer if group == "QA" else usual for group in GROUPS}


def drawn(seed: int) -> Problem:
    """Harder than any content: demands of up to six tenths of a function, drawn at random."""
    draw = random.Random(seed)
    activities = []
    for n in range(ACTIONS):
        functions = draw.sample(list(GROUPS), draw.choice([1, 1, 2]))
        demand = {f: draw.choice([2, 3, 4, 5, 6]) for f in sorted(functions)}
        needs = draw.sample(range(n), min(n, draw.choice([0, 0, 1, 2])))
        named = tuple(f"A{m:02}" for m in sorted(needs))
        activities.append(Activity(f"A{n:02}", draw.randint(4, 20), demand, named))
    goals = tuple(Goal(a.id, Fraction(draw.randint(20, 190), 4), (a.id,)) for a in activities)
    return Problem(WEEKS, tuple(activities), goals, _capacity(Fraction(1), 10), FROZEN)


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
    """The gap after 20 s is the one that the screen would show."""
    cases = {f"content, {float(p):g} a function": of_content(p) for p in PEOPLE}
    cases |= {f"drawn {seed}": drawn(seed) for seed in (1, 2)}
    for name, problem in cases.items():
        first, at = timed(problem)
        last = at[MOMENTS[-1]]
        print(f"{name}: first plan after {first:.2f} s")
        rule = against(last.rule_worth.open, last.rule_worth.weeks, last)
        print(f"  best priority rule   {rule} ({last.rule})")
        for moment, found in at.items():
            said = against(found.worth.open, found.worth.weeks, last)
            print(f"  plan after {moment:4.0f} s    {said}")
        verdict = "met" if last.gap <= Fraction(1, 10) else "missed"
        print(f"  gap after 20 s: {float(last.gap):.1%} (goal: at most 10 %, {verdict})")


if __name__ == "__main__":
    main()
