"""The answer of a simulation in lines of text, for the command line."""

from readiness.domain.simulated import Interval, Simulated, Waiting
from readiness.report.numerals import one, percent


def simulation_lines(seen: Simulated) -> list[str]:
    """The answer in lines of text, each figure with its 90 % interval."""
    lines = [
        f"{seen.replications} replications, {_figure(seen.requests)} requests each after warm-up",
        f"Treated: {_share(seen.treated)}",
        f"Dropped before collection: {_share(seen.dropped_before)}",
        f"Dropped after collection: {_share(seen.dropped_after)}",
        f"Failed: {_share(seen.failed)}",
        f"Still waiting at the end: {_share(seen.still_waiting)}",
        f"Request to collection: {_days(seen.access_wait)}",
        f"Vein to vein: {_days(seen.vein_to_vein)}",
        (
            f"Queue: {_figure(seen.queue.mean)} patients on average, 95 % of days at most"
            f" {one(seen.queue.p95)}"
        ),
    ]
    lines += [f"Use of {name}: {_share(use)}" for name, use in seen.utilisation.items()]
    lost = [f"{cause} {_figure(slots)}" for cause, slots in seen.slots.lost.items() if slots.value]
    lines.append(
        f"Slots: {one(seen.slots.offered)} offered, {_figure(seen.slots.used)} used"
        + (f"; lost: {', '.join(lost)}" if lost else "")
    )
    if seen.doses:
        lines.append(f"Weeks without a dose: {_figure(seen.doses.stock_out_weeks)}")
        lines.append(f"Campaigns: {_figure(seen.doses.campaigns)}")
    if seen.recovery_weeks:
        lines.append(_recovery(seen))
    return [*lines, *(f"Warning: {warning}" for warning in seen.warnings)]


def _recovery(seen: Simulated) -> str:
    found = seen.recovery_weeks
    if found is None or found.weeks is None:
        return "Recovery: the queue never came back to its usual length"
    return (
        f"Recovery: {_figure(found.weeks)} weeks until the queue was back at its usual length, "
        f"in {percent(found.share)} of the replications"
    )


def _figure(interval: Interval) -> str:
    return f"{one(interval.value)} ({one(interval.low)} to {one(interval.high)})"


def _share(interval: Interval) -> str:
    low, high = max(0.0, interval.low), min(1.0, interval.high)
    return f"{one(100 * interval.value)} % ({one(100 * low)} to {one(100 * high)})"


def _days(waiting: Waiting) -> str:
    if waiting.p50 is None:
        return "nobody got there"
    return (
        f"median {one(waiting.p50)} days ({one(waiting.p50_low)} to {one(waiting.p50_high)}), "
        f"80 % within {one(waiting.p80)}, 90 % within {one(waiting.p90)}, 95 % within"
        f" {one(waiting.p95)}"
    )
