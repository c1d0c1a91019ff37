"""The optional key ``plan``: its names are checked; no calendar is laid out from it yet."""

from collections.abc import Iterator

from readiness.domain.errors import Problem
from readiness.workspace.placed import Placed
from readiness.workspace.refusals import nearest

KEYS = ("start", "horizon_weeks", "capacity", "absences", "freeze", "actions")


def check_plan(placed: Placed) -> Iterator[Problem]:
    """Every unknown name of the plan."""
    plan = placed.value.get("plan")
    if plan is None:
        return
    if not isinstance(plan, dict):
        yield placed.problem(("plan",), "keys with values were expected")
        return
    for key in plan:
        if key not in KEYS:
            yield placed.problem(("plan", key), "this key is not known", advice=nearest(key, KEYS))
