"""Owner, status and fixed start of an action that came back, as an edit of the plan."""

from collections.abc import Mapping

from pydantic import ValidationError

from readiness.domain.assessment import Assessment
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.planning import ActionEdit
from readiness.domain.questionnaire import Questionnaire


def edited(
    said: Assessment, content: Questionnaire, id: str, fields: Mapping[str, str], report: str
) -> ActionEdit | None:
    """The edit with these fields; None where nothing is left that differs from the content.

    ``report`` is named in the reason of an edit that had none. Raises InputRefused for an action
    that would have started without a day, or one of their own that is gone.
    """
    now = next((edit for edit in said.plan.actions if edit.id == id), None)
    if now is None and id not in content.capabilities:
        advice = "Choose what is in the app for it, or add it again on the page Roadmap"
        raise InputRefused([Problem(id, "this action is no longer in the app", advice=advice)])
    before = now or ActionEdit(id=id, reason=f"gap report {report}")
    changed = {**before.model_dump(), **fields, "start": fields.get("start", before.start) or None}
    try:
        after = ActionEdit.model_validate(changed)
    except ValidationError as error:
        message = f"{id} is said to have started, without the day"
        advice = "Type the day into Fixed start, or set the status back to planned"
        raise InputRefused([Problem(id, message, advice=advice)]) from error
    plain = ActionEdit(id=id, reason=after.reason)
    return None if after == plain else after
