"""Older half against newer half of the window (method 3; domain 4.0, rule 6)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from readiness.domain.evidence import Trend
from readiness.domain.rules import RecordRules
from readiness.metrics.statistics import binomial_p, fisher_p, quantile

Direction = Literal["rising", "falling", "level"]


def rate_trend(
    events: tuple[int, int], exposure: tuple[Fraction | int, Fraction | int], rules: RecordRules
) -> Trend | None:
    """Counts of the older and the newer half over their exposures.

    Of all events the newer half holds by chance its share of the exposure: exact binomial test,
    two-sided. Significant where p is under 1 less the confidence of the appendix. None where a
    half has no exposure: nothing can be told then.
    """
    older, newer = (Fraction(part) for part in exposure)
    if older <= 0 or newer <= 0:
        return None
    p = binomial_p(events[1], sum(events), float(newer / (older + newer)))
    rates = (events[0] / older, events[1] / newer)
    shown = tuple(
        f"{count} in {float(part):g}" for count, part in zip(events, exposure, strict=True)
    )
    return _trend(rates, p, shown, rules)


def share_trend(
    events: tuple[int, int], trials: tuple[int, int], rules: RecordRules
) -> Trend | None:
    """Shares of the older and the newer half: Fisher's exact test, two-sided.

    Significance as in :func:`rate_trend`. None where a half has no trials.
    """
    if 0 in trials:
        return None
    shares = (Fraction(events[0], trials[0]), Fraction(events[1], trials[1]))
    shown = tuple(f"{count} of {of}" for count, of in zip(events, trials, strict=True))
    return _trend(shares, fisher_p(events, trials), shown, rules)


def median_trend(
    older: Sequence[Fraction], newer: Sequence[Fraction], rules: RecordRules
) -> Trend | None:
    """How many values of each half lie above the median of both: a binomial test for durations."""
    if not older or not newer:
        return None
    middle = quantile([*older, *newer], Fraction(1, 2))
    above = (sum(v > middle for v in older), sum(v > middle for v in newer))
    trend = share_trend(above, (len(older), len(newer)), rules)
    return trend and trend.model_copy(update={"text": f"above the common median: {trend.text}"})


def _trend(
    levels: tuple[Fraction, Fraction], p: float, shown: tuple[str, ...], rules: RecordRules
) -> Trend:
    direction: Direction = "level"
    if levels[0] != levels[1]:
        direction = "rising" if levels[1] > levels[0] else "falling"
    significant = p < 1 - float(rules.appendix)
    verdict = direction if significant else "no clear change"
    said = f"p {p:.2f}" if p >= 0.005 else "p < 0.01"
    text = f"older half {shown[0]}, newer half {shown[1]}: {verdict} ({said})"
    return Trend(direction=direction, p=p, significant=significant, text=text)
