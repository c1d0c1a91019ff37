"""A partner's claims held against what it supplied itself: checks here, limits in content."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.domain.operating_result import CheckFound, SlotFigures
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure, SlotMonth
from readiness.domain.scorecard import Check, PartnerCheck
from readiness.operating_model.slot_table import (
    cycle_days,
    last_months,
    lost_at_least,
    most_completed,
    settled,
)

EVASIVE = frozenset({"deflected", "refused"})
Filled = dict[str, object]


@dataclass(frozen=True)
class Supplied:
    """All that is known of one partner. ``parts``: sub-scores as answered, by id."""

    partner: Partner
    answers: Mapping[str, PartnerAnswer]
    failures: Sequence[PartnerFailure]
    rows: Sequence[SlotMonth]
    slots: SlotFigures | None
    parts: Mapping[str, Fraction | None]


Judge = Callable[[PartnerCheck, Supplied], Filled | None]
"""What to fill into the sentence; None where there is nothing to say."""


def found_by(checks: Sequence[PartnerCheck], supplied: Supplied) -> tuple[CheckFound, ...]:
    """What the content's checks find, in their order."""
    found = []
    for check in checks:
        filled = JUDGES[check.check](check, supplied)
        if filled is not None:
            found.append(
                CheckFound(
                    id=check.id,
                    question=check.question,
                    text=check.text.format(**filled),
                    red_flag=check.red_flag,
                    severity=check.severity,
                )
            )
    return tuple(found)


def _percent(share: Fraction | float) -> str:
    return f"{round(100 * share)} %"


def _days(days: Fraction) -> str:
    return f"{float(days):g}"


def _no_table(check: PartnerCheck, seen: Supplied) -> Filled | None:
    answer = seen.answers.get(check.question)
    spoken = answer is not None and answer.score is not None and answer.score > 0
    claimed = seen.partner.claimed_utilisation is not None
    return {} if seen.slots is None and (spoken or claimed) else None


def _few_months(check: PartnerCheck, seen: Supplied) -> Filled | None:
    if seen.slots is None or seen.slots.months >= check.limits["months"]:
        return None
    return {"months": seen.slots.months}


def _full_and_free(check: PartnerCheck, seen: Supplied) -> Filled | None:
    claimed, wait = seen.partner.claimed_utilisation, seen.partner.claimed_wait_days
    if claimed is None or wait is None or claimed < check.limits["utilisation"]:
        return None
    return {"claimed": _percent(claimed), "days": wait} if wait <= check.limits["days"] else None


def _claim_differs(check: PartnerCheck, seen: Supplied) -> Filled | None:
    claimed, slots = seen.partner.claimed_utilisation, seen.slots
    if claimed is None or slots is None or slots.utilisation is None:
        return None
    if abs(claimed - slots.utilisation) <= check.limits["apart"]:
        return None
    return {
        "claimed": _percent(claimed),
        "computed": _percent(slots.utilisation),
        "started": slots.started,
        "offered": slots.offered,
        "months": slots.months,
    }


def _full_yet_free(check: PartnerCheck, seen: Supplied) -> Filled | None:
    wait = seen.partner.claimed_wait_days
    if wait is None or wait > check.limits["days"]:
        return None
    rows = last_months(seen.rows, int(check.limits["months"]))
    months = len({row.month for row in rows})
    offered, booked = sum(row.offered for row in rows), sum(row.booked for row in rows)
    if months < check.limits["months"] or not offered or booked < offered:
        return None
    return {"days": wait, "months": months, "booked": booked, "offered": offered}


def _above_capacity(_check: PartnerCheck, seen: Supplied) -> Filled | None:
    most, cycle = most_completed(seen.partner), cycle_days(seen.partner)
    if most is None or cycle is None:
        return None
    over = [row for row in last_months(seen.rows) if row.completed > most]
    if not over:
        return None
    worst = max(over, key=lambda row: row.completed)
    where = {"completed": worst.completed, "month": worst.month, "suite": worst.suite}
    return {**where, "cycle": _days(cycle), "most": most}


def _does_not_add_up(_check: PartnerCheck, seen: Supplied) -> Filled | None:
    return _months(
        row.month for row in last_months(seen.rows) if row.started + row.cancelled > row.booked
    )


def _overbooked(_check: PartnerCheck, seen: Supplied) -> Filled | None:
    return _months(row.month for row in last_months(seen.rows) if row.booked > row.offered)


def _months(found: Iterable[str]) -> Filled | None:
    months = sorted(set(found))
    return {"count": len(months), "month": months[0]} if months else None


def _cancelled_by_partner(check: PartnerCheck, seen: Supplied) -> Filled | None:
    slots = seen.slots
    if slots is None or not slots.booked:
        return None
    share = Fraction(slots.cancelled_partner, slots.booked)
    if share < check.limits["share"]:
        return None
    counted = {"cancelled": slots.cancelled_partner, "booked": slots.booked}
    return {**counted, "share": _percent(share)}


def _no_failures(check: PartnerCheck, seen: Supplied) -> Filled | None:
    started, _ = settled(seen.partner, seen.rows)
    batches = max(seen.partner.claimed_batches or 0, started)
    if seen.partner.claimed_failures != 0 or batches < check.limits["batches"]:
        return None
    # No failure in n batches: rates up to 1 - (1 - confidence)^(1/n) are not excluded.
    ceiling = 1 - (1 - float(check.limits["confidence"])) ** (1 / batches)
    return {"batches": batches, "ceiling": _percent(ceiling)}


def _failures_in_table(_check: PartnerCheck, seen: Supplied) -> Filled | None:
    claimed, lost = seen.partner.claimed_failures, lost_at_least(seen.partner, seen.rows)
    if claimed is None or seen.slots is None or lost <= claimed:
        return None
    started, month = settled(seen.partner, seen.rows)
    return {
        "claimed": claimed or "No",
        "lost": lost,
        "started": started,
        "month": month,
        "completed": seen.slots.completed,
    }


def _fewer_critical(_check: PartnerCheck, seen: Supplied) -> Filled | None:
    failures, critical = seen.partner.claimed_failures, seen.partner.critical_deviations
    if failures is None or critical is None or critical >= failures:
        return None
    return {"failures": failures, "critical": critical}


def _numbers_differ(_check: PartnerCheck, seen: Supplied) -> Filled | None:
    numbers = seen.partner.batch_numbers
    if numbers is None or seen.slots is None or numbers == seen.slots.started:
        return None
    return {"numbers": numbers, "started": seen.slots.started}


def _same_cause(_check: PartnerCheck, seen: Supplied) -> Filled | None:
    causes = Counter(" ".join(f.cause.split()).casefold() for f in seen.failures)
    causes.pop("", None)
    most = max(causes.values(), default=0)
    # The cause itself is typed text and stays out of a sentence that every report prints.
    return {"count": most, "failures": len(seen.failures)} if most > 1 else None


def _evasive(_check: PartnerCheck, seen: Supplied) -> Filled | None:
    found = [q for q, answer in seen.answers.items() if answer.reaction in EVASIVE]
    return {"questions": ", ".join(found)} if found else None


def _rooms_not_skill(check: PartnerCheck, seen: Supplied) -> Filled | None:
    capacity, capability = seen.parts.get("capacity"), seen.parts.get("capability")
    if capacity is None or capability is None:
        return None
    limits = check.limits
    if capacity < limits["capacity"] or capability > limits["capability"]:
        return None
    return {"capacity": round(capacity), "capability": round(capability)}


JUDGES: Mapping[Check, Judge] = {
    "no_table": _no_table,
    "few_months": _few_months,
    "full_and_free": _full_and_free,
    "claim_differs": _claim_differs,
    "full_yet_free": _full_yet_free,
    "above_capacity": _above_capacity,
    "does_not_add_up": _does_not_add_up,
    "overbooked": _overbooked,
    "cancelled_by_partner": _cancelled_by_partner,
    "no_failures": _no_failures,
    "failures_in_table": _failures_in_table,
    "fewer_critical": _fewer_critical,
    "numbers_differ": _numbers_differ,
    "same_cause": _same_cause,
    "evasive": _evasive,
    "rooms_not_skill": _rooms_not_skill,
}
