"""The last stress test below the drills: its figures, and everything that they came from."""

from collections.abc import Iterator
from textwrap import wrap

from readiness.domain.simulated import Interval, KeptRun, Simulated, Waiting
from readiness.report.cells import Page
from readiness.report.facts import Facts
from readiness.report.stress_words import pairs_in_words, slack_in_words

NAME, VALUE, LOW, HIGH, USUAL, UNIT, ORIGIN = 1, 3, 4, 5, 6, 7, 9
"""Columns of the sheet that the section uses."""
LETTERS = 150
"""Of a line of words: as many as the columns of the sheet hold on paper."""
Line = tuple[str, float | None, float | None, float | None]
"""What it is, its value and its 90 % interval."""


def write_stress(page: Page, facts: Facts, last: int) -> int:
    """Write the section two rows below ``last``, as values; returns its last row.

    Nothing is written where nobody simulated.
    """
    kept = facts.assessment.simulation
    if kept is None:
        return last
    row = last + 2
    page.text((row, NAME), "Stress test: what the figures of this maker imply", "section")
    for line in _provenance(kept):
        row += 1
        page.text((row, NAME), line, "note")
    row = _figures(page, kept, row + 1)
    row = _told(page, kept, row)
    return _assumptions(page, kept, row + 2)


def _provenance(kept: KeptRun) -> Iterator[str]:
    given = kept.parameters
    counted = given.horizon_days - given.warm_up_days
    yield (
        f"Simulated {kept.on.isoformat()}: {given.replications} replications of {counted:g} days "
        f"after {given.warm_up_days:g} days of warm-up, seed {given.seed}; engine "
        f"{kept.engine_version}, content {kept.content_version}. Same seed, same figures."
    )
    yield f"Shocks: {'; '.join(kept.shocks) or 'none'}. It moves no score; a model is no promise."
    yield from (f"{warning[0].upper()}{warning[1:]}." for warning in kept.shocked.warnings)


def _figures(page: Page, kept: KeptRun, row: int) -> int:
    heads = {NAME: "Figure", VALUE: "As simulated", LOW: "90 % from", HIGH: "to", UNIT: "Unit"}
    if kept.usual:
        heads[USUAL] = "No shock"
    for column in range(NAME, UNIT + 1):
        look = "head_open" if column == NAME else "head_mid"
        page.text((row, column), heads.get(column, ""), look)
    usual = {name: value for (name, value, _, _), _ in _lines(kept.usual)} if kept.usual else {}
    for (name, value, low, high), unit in _lines(kept.shocked):
        row += 1
        page.text((row, NAME), name, "wrap_bold")
        page.fill(row, NAME + 1, NAME + 1, "top")
        for column, figure in ((VALUE, value), (LOW, low), (HIGH, high), (USUAL, usual.get(name))):
            page.number((row, column), figure, "top_1")
        page.text((row, UNIT), unit, "top_mid")
    return row


def _lines(found: Simulated) -> Iterator[tuple[Line, str]]:
    """Every figure with its unit."""
    per_cent = {
        "Treated": found.treated,
        "Lost before collection": found.dropped_before,
        "Lost after collection": found.dropped_after,
        "Failed twice": found.failed,
        "Still under way": found.still_waiting,
    } | {f"Use of {name}": use for name, use in found.utilisation.items()}
    for name, share in per_cent.items():
        yield (name, 100 * share.value, 100 * share.low, 100 * share.high), "%"
    yield from _waits("Request to collection", found.access_wait)
    yield from _waits("Vein to vein", found.vein_to_vein)
    yield _line("Patients waiting, mean", found.queue.mean), "patients"
    for cause, lost in found.slots.lost.items():
        if lost.value:
            yield _line(f"Slots lost: {cause}", lost), "slots"
    recovery = found.recovery_weeks
    if recovery and recovery.weeks:
        yield _line("Until the queue is back", recovery.weeks), "weeks"
    if found.doses:
        yield _line("Without a dose", found.doses.stock_out_weeks), "weeks"
        yield _line("Campaigns", found.doses.campaigns), "campaigns"


def _line(name: str, found: Interval) -> Line:
    return name, found.value, found.low, found.high


def _waits(name: str, found: Waiting) -> Iterator[tuple[Line, str]]:
    yield (f"{name}, half within", found.p50, found.p50_low, found.p50_high), "days"
    yield (f"{name}, 9 in 10 within", found.p90, None, None), "days"


def _told(page: Page, kept: KeptRun, row: int) -> int:
    """Today's slack and the worst pair as one patient lives it, where they were asked for."""
    parts = {
        "How much slack there is today": [
            slack_in_words(name, found) for name, found in kept.slack.items()
        ],
        "Two at once": pairs_in_words(kept.cascade, kept.shocks) if kept.cascade else (),
    }
    for heading, sentences in parts.items():
        if sentences:
            row += 2
            page.text((row, NAME), heading, "section")
        for line in (line for sentence in sentences for line in wrap(sentence, LETTERS)):
            row += 1
            page.text((row, NAME), line, "plain")
    return row


def _assumptions(page: Page, kept: KeptRun, row: int) -> int:
    """Each figure that it began from, and where that came from."""
    heads = {NAME: "It began from", VALUE: "Value", ORIGIN: "Where it comes from"}
    for column in range(NAME, ORIGIN + 1):
        page.text((row, column), heads.get(column, ""), "head_open")
    for figure in kept.assumptions:
        row += 1
        page.text((row, NAME), figure.label, "wrap_bold")
        page.fill(row, NAME + 1, NAME + 1, "top")
        page.number((row, VALUE), figure.value, "top_value")
        page.fill(row, LOW, ORIGIN - 1, "top")
        page.text((row, ORIGIN), figure.origin, "wrap")
        page.height(row, 26.0)
    return row
