"""What it would take to know: how many more batches or trials narrow an interval enough."""

from collections.abc import Callable
from fractions import Fraction

from readiness.domain.evidence import Observation
from readiness.domain.questionnaire import Level, Metric, Modality, RecordRules
from readiness.scoring.intervals import poisson, widened, wilson

LevelOf = Callable[[Fraction | float, Metric, Modality], Level]


def more_needed(
    seen: Observation,
    metric: Metric,
    rules: RecordRules,
    modality: Modality,
    level_of: LevelOf,
) -> str | None:
    """A sentence such as *about 20 more batches would tell*, or None where none can be named.

    The present rate is taken to continue; counts grow in steps of a quarter (method 3, *Usable*).
    """
    counted = seen.exposure if metric.interval == "poisson" else seen.trials
    if counted is None or counted == 0 or seen.events is None:
        return None
    for quarters in range(5, 41):
        factor = Fraction(quarters, 4)
        events, size = round(seen.events * factor), counted * factor
        if size < rules.min_trials:
            continue
        ends = _ends(events, size, seen, metric, rules)
        levels = [level_of(end, metric, modality) for end in ends]
        if max(levels) - min(levels) + 1 <= rules.max_span:
            more = int(size - counted) + 1
            return f"about {more} more would tell"
    return "more than ten times as many would be needed"


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
