"""A plan of three actions to write out."""

from datetime import date
from fractions import Fraction

from readiness.domain.planned import Outside, PlannedAction, RoadmapPlan


def action(id: str, start: int, end: int, **more: object) -> PlannedAction:
    """An action of QA; week 0 begins on Monday, 4 January 2027."""
    whole = {
        "id": id,
        "name": f"Name of {id}",
        "start_week": start,
        "end_week": end,
        "start": date(2027, 1, 4 + 7 * start),
        "end": date.fromordinal(date(2027, 1, 4).toordinal() + 7 * end - 3),
        "wave": 0,
        "owner": "Head of QA",
        "effort": {"QA": Fraction(5, 2), "RA": Fraction(1, 2)},
        "weeks": end - start,
        "final": 1,
        "target": 3,
    }
    return PlannedAction.model_validate(whole | more)


def plan(**more: object) -> RoadmapPlan:
    """Two actions in, one outside, a frozen week."""
    whole = {
        "status": "within",
        "gap_percent": 6.6,
        "start": date(2027, 1, 4),
        "horizon_weeks": 8,
        "actions": (
            action("QMS-3", 0, 3),
            action("X", 2, 6, name="=cmd; a, b", wave=4, needs=("QMS-3",), status="started"),
        ),
        "outside": (Outside(id="ANR-1", name="Potency", priority=Fraction(40)),),
        "load": {"QA": (Fraction(1, 2),) * 8},
        "capacity": {"QA": (Fraction(3, 4),) * 8},
        "frozen_weeks": (6,),
    }
    return RoadmapPlan.model_validate(whole | more)
