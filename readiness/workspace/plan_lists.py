"""What stands beside a plan: cheap now and dear later, ahead of need, comparability reopened."""

from datetime import timedelta

from readiness.domain.assessment import Assessment
from readiness.domain.gaps import Gap
from readiness.domain.planned import Early, PlannedAction, RoadmapPlan, Stake
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.roadmap.plan.cheap import cheap_now, dear_from, effort_of
from readiness.roadmap.plan.reopening import reopened


def with_lists(
    plan: RoadmapPlan, assessment: Assessment, questionnaire: Questionnaire, result: Result
) -> RoadmapPlan:
    """The plan with its lists."""
    people = assessment.plan
    moment = dear_from(people.pivotal, assessment.profile.launch_date)
    until = plan.start + timedelta(weeks=plan.horizon_weeks)
    gaps: tuple[Gap, ...] = getattr(result.gaps, assessment.settings.horizon)
    done = frozenset(e.id for e in people.actions if e.status in ("done", "dropped"))
    return plan.model_copy(
        update={
            "pivotal": people.pivotal,
            "reopened": reopened(plan.actions, questionnaire, people.pivotal),
            "cheap_now": cheap_now(
                result.gaps.launch, questionnaire, plan.actions, moment, until, done
            ),
            "stakes": stakes(gaps, questionnaire, plan.actions),
            "ahead_of_need": tuple(
                Early(id=f.capability or "", text=f.text)
                for f in result.findings
                if f.kind == "ahead_of_need"
            ),
        }
    )


def stakes(
    gaps: tuple[Gap, ...], questionnaire: Questionnaire, actions: tuple[PlannedAction, ...]
) -> tuple[Stake, ...]:
    """Each gap with its ratings and the effort that closes it."""
    planned = {a.id: a for a in actions}
    return tuple(
        Stake(
            id=gap.capability,
            name=questionnaire.capabilities[gap.capability].name,
            impact=gap.ratings["P"].value,
            lock_in=gap.ratings["L"].value,
            effort=effort_of(gap.capability, questionnaire, planned),
            priority=gap.priority,
            band=gap.band,
        )
        for gap in gaps
    )
