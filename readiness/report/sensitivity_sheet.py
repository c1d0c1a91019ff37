"""Sensitivity: what the verdict and the first gaps owe to where the cut points lie."""

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.sensitivity import Outcome, Sensitivity
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import SENSITIVITY, Value, headings, put_row, row_height, title
from readiness.report.numerals import series
from readiness.report.places import Places
from readiness.report.printing import colour_levels, print_page, protect
from readiness.report.sentences import capitalised

PLACES = ("first", "second", "third", "fourth", "fifth")


def write_sensitivity(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet, one row a set of cut points; the figures are as exported."""
    page, grid, found = book.pages[SENSITIVITY], at.sensitivity, facts.sensitivity
    share = facts.questionnaire.records.sensitivity
    title(
        page,
        "Sensitivity",
        f"Level and first five gaps with cut points {float(share):.0%} lower and higher, all and "
        "a stream alone. As exported: judged anew by the engine.",
    )
    headings(page, grid)
    if found is None:
        page.text((grid.start, 1), "Not computed for this file.", "note")
    for row, outcome in enumerate(_outcomes(found), start=grid.start):
        values = _values(facts.questionnaire, found, outcome) if found else {}
        put_row(page, grid, row, values)
        row_height(page, grid, row, {"changes": values["changes"], "cuts": values["cuts"]})
    colour_levels(page, grid.cells("level"), f"{grid.letter('level')}{grid.start}")
    page.sheet.freeze_panes = f"C{grid.start}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


def _outcomes(found: Sensitivity | None) -> tuple[Outcome, ...]:
    return (found.base, *found.moved) if found else ()


def _values(content: Questionnaire, found: Sensitivity, outcome: Outcome) -> dict[str, Value]:
    names = {stream.id: stream.name for stream in content.streams}
    as_set = outcome is found.base
    ids = dict(zip(PLACES, outcome.first, strict=False))
    return {
        "cuts": names[outcome.stream] if outcome.stream else "All cut points",
        "moved": "as set" if as_set else f"{float(outcome.factor - 1):+.0%}",
        "level": outcome.level,
        "verdict": outcome.verdict,
        "index": outcome.index,
        **{place: ids.get(place, "") for place in PLACES},
        "changes": "" if as_set else capitalised(changes(found.base, outcome)),
    }


def changes(base: Outcome, other: Outcome) -> str:
    """What moves against the cut points as set: level first, then who comes and who goes."""
    parts = []
    if other.level != base.level:
        parts.append(f"level {other.level} instead of {base.level}")
    elif other.verdict != base.verdict:
        parts.append(f"verdict {other.verdict}")
    came = [id for id in other.first if id not in base.first]
    went = [id for id in base.first if id not in other.first]
    if came or went:
        told = [f"{series(came)} in" if came else "", f"{series(went)} out" if went else ""]
        parts.append(f"of the first five: {', '.join(part for part in told if part)}")
    elif other.first != base.first:
        parts.append("the same first five in another order")
    return "; ".join(parts) or "level and first five stay"


def in_a_line(found: Sensitivity) -> str:
    """*Cut points 20 % lower: level and first five stay. 20 % higher: ...* for the page."""
    told = []
    for outcome in found.moved:
        if outcome.stream is None:
            way = "lower" if outcome.factor < 1 else "higher"
            share = f"{float(abs(outcome.factor - 1)):.0%}".replace("%", " %")
            told.append(f"{share} {way}: {changes(found.base, outcome)}")
    return f"With all cut points {'; '.join(told)}."
