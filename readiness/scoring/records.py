"""What the records say of a capability, and the four stream indices (method 3)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from readiness.domain.measurement import IndexDetail, Measurement
from readiness.domain.metric import Metric, Stream
from readiness.domain.rules import RecordRules
from readiness.domain.scale import Level
from readiness.scoring.claims import lower_median


def records_level(levels: Sequence[Level], named: int, rules: RecordRules) -> Level | None:
    """The lower median of the usable metrics' levels; few of those named count at most 3.

    ``levels``: of the usable metrics; ``named``: how many the content names, supplied or not.
    """
    if not levels:
        return None
    median = lower_median(levels)
    return min(median, rules.few_metrics_cap) if 2 * len(levels) < named else median


def usable(metrics: Sequence[Metric], measured: Mapping[str, Measurement]) -> list[Measurement]:
    """The measurements among these metrics that count."""
    found = [measured[m.id] for m in metrics if m.id in measured]
    return [m for m in found if m.usable and m.level is not None]


def stream_index(
    stream: Stream, measured: Mapping[str, Measurement], rules: RecordRules, short: bool
) -> IndexDetail:
    """0 stable to 100 survival mode over at least four usable metrics (method 3)."""
    ids = stream.index_metrics
    if short and not stream.in_short_form:
        return IndexDetail(value=None, of=len(ids), reason="not part of the short form")
    counted = [m for id in ids if (m := measured.get(id)) and m.usable and m.level is not None]
    used = tuple(m.metric for m in counted)
    if len(counted) < rules.index_min_metrics:
        reason = (
            f"not enough evidence: {len(counted)} of {len(ids)}, needs {rules.index_min_metrics}"
        )
        return IndexDetail(value=None, of=len(ids), used=used, reason=reason)
    key = measured.get(stream.identifiable_metric or "")
    surcharge = bool(key and key.usable and key.level and key.level <= rules.identifiable_level)
    extra = rules.identifiable_surcharge if surcharge else 0

    def index(levels: list[int]) -> Fraction:
        mean = Fraction(sum(levels), len(levels))
        return min(Fraction(100), 100 * (1 - (mean - 1) / 4) + extra)

    return IndexDetail(
        value=index([m.level or 1 for m in counted]),
        low=index([m.level_high or m.level or 5 for m in counted]),
        high=index([m.level_low or m.level or 1 for m in counted]),
        used=used,
        of=len(ids),
        surcharge=surcharge,
    )
