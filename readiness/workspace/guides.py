"""The interview guides of an assessment, to talk by and to print (domain 10.1)."""

from collections.abc import Sequence

from readiness.domain.assessment import Assessment, Profile
from readiness.domain.guide import PartPrompts
from readiness.domain.questionnaire import Questionnaire
from readiness.operating_model.nodes import counted
from readiness.report.guide_workbook import GuidePart, Wanted, guide_workbook
from readiness.scoring.applicability import any_holds
from readiness.workspace.interview import asked
from readiness.workspace.requests import STATUS, in_order
from readiness.workspace.results import state
from readiness.workspace.session import Session


def guide_parts(assessment: Assessment, content: Questionnaire) -> list[GuidePart]:
    """One a function, with what this profile and form ask of it, in the order for talking."""
    questions = asked(assessment, content)
    places = (assessment.profile, counted(assessment, content))
    parts = []
    for function in content.functions:
        mine = [q for q in questions if function.code in q.functions]
        ordered = content.interview.for_talking(function.code, mine)
        guide = content.interview.guide(function.code)
        opening = guide.opening if guide else ""
        operating = _operating(content, places, function.code)
        talk = GuidePart(function.code, function.name, opening, tuple(ordered), operating)
        parts.append(talk)
    return parts


def _operating(
    content: Questionnaire, places: Sequence[Profile], function: str
) -> tuple[PartPrompts, ...]:
    """The prompts of a function by part; a fact of the profile not known keeps a part in.

    ``places``: the profile as it is, and with the makers of the map counted in.
    """
    return tuple(
        PartPrompts(name=part.name, prompts=part.prompts[function])
        for part in content.interview.parts
        if function in part.prompts
        and (
            not part.conditions
            or any(any_holds(part.conditions, one) is not False for one in places)
        )
    )


def wanted(assessment: Assessment) -> list[Wanted]:
    """The evidence that was asked for, what is still to come first."""
    people = assessment.respondent_by_id
    return [
        Wanted(
            r.id,
            r.what,
            r.capability or "",
            f"{people[r.respondent].function} ({r.respondent})" if r.respondent in people else "",
            STATUS[r.status],
            r.asked_on,
            r.due,
        )
        for r in in_order(assessment.requests)
    ]


def guide_file(session: Session, assessment: str) -> bytes:
    """Guides and request list as the bytes of an .xlsx file. Raises NotFound."""
    now = state(session, assessment)
    return guide_workbook(
        now.assessment.title,
        now.questionnaire.interview,
        guide_parts(now.assessment, now.questionnaire),
        wanted(now.assessment),
        session.today(),
    )
