"""What it would take to know: how many more batches or trials narrow an interval enough."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil

from readiness.domain.evidence import Observation
from readiness.domain.metric import Metric
from readiness.domain.rules import RecordRules
from readiness.domain.scale import Level, Modality
from readiness.scoring.intervals import poisson, widened, wilson

LevelOf = Callable[[Fraction | float, Metric, Modality], Level]


def more_needed(
    seen: Observation,
    metric: Metric,
    rules: RecordRules,
    modality: Modality,
    level_of: LevelOf,
    batches: int | None,
) -> str | None:
    """A sentence such as *About 20 more would tell*, or None where no number can be named.

    ``batches``: started in the window, None without a list. Where these or the values are too few
    that number is named; else the present rate is taken to continue, and counts grow in steps of a
    quarter until the interval is narrow enough (method 3, *Usable*).
    """
    if metric.batches_needed and (batches or 0) < rules.min_batches:
        if batches is None:
            return "With a list of batches started it can be scored"
        where = "that the log covers" if seen.window else "in the window"
        return f"{_more(rules.min_batches - batches, 'batch', 'batches')} {where} would do"
    if metric.minimum_n is not None:
        lacking = metric.minimum_n - (seen.trials if seen.trials is not None else seen.n or 0)
        if lacking > 0:
            return f"{_more(lacking, 'value', 'values')} would do"
    counted = seen.exposure if metric.interval == "poisson" else seen.trials
    if counted is None or counted == 0 or seen.events is None:
        return None
    least = rules.min_trials if metric.interval == "wilson" else 0
    for quarters in range(5, 41):
        factor = Fraction(quarters, 4)
        events, size = round(seen.events * factor), counted * factor
        if size < least:
            continue
        levels = [
            level_of(end, metric, modality) for end in _ends(events, size, seen, metric, rules)
        ]
        if max(levels) - min(levels) + 1 <= rules.max_span:
            return f"About {ceil(size - counted)} more would tell"
    return "More than ten times as many would be needed"


def _more(count: int, one: str, many: str) -> str:
    return f"{count} more {one if count == 1 else many}"


def _ends(
    events: int, size: Fraction, seen: Observation, metric: Metric, rules: RecordRules
) -> tuple[float, float]:
    confidence, factor = float(rules.steering), float(metric.factor)
    if metric.interval == "poisson":
        low, high = poisson(events, float(size), confidence)
        if seen.dispersion is not None and seen.dispersion > rules.dispersion:
            low, high = widened(events / float(size), low, high, seen.dispersion)
    else:
        low, high = wilson(min(events, int(size)), int(size), confidence)
    return low * factor, high * factor
