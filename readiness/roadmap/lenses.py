"""Capabilities seen together against what is needed; three legs (domain 1.12, 1.26, 1.28)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from readiness.domain.lenses import (
    LegResult,
    LegRules,
    Lens,
    LensCapability,
    LensesResult,
    LensItem,
    LensItemResult,
    LensResult,
)
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult
from readiness.domain.scale import Stage
from readiness.roadmap.targets import Targets
from readiness.scoring.means import mean
from readiness.scoring.weigh import Weighed


def judge_lenses(
    questionnaire: Questionnaire, weighed: Weighed, targets: Targets, stage: Stage
) -> LensesResult:
    """Every lens of the content over the capabilities that apply and lie inside the form."""
    shown = {id: c.shown for id, c in weighed.asked.items()}
    rules = questionnaire.lenses
    stages = {"today": stage, "ahead": ahead(questionnaire, stage)}

    def seen(lens: Lens) -> LensResult:
        needed = targets.today if lens.against == "today" else targets.at
        at = stages[lens.against]
        found = [
            _item(item, [_capability(shown[id], needed(id, at)) for id in _of(item, shown)])
            for item in lens.items
        ]
        return LensResult(against=lens.against, stage=at, items=tuple(found))

    return LensesResult(
        day_one=seen(rules.day_one),
        cannot_wait=seen(rules.cannot_wait),
        enablers=seen(rules.enablers),
        legs=legs(rules.legs, _scores(weighed)),
    )


def ahead(questionnaire: Questionnaire, stage: Stage) -> Stage:
    """Launch, or the next stage once that lies beyond launch."""
    order = [s.id for s in questionnaire.stages]
    return max(questionnaire.next_stage(stage), "launch", key=order.index)


def _scores(weighed: Weighed) -> dict[str, Fraction | None]:
    """The score of each dimension with a known capability (method 5)."""
    known = {c.id: c.final for c in weighed.known if c.final is not None}
    return {id: mean(levels) for id, levels in weighed.by_dimension(known).items()}


def _of(item: LensItem, shown: dict[str, CapabilityResult]) -> list[str]:
    return [id for id in item.capabilities if id in shown]


def _capability(shown: CapabilityResult, needed: int) -> LensCapability:
    missing = None if shown.final is None else max(0, needed - shown.final)
    return LensCapability.model_validate(
        {"id": shown.id, "final": shown.final, "needed": needed, "missing": missing}
    )


def _item(item: LensItem, found: Sequence[LensCapability]) -> LensItemResult:
    return LensItemResult(
        id=item.id,
        name=item.name,
        score=mean([c.final for c in found if c.final is not None]),
        met=sum(c.missing == 0 for c in found),
        capabilities=tuple(found),
    )


def legs(rules: LegRules, scores: Mapping[str, Fraction | None]) -> tuple[LegResult, ...]:
    """Each leg as the unweighted mean of its dimensions' scores; what is not known leaves it.

    A leg that lies ``apart`` or more below the highest one says so.
    """
    found = []
    for leg in rules.items:
        mine = {id: scores.get(id) for id in leg.dimensions}
        score = mean([s for s in mine.values() if s is not None])
        found.append(LegResult(id=leg.id, name=leg.name, score=score, dimensions=mine))
    known = [leg for leg in found if leg.score is not None]
    high = max(known, key=lambda leg: leg.score or 0, default=None)
    return tuple(_compared(rules, leg, high) for leg in found)


def _compared(rules: LegRules, leg: LegResult, high: LegResult | None) -> LegResult:
    if high is None or high.score is None or leg.score is None:
        return leg
    apart = high.score - leg.score
    if apart < rules.apart:
        return leg
    text = rules.apart_text.format(
        low=leg.name,
        high=high.name,
        score=f"{float(leg.score):.2f}",
        apart=f"{float(apart):.2f}",
    )
    return leg.model_copy(update={"text": text})
