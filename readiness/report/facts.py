"""What the sheets draw: the result, joined with the content and the answers behind it.

Nothing here judges. What the result does not carry (severity where no gap is, backing from answers
alone) comes from the same functions that the engine calls.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from readiness.domain.assessment import Assessment, Settings
from readiness.domain.capability import Capability, Dimension
from readiness.domain.evidence import Evidence
from readiness.domain.gaps import Gap
from readiness.domain.planned import RoadmapPlan, Standing
from readiness.domain.questionnaire import Party, Questionnaire
from readiness.domain.result import CapabilityResult, Result
from readiness.domain.rules import PriorityRules
from readiness.domain.scale import Level, Stage
from readiness.domain.sensitivity import Sensitivity
from readiness.domain.two_rounds import TwoRounds
from readiness.roadmap.plan.actions import Task, tasks_of
from readiness.roadmap.priority import (
    Ratings,
    alarms,
    bands_used,
    ratings_of,
    severity,
    weights_used,
)
from readiness.roadmap.targets import Targets
from readiness.scoring.claims import Claim, hear
from readiness.stress.drill import recent_critical_fails


@dataclass(frozen=True)
class Row:
    """One capability on every sheet.

    ``gap``: of the horizon in use, None where there is none; ``severity``: also without a gap.
    """

    capability: Capability
    dimension: Dimension
    shown: CapabilityResult
    claim: Claim
    ratings: Ratings
    severity: Fraction
    gap: Gap | None
    incident: str

    @property
    def asked(self) -> bool:
        """Applicable and inside the form."""
        return self.shown.applicable and self.shown.in_form

    @property
    def counts(self) -> str:
        """``yes``; ``no`` not applicable; ``outside`` the form."""
        if not self.shown.applicable:
            return "no"
        return "yes" if self.shown.in_form else "outside"

    @property
    def final(self) -> Level | None:
        """The final level where it counts."""
        return self.shown.final if self.asked else None


def weights_shown(settings: Settings, rules: PriorityRules) -> dict[str, Fraction]:
    """The weights as set; on another scale than 0 to 1, such as percent, as shares of their sum."""
    weights = dict(rules.weights) | dict(settings.weights or {})
    if max(weights.values()) > 1:
        return weights_used(settings, rules)
    return {str(rating): Fraction(weight) for rating, weight in weights.items()}


@dataclass(frozen=True)
class WhatIf:
    """A scenario, or the plan as entered, and what comes of it; without figures: not compared.

    ``changes``: what is different; ``end``: the week after which all is done; ``then``: what one
    is by then; ``left``: the priority that stays open; ``says``: what else there is to say.
    """

    name: str
    changes: str
    quality: str = ""
    end: int | None = None
    then: Standing | None = None
    left: Fraction | None = None
    says: str = ""
    is_scenario: bool = True


@dataclass(frozen=True)
class Weeks:
    """When the actions run: first and last week of each, counted from 1, and what plan that is.

    ``plan``: the whole of it; ``left``: what it cannot hold, in a sentence.
    """

    of: Mapping[str, tuple[int, int]]
    start: date
    said: str
    plan: RoadmapPlan | None = None
    left: str = ""
    what_ifs: tuple[WhatIf, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Everything one report draws. ``revision``, ``exported_by``, ``frozen``: stamps, printed.

    ``view``: for whom; ``party``: the partner whose capabilities alone are drawn; ``people``:
    whether respondents are told apart by their codes; ``kept_as``: the id of the assessment where
    it is kept, which its own id need not be;
    ``rounds``: what moved since an earlier one; ``weeks``: of the actions, if they are laid out.
    """

    result: Result
    assessment: Assessment
    questionnaire: Questionnaire
    evidence: Evidence
    revision: str = ""
    exported_by: str = ""
    frozen: str = ""
    sensitivity: Sensitivity | None = None
    rounds: TwoRounds | None = None
    view: str = "full"
    party: Party | None = None
    people: bool = True
    kept_as: str = ""
    weeks: Weeks | None = None

    def who(self, respondent: str, function: str) -> str:
        """*r1 (QA)*; where people are not told apart, the function alone."""
        if not self.people:
            return function
        return f"{respondent} ({function})" if function else respondent

    @property
    def stage(self) -> Stage:
        """The stage today."""
        return self.assessment.profile.stage

    @property
    def next_stage(self) -> Stage:
        """The stage after this one."""
        return self.questionnaire.next_stage(self.stage)

    @property
    def horizon(self) -> Stage:
        """The stage whose targets make the gaps of this report."""
        return "launch" if self.assessment.settings.horizon == "launch" else self.next_stage

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The ranked gaps to the horizon."""
        view = self.result.gaps
        return view.launch if self.assessment.settings.horizon == "launch" else view.next_stage

    @property
    def words(self) -> Mapping[str, str]:
        """What this modality counts: slots and patients, campaigns and doses, vector lots."""
        return self.questionnaire.words(self.assessment.profile.modality)

    @cached_property
    def weights(self) -> dict[str, Fraction]:
        """The weights as set, before they are divided by their sum."""
        return weights_shown(self.assessment.settings, self.questionnaire.priority)

    @cached_property
    def shares(self) -> dict[str, Fraction]:
        """The weights in use."""
        return weights_used(self.assessment.settings, self.questionnaire.priority)

    @cached_property
    def bands(self) -> dict[str, Fraction]:
        """From which priority each band begins."""
        return bands_used(self.assessment.settings, self.questionnaire.priority)

    @cached_property
    def targets(self) -> Targets:
        """Targets with their overrides."""
        return Targets(self.questionnaire, self.assessment.overrides)

    @cached_property
    def actions(self) -> tuple[Task, ...]:
        """The actions as edited, those of the roadmap first, then those of their own."""
        return tasks_of(self.result, self.questionnaire, self.assessment.plan).tasks

    @property
    def own_actions(self) -> tuple[Task, ...]:
        """Actions that the content does not know."""
        return tuple(a for a in self.actions if a.id not in self.questionnaire.capabilities)

    @cached_property
    def recent_fails(self) -> tuple[str, ...]:
        """Scenarios whose latest drill, within the months of the rule, ended in a critical fail."""
        months = self.questionnaire.priority.act_now_months
        return recent_critical_fails(self.result.drills, self.result.as_of, months)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every capability of the content, in its order."""
        shown = {c.id: c for c in self.result.capabilities}
        gaps = {g.capability: g for g in self.gaps}
        incidents = self._incidents(shown)
        return tuple(
            self._row(capability, dimension, shown[capability.id], gaps, incidents)
            for dimension in self.questionnaire.dimensions
            for capability in dimension.capabilities
        )

    @cached_property
    def row_of(self) -> dict[str, Row]:
        """Rows by capability."""
        return {row.capability.id: row for row in self.rows}

    def _row(
        self,
        capability: Capability,
        dimension: Dimension,
        shown: CapabilityResult,
        gaps: Mapping[str, Gap],
        incidents: Mapping[str, str],
    ) -> Row:
        ratings = ratings_of(capability, self.assessment.overrides)
        return Row(
            capability=capability,
            dimension=dimension,
            shown=shown,
            claim=hear(
                capability,
                self.assessment.responses_of.get(capability.id, ()),
                self.assessment.consensus_of.get(capability.id),
                self.assessment.respondent_by_id,
                self.questionnaire.claims,
            ),
            ratings=ratings,
            severity=severity(ratings, self.shares),
            gap=gaps.get(capability.id),
            incident=incidents.get(capability.id, ""),
        )

    def _incidents(self, shown: Mapping[str, CapabilityResult]) -> dict[str, str]:
        asked = frozenset(i for i, c in shown.items() if c.applicable and c.in_form)
        found: dict[str, list[str]] = {}
        for alarm in alarms(self.assessment.incidents, (), asked, self.questionnaire.priority):
            found.setdefault(alarm.capability, []).append(alarm.reason)
        return {capability: "; ".join(reasons) for capability, reasons in found.items()}
