"""A metric's value judged: level, usability, suspicion (method 3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from readiness.domain.assessment import Detection, Profile
from readiness.domain.evidence import Observation
from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric
from readiness.domain.rules import RecordRules
from readiness.domain.scale import Level, Modality
from readiness.scoring.need import more_needed

LEVELS: tuple[Level, ...] = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Circumstances:
    """What a judgement needs besides the figures."""

    rules: RecordRules
    profile: Profile
    batches: int | None
    """Batches started in the window; None if there is no batch list."""
    detection: Sequence[Detection] = ()
    typed: bool = False
    source: str = ""


def level_of(value: Fraction | float, metric: Metric, modality: Modality) -> Level:
    """The level by cut points and special values; comparisons are exact (method 1, 3)."""
    for rule in metric.special:
        if value == rule.value:
            return rule.level
    cuts: Sequence[Fraction] = metric.cuts
    if modality in metric.cut_factor:
        cuts = [cut * metric.cut_factor[modality] for cut in cuts]
    # Whole numbers crosswise: as exact as the fractions, and several times faster.
    n, d = value.as_integer_ratio()
    if metric.direction == "high":
        return LEVELS[sum(n * cut.denominator <= cut.numerator * d for cut in cuts)]
    return LEVELS[sum(n * cut.denominator >= cut.numerator * d for cut in cuts)]


def judge(seen: Observation, metric: Metric, about: Circumstances) -> Measurement:
    """The measurement of an observation: level with its ends, usable or why not (method 3)."""
    if seen.missing is not None or (seen.value is None and seen.level is None):
        return _shown(seen, about, reason=seen.missing or "no figure")
    modality = about.profile.modality
    if seen.window is not None:
        about = replace(about, batches=seen.window.batches)
    if seen.not_scored is not None and about.typed:
        return _shown(seen, about, reason=seen.not_scored)
    counted = [level_of(end, metric, modality) for end in (seen.low, seen.high) if end is not None]
    level = seen.level or level_of(_known(seen.value), metric, modality)
    ends = [level, *counted]
    # The interval of a level typed in beside counts (B5) is that of the counts.
    noise = counted if seen.level is not None and counted else ends
    span = max(noise) - min(noise)
    reason = _why_unusable(seen, metric, about, span)
    doubt = suspicion(seen, metric, about)
    cap = about.rules.suspicion_cap if doubt else 5
    # Where a special rule gives the level there is no interval to be unknown (a census).
    unknown = about.typed and seen.low is None and not metric.typed_level
    return _shown(
        seen,
        about,
        level=_capped(level, cap),
        level_low=_capped(min(ends), cap),
        level_high=_capped(max(ends), cap),
        uncapped=level if level > cap else None,
        usable=reason is None,
        soft=reason is None and span == 1,
        suspicion=doubt is not None,
        interval_unknown=unknown,
        reason=reason if reason is not None else doubt,
        more_needed=more_needed(seen, metric, about.rules, modality, level_of, about.batches)
        if reason is not None and seen.not_scored is None
        else None,
    )


def _capped(level: Level, cap: int) -> Level:
    return LEVELS[min(level, cap) - 1]


def _known(value: Fraction | None) -> Fraction:
    assert value is not None
    return value


def _shown(seen: Observation, about: Circumstances, **judged: object) -> Measurement:
    kept = {
        name: getattr(seen, name)
        for name in (
            *("metric", "value", "events", "exposure", "trials", "n", "low", "high"),
            *("low95", "high95", "trend", "rows", "over", "left_out", "beside", "months"),
            *("remark", "window"),
        )
    }
    return Measurement.model_validate(kept | judged | {"source": about.source})


def _why_unusable(seen: Observation, metric: Metric, about: Circumstances, span: int) -> str | None:
    """The first reason why the figure is shown and not scored, or None."""
    rules = about.rules
    if seen.not_scored is not None:
        return seen.not_scored
    if metric.batches_needed and about.batches is None:
        return "no list of batches started"
    if metric.batches_needed and about.batches is not None and about.batches < rules.min_batches:
        where = "that part of the window" if seen.window else "the window"
        return f"{about.batches} batches in {where}; at least {rules.min_batches} are needed"
    if metric.interval == "wilson" and (seen.trials or 0) < rules.min_trials:
        return f"{seen.trials or 0} trials; at least {rules.min_trials} are needed"
    needed = metric.minimum_n
    counted = seen.trials if seen.trials is not None else seen.n
    if needed is not None and (counted or 0) < needed:
        return f"{counted or 0} values; at least {needed} are needed"
    if span + 1 > rules.max_span:
        return f"the 80 % interval touches {span + 1} levels"
    return None


def suspicion(seen: Observation, metric: Metric, about: Circumstances) -> str | None:
    """Why a good figure may be blindness, or None (method 3, *Silence is never read as good*)."""
    rules = about.rules
    text = None
    if metric.count_metric and seen.events == 0:
        text = "no event at all is more likely blindness than health"
    elif metric.silent_value is not None and seen.value == metric.silent_value:
        text = "nothing found of what it looks for"
    elif (
        metric.under_reporting
        and seen.value is not None
        and seen.value < rules.under_reporting
        and about.profile.automation != "electronic"
    ):
        text = f"under {float(rules.under_reporting):g} per batch without electronic records"
    if text is None or is_detection_shown(metric.id, about.detection, rules):
        return None
    return f"{text}: counts at most {rules.suspicion_cap} until detection is shown"


def is_detection_shown(metric: str, checks: Sequence[Detection], rules: RecordRules) -> bool:
    """Whether sampled records show that events would have been recorded (method 3)."""
    mine = [check for check in checks if check.metric == metric]
    sampled = sum(check.records_sampled for check in mine)
    reported = sum(check.reported for check in mine)
    found = sum(check.found_unreported for check in mine)
    if reported + found == 0:
        return sampled >= rules.detection_records_if_nothing
    ratio = Fraction(reported, reported + found)
    return sampled >= rules.detection_records and ratio >= rules.detection_ratio
