"""The climb to the overall level, and the verdict (method 1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from readiness.domain.assessment import Form
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Condition, HybridResult, StepResult
from readiness.domain.rules import Step, VerdictRules
from readiness.domain.scale import Level
from readiness.scoring.judge import LEVELS
from readiness.scoring.means import share


@dataclass(frozen=True)
class Footing:
    """What the climb stands on, for one reading of the levels.

    ``index``: with unknown capabilities at 1 (condition 1), None if nothing is known;
    ``gates``: level of each applicable gate, an unknown one at 1; ``proof``: backing without
    statements, 0 for none; ``drills``: points that count of each mandatory scenario.
    """

    index: Fraction | None
    gates: Mapping[str, int]
    proof: Mapping[str, int]
    drills: Mapping[str, tuple[int, bool]]
    """Points and whether the drill ended in a critical fail."""
    hybrid: HybridResult


def climb(footing: Footing, steps: Sequence[Step]) -> tuple[Level, tuple[StepResult, ...]]:
    """The highest level reached without a missed step, and every step's conditions."""
    results = tuple(_step(step, footing) for step in steps)
    return _reached(results), results


def height(footing: Footing, steps: Sequence[Step]) -> Level:
    """The level alone: nothing above the first missed step is looked at."""
    return _reached(_step(step, footing) for step in steps)


def _reached(results: Iterable[StepResult]) -> Level:
    level: Level = 1
    for result in results:
        if not result.met:
            break
        level = result.level
    return level


def _step(step: Step, footing: Footing) -> StepResult:
    conditions = [
        _index(step, footing),
        _gates_at_level(step, footing),
        _no_gate_below(step, footing),
    ]
    if step.drill_points is not None:
        conditions.append(_drills(step.drill_points, footing))
    if step.flags_fewer_than is not None:
        conditions.append(_fragmentation(step.flags_fewer_than, footing.hybrid))
    if step.proof_share is not None:
        conditions.append(_evidence(step.level, step.proof_share, footing))
    return StepResult(
        level=step.level, met=all(c.met for c in conditions), conditions=tuple(conditions)
    )


def percent(value: Fraction | None) -> str:
    """A share as people read it; a dash where it is not known."""
    return "not known" if value is None else f"{round(float(value) * 100)} %"


def _index(step: Step, footing: Footing) -> Condition:
    met = footing.index is not None and footing.index >= step.index
    now = "not known" if footing.index is None else _beside(footing.index, step.index)
    needed = f"index at least {float(step.index):.2f}"
    return Condition(
        id="index",
        met=met,
        needed=needed,
        now=now,
        detail=f"{needed}, unknown read as 1; now {now}",
    )


def _beside(value: Fraction, threshold: Fraction) -> str:
    """Two decimals, or as many as keep it below a threshold that it misses: 3.3996, never 3.40."""
    places = 2
    while value < threshold <= Fraction(_half_up(value, places)) and places < 6:
        places += 1
    return _half_up(value, places)


def _half_up(value: Fraction, places: int) -> str:
    """As a spreadsheet rounds what is not negative, so that page and workbook say the same."""
    whole = floor(value * 10**places + Fraction(1, 2))
    return f"{whole // 10**places}.{whole % 10**places:0{places}}"


def _gates_at_level(step: Step, footing: Footing) -> Condition:
    below = tuple(id for id, level in footing.gates.items() if level < step.level)
    reached = len(footing.gates) - len(below)
    now = share(reached, len(footing.gates))
    needed = f"{percent(step.gates_share)} of the gate capabilities at level {step.level} or above"
    figure = f"{reached} of {len(footing.gates)}, {percent(now)}"
    met = now is not None and now >= step.gates_share
    return Condition(
        id="gates_at_level",
        met=met,
        needed=needed,
        now=figure,
        detail=f"{needed}; now {figure}",
        blocking=() if met else below,
    )


def _no_gate_below(step: Step, footing: Footing) -> Condition:
    below = tuple(id for id, level in footing.gates.items() if level < step.level - 1)
    needed = f"no gate capability below level {step.level - 1}"
    figure = f"{len(below)} below" if below else "none below"
    return Condition(
        id="no_gate_below",
        met=bool(footing.gates) and not below,
        needed=needed,
        now=figure,
        detail=f"{needed}; {figure}",
        blocking=below,
    )


def _drills(points: int, footing: Footing) -> Condition:
    missed = tuple(
        id for id, (counted, failed) in footing.drills.items() if counted < points or failed
    )
    needed = f"every mandatory first-hour drill at {points} points or more, no critical fail"
    figure = ", ".join(
        f"{id} {counted}{' with a critical fail' if failed else ''}"
        for id, (counted, failed) in footing.drills.items()
    )
    return Condition(
        id="drills",
        met=not missed,
        needed=needed,
        now=figure,
        detail=f"{needed}; now {figure}",
        blocking=missed,
    )


def _fragmentation(fewer_than: int, hybrid: HybridResult) -> Condition:
    raised = tuple(dict.fromkeys((*hybrid.flags, *hybrid.not_known)))
    met = hybrid.parties is not None and (not hybrid.binding or len(raised) < fewer_than)
    needed = f"fewer than {fewer_than} fragmentation flags where several parties make the product"
    return Condition(
        id="fragmentation",
        met=met,
        needed=needed,
        now=hybrid.text,
        detail=f"{needed}; {hybrid.text}",
        blocking=() if met else raised,
    )


def _evidence(level: Level, needed_share: Fraction, footing: Footing) -> Condition:
    weak = tuple(id for id in footing.gates if footing.proof.get(id, 0) < level - 1)
    proven = len(footing.gates) - len(weak)
    now = share(proven, len(footing.gates))
    needed = (
        f"{percent(needed_share)} of the gate capabilities backed by documents or records at "
        f"level {level - 1} or more"
    )
    figure = f"{proven} of {len(footing.gates)}, {percent(now)}"
    met = now is not None and now >= needed_share
    return Condition(
        id="evidence",
        met=met,
        needed=needed,
        now=figure,
        detail=f"{needed}; now {figure}",
        blocking=() if met else weak,
    )


def verdict(
    level: Level, coverage: Fraction | None, form: Form, questionnaire: Questionnaire
) -> tuple[str, bool]:
    """The verdict in words, and whether the level is provisional (method 1 and 5)."""
    rules = questionnaire.verdict
    prefix = rules.short_prefix if form == "short" else ""
    if coverage is None or coverage < rules.coverage_provisional:
        return prefix + rules.not_enough, True
    counted = min(level, rules.capped_level) if _is_capped(coverage, form, rules) else level
    text = next(s.verdict for s in questionnaire.scale if s.level == LEVELS[counted - 1])
    return prefix + text, False


def _is_capped(coverage: Fraction, form: Form, rules: VerdictRules) -> bool:
    return coverage < rules.coverage_full or form == "short"
