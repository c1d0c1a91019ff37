"""Severity, priority, band and order of the gaps (method 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from readiness.domain.assessment import Incidents, Override, Settings
from readiness.domain.capability import Capability
from readiness.domain.gaps import Band, RatingUsed
from readiness.domain.rules import PriorityRules
from readiness.domain.scale import Level


@dataclass(frozen=True)
class Ratings:
    """P, R and L of a capability as used, with where they come from."""

    used: Mapping[str, RatingUsed]

    def value(self, rating: str) -> int:
        """The rating 1..5 after an override."""
        return self.used[rating].value


def ratings_of(capability: Capability, overrides: Sequence[Override]) -> Ratings:
    """The content's ratings, each replaced by the last override of it (method 7).

    ``overrides``: in the order of their entry, those of other capabilities among them or not.
    """
    last = {o.rating: o for o in overrides if o.capability == capability.id}
    used: dict[str, RatingUsed] = {}
    for rating, content in capability.ratings.items():
        override = last.get(rating)
        used[rating] = RatingUsed(
            value=override.value if override else content.value,
            content=content.value,
            reason=content.reason,
            override_reason=override.reason if override else "",
        )
    return Ratings(used)


def weights_used(settings: Settings, rules: PriorityRules) -> dict[str, Fraction]:
    """The weights as shares of their sum; the content's where none or only zeros are set."""
    weights = dict(rules.weights) | dict(settings.weights or {})
    total = sum(weights.values())
    if total <= 0:
        weights, total = dict(rules.weights), sum(rules.weights.values())
    return {str(rating): weight / total for rating, weight in weights.items()}


def bands_used(settings: Settings, rules: PriorityRules) -> dict[str, Fraction]:
    """From which priority each band begins."""
    return {str(k): v for k, v in (dict(rules.bands) | dict(settings.bands or {})).items()}


def severity(ratings: Ratings, weights: Mapping[str, Fraction]) -> Fraction:
    """``0.45 P + 0.30 R + 0.25 L`` with the weights in use, 1 to 5 (method 7)."""
    parts = [(weights[r], ratings.value(r)) for r in ("P", "R", "L")]
    # Over one denominator, in whole numbers: as exact as a sum of fractions, and faster.
    whole = lcm(*(weight.denominator for weight, _ in parts))
    return Fraction(
        sum(w.numerator * (whole // w.denominator) * value for w, value in parts), whole
    )


def priority(gap: int, severe: Fraction) -> Fraction:
    """``100 * (gap / 4) * (s / 5)``, rounded half up to 6 places (method 7)."""
    return rounded(Fraction(100 * gap * severe.numerator, 4 * 5 * severe.denominator))


def rounded(value: Fraction, places: int = 6) -> Fraction:
    """Rounded half up, as a spreadsheet rounds what is not negative."""
    scale, whole = 10**places, value.denominator
    return Fraction((2 * scale * value.numerator + whole) // (2 * whole), scale)


def band(value: Fraction, act_now: bool, bands: Mapping[str, Fraction]) -> Band:
    """The band of a priority; by rule *act now* whatever the number (method 7)."""
    if act_now or value >= bands["act_now"]:
        return "act now"
    if value >= bands["next"]:
        return "next"
    return "plan" if value >= bands["plan"] else "watch"


@dataclass(frozen=True)
class Alarm:
    """A rule of *act now* that looks for a gap to attach to."""

    capability: str
    reason: str


def alarms(
    incidents: Incidents,
    critical_fails: Sequence[str],
    applicable: frozenset[str],
    rules: PriorityRules,
) -> tuple[Alarm, ...]:
    """Rules (b) and (c) of *act now*: incidents and critical fails (method 7)."""
    found: list[Alarm] = []
    for incident, capabilities in rules.incident_capabilities.items():
        count = getattr(incidents, incident, None)
        if not count:
            continue
        fallback = rules.incident_fallback.get(incident, ())
        hit = [c for c in capabilities if c in applicable]
        # Where nothing applies the alarm is kept: without a gap it becomes a finding.
        hit = hit or [c for c in fallback if c in applicable] or list(fallback or capabilities)
        text = f"{incident.replace('_', ' ')}: {count} in the last 12 months"
        found += [Alarm(c, text) for c in hit]
    found += [
        Alarm(rules.critical_fail_capability, f"critical fail in the drill {scenario}")
        for scenario in critical_fails
    ]
    return tuple(found)


def patient_rule(ratings: Ratings, final: Level, gap: int, rules: PriorityRules) -> str | None:
    """Rule (a) of *act now*: the highest patient impact, level 1, a gap of two or more."""
    if (
        ratings.value("P") == rules.act_now_patient
        and final == rules.act_now_level
        and gap >= rules.act_now_gap
    ):
        return f"patient impact {rules.act_now_patient} and level {rules.act_now_level}"
    return None
