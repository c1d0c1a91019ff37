"""The ranked gaps of one horizon (method 6 and 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.domain.assessment import Assessment
from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Finding
from readiness.domain.scale import Level, Stage
from readiness.roadmap.priority import (
    Alarm,
    Ratings,
    band,
    bands_used,
    patient_rule,
    priority,
    ratings_of,
    severity,
    weights_used,
)
from readiness.roadmap.robustness import stability
from readiness.roadmap.targets import Targets


@dataclass(frozen=True)
class Ranking:
    """What the ranking of one assessment needs, whatever the horizon."""

    questionnaire: Questionnaire
    targets: Targets
    ratings: Mapping[str, Ratings]
    severity: Mapping[str, Fraction]
    weights: Mapping[str, Fraction]
    bands: Mapping[str, Fraction]
    alarms: tuple[Alarm, ...]
    position: Mapping[str, int]
    """Content order."""


def ranking_of(
    assessment: Assessment, questionnaire: Questionnaire, alarms: tuple[Alarm, ...]
) -> Ranking:
    """Ratings, weights and targets in use."""
    capabilities = questionnaire.capabilities
    weights = weights_used(assessment.settings, questionnaire.priority)
    ratings = {i: ratings_of(c, assessment.overrides) for i, c in capabilities.items()}
    return Ranking(
        questionnaire=questionnaire,
        targets=Targets(questionnaire, assessment.overrides),
        ratings=ratings,
        severity={i: severity(r, weights) for i, r in ratings.items()},
        weights=weights,
        bands=bands_used(assessment.settings, questionnaire.priority),
        alarms=alarms,
        position={capability: n for n, capability in enumerate(capabilities)},
    )


@dataclass(frozen=True)
class Open:
    """A gap before it has a rank."""

    capability: str
    final: Level
    target: Level
    severity: Fraction
    priority: Fraction
    reasons: tuple[str, ...]

    @property
    def gap(self) -> int:
        """Levels to the target."""
        return max(0, self.target - self.final)


def open_gap(ranking: Ranking, capability: str, final: Level, target: Level) -> Open:
    """A gap with its severity, priority and the rules that make it *act now*."""
    ratings = ranking.ratings[capability]
    severe = ranking.severity[capability]
    gap = max(0, target - final)
    reasons = [a.reason for a in ranking.alarms if a.capability == capability]
    by_patient = patient_rule(ratings, final, gap, ranking.questionnaire.priority)
    if by_patient:
        reasons.insert(0, by_patient)
    return Open(capability, final, target, severe, priority(gap, severe), tuple(reasons))


def place(ranking: Ranking, gap: Open) -> tuple[object, ...]:
    """The sorting key of method 7: by rule, priority, P, L, less effort, content order."""
    ratings = ranking.ratings[gap.capability]
    effort = ranking.questionnaire.capabilities[gap.capability].action.effort_total
    return (
        not gap.reasons,
        -gap.priority,
        -ratings.value("P"),
        -ratings.value("L"),
        effort,
        ranking.position[gap.capability],
    )


def ranked_gaps(
    ranking: Ranking, known: Sequence[CapabilityResult], stage: Stage, robustness: bool = True
) -> tuple[Gap, ...]:
    """The gaps to a stage's targets over known, applicable capabilities, in their order."""
    found = [
        open_gap(ranking, c.id, c.final, ranking.targets.at(c.id, stage))
        for c in known
        if c.final is not None
    ]
    ordered = sorted((g for g in found if g.gap > 0), key=lambda g: place(ranking, g))
    rules = ranking.questionnaire.priority
    stable = stability(ordered, ranking.ratings, rules) if robustness else [{} for _ in ordered]
    waves = {c: w.number for w in ranking.questionnaire.waves for c in w.capabilities}
    last = max((w.number for w in ranking.questionnaire.waves), default=0)
    return tuple(
        Gap(
            rank=rank,
            capability=gap.capability,
            final=gap.final,
            target=gap.target,
            gap=gap.gap,
            severity=gap.severity,
            priority=gap.priority,
            band=band(gap.priority, bool(gap.reasons), ranking.bands),
            act_now=bool(gap.reasons),
            reasons=gap.reasons,
            ratings=dict(ranking.ratings[gap.capability].used),
            target_override=_override_reason(ranking, gap.capability),
            wave=0 if gap.reasons else waves.get(gap.capability, last),
            **shares,
        )
        for rank, (gap, shares) in enumerate(zip(ordered, stable, strict=True), start=1)
    )


def _override_reason(ranking: Ranking, capability: str) -> str:
    override = ranking.targets.overrides.get(capability)
    return override.reason if override else ""


def not_assessed(
    ranking: Ranking, unknown: Sequence[CapabilityResult], stage: Stage
) -> tuple[str, ...]:
    """Unknown capabilities in the order of section 7 as from level 1, those without a gap last."""
    found = [open_gap(ranking, c.id, 1, ranking.targets.at(c.id, stage)) for c in unknown]
    # Act now by rule needs a known level (method 6: without rank or act-now).
    calm = [Open(g.capability, g.final, g.target, g.severity, g.priority, ()) for g in found]
    ordered = sorted(calm, key=lambda g: (g.gap == 0, *place(ranking, g)))
    return tuple(g.capability for g in ordered)


def homeless_alarms(ranking: Ranking, gaps: Sequence[Gap]) -> tuple[Finding, ...]:
    """Rules of *act now* that found no gap to attach to (method 7)."""
    placed = {g.capability for g in gaps}
    return tuple(
        Finding(
            kind="act_now_without_gap",
            capability=a.capability,
            text=f"{a.capability}: {a.reason}, but there is no gap to attach it to.",
        )
        for a in ranking.alarms
        if a.capability not in placed
    )


def ahead_of_need(
    ranking: Ranking, known: Sequence[CapabilityResult], stage: Stage
) -> tuple[Finding, ...]:
    """Money spent early where waiting was free (method 6)."""
    rules = ranking.questionnaire.priority
    early = [
        (c, ranking.targets.at(c.id, stage))
        for c in known
        if c.final is not None
        and c.final >= ranking.targets.at(c.id, stage) + rules.ahead_levels
        and ranking.ratings[c.id].value("L") <= rules.ahead_lock_in
    ]
    return tuple(
        Finding(
            kind="ahead_of_need",
            capability=c.id,
            severity="hint",
            text=(
                f"{c.id} stands at {c.final}, the next stage asks for {target}, and waiting was "
                "free: nothing is lost by doing this later."
            ),
        )
        for c, target in early
    )
