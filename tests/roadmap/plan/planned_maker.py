"""A small roadmap to plan by hand: four actions of QA and SC, one of them wave 0."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from readiness.domain.planning import Plan
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.engine import assess
from readiness.roadmap.plan.actions import Tasks, tasks_of
from readiness.roadmap.plan.calendar import Weeks, weeks_of
from tests.made import assessment, people, questionnaire, said

AS_OF = date(2026, 11, 22)
LEVELS: Mapping[str, int] = {"QMS-1": 2, "QMS-3": 1, "COI-1": 2, "COI-2": 2}
"""All else stands at 5 on records, so that these alone have gaps to Phase 2 (level 3)."""


def maker(plan: Mapping[str, Any] = {}, levels: Mapping[str, int] = LEVELS) -> Any:
    """The assessment."""
    responses = [
        said(c, levels.get(c, 5), basis="record", dated="2026-11-01", proof="seen")
        for c in questionnaire().capabilities
    ]
    return assessment(
        respondents=people("QA"), responses=responses, plan=plan, profile={"parties": 1}
    )


def content() -> Questionnaire:
    """The shipped content without metrics, so that answers on records stand alone."""
    whole = questionnaire().model_dump()
    whole["metrics"] = ()
    whole["short_form"] = whole["short_form"] | {"metrics": ()}
    whole["streams"] = ()
    return Questionnaire.model_validate(whole)


def result(plan: Mapping[str, Any] = {}, levels: Mapping[str, int] = LEVELS) -> Result:
    """The judgement."""
    return assess(maker(plan, levels), content(), robustness=False)


def tasks(plan: Mapping[str, Any] = {}) -> Tasks:
    """What there is to plan."""
    return tasks_of(result(plan), content(), Plan.model_validate(plan))


def weeks(plan: Mapping[str, Any] = {}) -> Weeks:
    """The calendar."""
    return weeks_of(Plan.model_validate(plan), AS_OF)
