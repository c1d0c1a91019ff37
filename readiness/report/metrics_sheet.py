"""Metrics: every figure from the records, its level by cut points, and whether it counts."""

from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import METRICS, Value, headings, put_row, row_height, title
from readiness.report.numerals import beside
from readiness.report.places import Places
from readiness.report.printing import colour_levels, colour_when, print_page, protect
from readiness.report.styles import ALERT
from readiness.scoring.judge import level_of

INTERVALS = {
    "poisson": "exact Poisson",
    "wilson": "Wilson",
    "bootstrap": "bootstrap",
    "order": "order statistics",
    "census": "census, no interval",
    "ordinal": "ordinal",
}
SPAN = "interval touches"

FORMULAS = {
    "level": '=IF(ISNUMBER({raw}),IF(ISNUMBER({cap}),MIN({raw},{cap}),{raw}),"")',
    "level_low": '=IF(ISNUMBER({raw}),IF(ISNUMBER({cap}),MIN({raw_low},{cap}),{raw_low}),"")',
    "level_high": '=IF(ISNUMBER({raw}),IF(ISNUMBER({cap}),MIN({raw_high},{cap}),{raw_high}),"")',
    "usable": (
        '=IF(NOT(ISNUMBER({raw})),"no",IF(OR({held}="yes",{raw_high}-{raw_low}+1>Max_span),"no",'
        'IF({raw_high}-{raw_low}=1,"soft","yes")))'
    ),
    "scored": '=IF({usable}="no","",{level})',
}


def write_metrics(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet: one row a metric, in content order."""
    page = book.pages[METRICS]
    grid = at.metrics
    title(page, "Metrics", _says(facts))
    headings(page, grid, 32)
    measured = {m.metric: m for m in facts.result.measurements}
    for metric in facts.questionnaire.metrics:
        row = at.metric_row[metric.id]
        found = measured.get(metric.id) or Measurement(metric=metric.id, reason="not supplied")
        values = _values(facts, metric, found)
        put_row(page, grid, row, values, FORMULAS | _levels(metric, at))
        _link(page, at, metric, row)
        tall = ("metric", "counts", "remark", "pitfalls", "trend", "interval")
        row_height(page, grid, row, {key: values.get(key) for key in tall})
    for key in ("level", "level_low", "level_high", "scored"):
        colour_levels(page, grid.cells(key), f"{grid.letter(key)}{grid.start}")
    usable = grid.letter("usable") + str(grid.start)
    colour_when(page, grid.cells("usable"), f'{usable}="no"', ALERT)
    page.sheet.freeze_panes = f"C{grid.start}"
    page.sheet.auto_filter.ref = f"A{grid.head}:{grid.letter('pitfalls')}{grid.end}"
    page.sheet.column_dimensions.group(
        grid.letter("kind"), grid.letter("raw_high"), outline_level=1, hidden=True
    )
    print_page(
        page, paper="A3", area=f"A1:{grid.letter('pitfalls')}{grid.end}", rows=f"1:{grid.head}"
    )
    protect(page)
    return page


def _says(facts: Facts) -> str:
    window = facts.result.window
    words = facts.words["batches"]
    if window is None:
        typed = facts.assessment.window
        if typed is None:
            return "No window: nothing was measured."
        return f"Window {typed.from_} to {typed.to}, {typed.batches} {words} started, typed in."
    count = "no list of" if window.batches is None else str(window.batches)
    return (
        f"Window {window.from_} to {window.to}, {count} {words} started. Intervals cover 80 %. A "
        "metric counts only if its interval touches few enough levels."
    )


def _values(facts: Facts, metric: Metric, found: Measurement) -> dict[str, Value]:
    raw = found.uncapped or found.level
    ends = _ends(facts, metric, found)
    kind = _kind(facts, metric, found)
    return {
        "id": metric.id,
        "metric": metric.name,
        "unit": metric.unit,
        "value": found.value,
        "counts": _counts(facts, metric, found),
        "low": found.low,
        "high": found.high,
        "level": found.level,
        "level_low": found.level_low,
        "level_high": found.level_high,
        "usable": ("soft" if found.soft else "yes") if found.usable else "no",
        "scored": found.level if found.usable else None,
        "given": raw if kind == "given" else None,
        "interval": _interval(metric, found),
        "informs": ", ".join(metric.capabilities),
        "cap": facts.questionnaire.records.suspicion_cap if found.suspicion else None,
        "trend": found.trend.text if found.trend else "",
        "remark": "; ".join(
            part for part in (found.reason, found.more_needed, found.remark, beside(found)) if part
        ),
        "pitfalls": metric.pitfalls,
        "kind": kind,
        "held": "yes" if _is_held_back(found) else "",
        "raw": raw,
        "raw_low": min(ends) if raw else None,
        "raw_high": max(ends) if raw else None,
    }


def _kind(facts: Facts, metric: Metric, found: Measurement) -> str:
    """Where the level comes from: ``cuts``, ``given`` by a person or a rule, or nowhere."""
    raw = found.uncapped or found.level
    if raw is None:
        return "none"
    seen = facts.evidence.observation_by_metric.get(metric.id)
    typed = next((m for m in facts.assessment.measurements if m.metric == metric.id), None)
    given = (seen and seen.level) or (typed and typed.level) or found.value is None
    if given or level_of(found.value or 0, metric, facts.assessment.profile.modality) != raw:
        return "given"
    return "cuts"


def _ends(facts: Facts, metric: Metric, found: Measurement) -> list[int]:
    """The level and, where there is an interval, the levels of its ends, before any cap."""
    levels: list[int] = [found.uncapped or found.level or 1]
    if found.low is not None and found.high is not None:
        modality = facts.assessment.profile.modality
        levels += [level_of(end, metric, modality) for end in (found.low, found.high)]
    return levels


def _is_held_back(found: Measurement) -> bool:
    """Not counted for another reason than a wide interval, which the formula judges itself."""
    return not found.usable and SPAN not in (found.reason or "")


def _counts(facts: Facts, metric: Metric, found: Measurement) -> str:
    batches = facts.words["batches"]
    if found.exposure is not None:
        started = _batches(facts)
        unit = f" {batches}" if metric.batches_needed and found.exposure == started else ""
        return f"{found.events} in {float(found.exposure):g}{unit}"
    if found.trials is not None:
        return f"{found.events} of {found.trials}"
    return f"{found.n} values" if found.n is not None else ""


def _batches(facts: Facts) -> int | None:
    """Batches started in the window that holds: other exposures are pages, bookings, releases."""
    if facts.result.window is not None and facts.result.window.batches is not None:
        return facts.result.window.batches
    return facts.assessment.window.batches if facts.assessment.window else None


def _interval(metric: Metric, found: Measurement) -> str:
    if found.carried_over:
        return "carried over"
    if found.interval_unknown:
        return "interval unknown"
    if found.value is None and found.level is None:
        return ""
    return INTERVALS[metric.interval]


def _levels(metric: Metric, at: Places) -> dict[str, str]:
    """The level by cut points of this metric's own row on Assumptions, before any cap."""
    value, low, high = (_by_cuts(metric, at, f"{{{key}}}") for key in ("value", "low", "high"))
    both = "AND(ISNUMBER({raw}),ISNUMBER({low}),ISNUMBER({high}))"
    return {
        "raw": f'=IF({{kind}}="given",{{given}},IF({{kind}}="cuts",{value},""))',
        "raw_low": f"=IF({both},MIN({{raw}},{low},{high}),{{raw}})",
        "raw_high": f"=IF({both},MAX({{raw}},{low},{high}),{{raw}})",
    }


def _by_cuts(metric: Metric, at: Places, cell: str) -> str:
    sign = "<=" if metric.direction == "high" else ">="
    formula = f"1+SUMPRODUCT(--({cell}{sign}{at.cuts(metric.id)}))"
    row = at.cut_row[metric.id]
    for number in reversed(range(len(metric.special))):
        value, level = (f"Assumptions!${'IJKLMNOP'[2 * number + n]}${row}" for n in (0, 1))
        formula = f"IF({cell}={value},{level},{formula})"
    return formula


def _link(page: Page, at: Places, metric: Metric, row: int) -> None:
    place = at.metrics.at("evidence", row)
    block = at.blocks.get(metric.id)
    if block is None:
        page.text(place, "", "top")
        return
    first, last = block
    words = f"{last - first + 1} rows" if last > first else "1 row"
    page.link(
        place, words, at.evidence.sheet, f"A{first}:{at.evidence.last_letter}{last}", "top_link"
    )
