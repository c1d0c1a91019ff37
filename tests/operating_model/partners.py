"""A contract maker with a slot table whose sums can be done in the head."""

from typing import Any

from readiness.domain.operating import Operating
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure, SlotMonth
from tests.made import questionnaire

MONTHS = [f"2026-{n:02}" for n in range(1, 13)]


def rules():
    """The shipped scorecard."""
    return questionnaire().cdmo


def maker(**said: Any) -> Partner:
    """Ten days of process, two of changeover, one line, unless said otherwise."""
    whole = {"id": "p", "name": "Maker", "process_days": 10, "changeover_days": 2} | said
    return Partner.model_validate(whole)


def month(at: str, offered: int, booked: int, started: int, completed: int, **more: Any):
    """A row of the table."""
    counts = {"offered": offered, "booked": booked, "started": started, "completed": completed}
    return SlotMonth.model_validate({"partner": "p", "month": at} | counts | more)


def table(offered: int, booked: int, started: int, completed: int, **more: Any):
    """Twelve months alike."""
    return tuple(month(at, offered, booked, started, completed, **more) for at in MONTHS)


def answers(**scores: Any) -> tuple[PartnerAnswer, ...]:
    """``CD_1=4`` as the answer to CD-1; None is *not asked*."""
    return tuple(
        PartnerAnswer(partner="p", question=id.replace("_", "-"), score=score)
        for id, score in scores.items()
    )


def said(partner: Partner, slots=(), given=(), causes=()) -> Operating:
    """All that is known of one maker."""
    failures = [
        PartnerFailure(partner="p", n=n, cause=cause) for n, cause in enumerate(causes, start=1)
    ]
    return Operating(
        partners=(partner,),
        partner_answers=tuple(given),
        partner_failures=tuple(failures),
        partner_slots=tuple(slots),
    )
