"""Targets and the three separate figures (method 6)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from readiness.domain.assessment import Override
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, FigureName, StageFigure
from readiness.domain.scale import Level, Stage


class Targets:
    """The level wanted of each capability, with the assessor's overrides.

    An override stands for the target of a gap at either horizon; today's fit keeps the content's.
    """

    def __init__(self, questionnaire: Questionnaire, overrides: Sequence[Override]) -> None:
        self._questionnaire = questionnaire
        self.overrides: Mapping[str, Override] = {
            o.capability: o for o in overrides if o.rating == "target"
        }

    def at(self, capability: str, stage: Stage) -> Level:
        """The target of a gap at this stage."""
        override = self.overrides.get(capability)
        return override.value if override else self._questionnaire.target(capability, stage)

    def today(self, capability: str, stage: Stage) -> Level:
        """The target of the fit for the stage."""
        return self._questionnaire.target(capability, stage)


def three_figures(
    known: Sequence[CapabilityResult], targets: Targets, stage: Stage, following: Stage
) -> dict[FigureName, StageFigure]:
    """Fit for the stage, gap to the following one, distance to launch."""
    return {
        "fit": fit_for_stage(known, targets, stage),
        "next_stage": distance(known, targets, following),
        "launch": distance(known, targets, "launch"),
    }


def fit_for_stage(known: Sequence[CapabilityResult], targets: Targets, stage: Stage) -> StageFigure:
    """The share at or above today's target, and the share of it that documents or records carry."""
    fitting = [c for c in known if (c.final or 0) >= targets.today(c.id, stage)]
    carried = [c for c in fitting if (c.proof or 0) >= targets.today(c.id, stage)]
    return StageFigure(
        value=Fraction(len(fitting), len(known)) if known else None,
        count=len(fitting),
        of=len(known),
        stage=stage,
        on_proof=Fraction(len(carried), len(fitting)) if fitting else None,
    )


def distance(known: Sequence[CapabilityResult], targets: Targets, stage: Stage) -> StageFigure:
    """Sum of gaps over sum of (target - 1), null where that is 0, with the number of gaps."""
    gaps = [max(0, targets.at(c.id, stage) - (c.final or 0)) for c in known]
    room = sum(targets.at(c.id, stage) - 1 for c in known)
    return StageFigure(
        value=Fraction(sum(gaps), room) if room else None,
        count=sum(gap > 0 for gap in gaps),
        of=len(known),
        stage=stage,
        sum_gaps=sum(gaps),
        sum_targets=room,
    )
