"""What the lock-in ledger says to the capability of change; no level moves (method 11)."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from readiness.domain.lock_in import LockInRules
from readiness.domain.operating_result import ChoiceResult, LedgerResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.operating_model.concerned import Concerned

PASSED, DEBT, NO_DATE = "lock_in_passed", "lock_in_debt", "lock_in_no_launch_date"


def lock_in_findings(
    rules: LockInRules,
    found: LedgerResult | None,
    capabilities: Mapping[str, CapabilityResult],
    launch: date | None,
    as_of: date,
) -> Iterator[Finding]:
    """A choice that can no longer be undone in time, else one that costs more than it saves."""
    if found is None:
        return
    concerned = Concerned.of(rules.capability, capabilities)
    if launch is None:
        yield concerned.hint(NO_DATE, f"Lock-in ledger: {rules.findings.no_launch_date}")
    for one in found.choices:
        if one.is_passed and one.last_moment and launch:
            said = _passed(rules, one, one.last_moment, launch, as_of)
            yield concerned.warn(PASSED, f"{one.name}: {said}")
        elif one.net > 0:
            yield concerned.hint(DEBT, f"{one.name}: {_debt(rules, one)}")


def _passed(rules: LockInRules, one: ChoiceResult, moment: date, launch: date, as_of: date) -> str:
    left = round(Fraction((launch - as_of).days, 7))
    weeks = round(one.undo_late)
    return rules.findings.passed.format(day=f"{moment:%d %b %Y}", weeks=weeks, left=left)


def _debt(rules: LockInRules, one: ChoiceResult) -> str:
    saved = float(one.weeks_saved)
    return rules.findings.debt.format(
        saved=f"{saved:g}", later=round(one.net + saved), net=round(one.net)
    )
