"""What an answer comes to, said after it was given and never before (screens 3.2)."""

from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, DimensionResult, Result
from readiness.report.numerals import number, plural, two
from readiness.report.remarks import figure
from readiness.report.sentences import Phrase, Sentence, capitalised

SHOWN = 3
"""Figures in the sentence; the rows below it have all."""


def log_says(shown: CapabilityResult, result: Result, content: Questionnaire) -> Sentence:
    """*Your log says level 1, people say 3: two levels apart. Double bookings 2 ...*."""
    if shown.records is None:
        return ()
    said = [Phrase(f"{_source(shown, result)} "), Phrase(f"level {shown.records}", True)]
    apart = 0 if shown.claimed is None else shown.claimed - shown.records
    if abs(apart) >= content.claims.apart:
        far = plural(abs(apart), "level")
        said.append(Phrase(f", people say {shown.claimed}: {far} apart", True))
    return (*said, Phrase(f". {_figures(shown, result, content)}"))


def log_shows(shown: CapabilityResult, result: Result, content: Questionnaire) -> Sentence:
    """The same without a level, for a screen that somebody who is interviewed looks at."""
    if shown.records is None:
        return ()
    lead = _source(shown, result).removesuffix("says").removesuffix("say")
    verb = "shows: " if not lead.startswith("Your typed") else "show: "
    return (Phrase(lead + verb, True), Phrase(_figures(shown, result, content, levels=False)))


def _source(shown: CapabilityResult, result: Result) -> str:
    mine = [m for m in result.measurements if m.metric in shown.metrics_usable]
    if not mine:
        return "Your test says"
    return "Your log says" if any(m.rows for m in mine) else "Your typed figures say"


def _figures(
    shown: CapabilityResult, result: Result, content: Questionnaire, *, levels: bool = True
) -> str:
    mine = [m for m in result.measurements if m.metric in shown.metrics_usable]
    mine.sort(key=lambda m: m.level or 0)
    told = "; ".join(f"{named(m, content, levels=levels)} ({m.metric})" for m in mine[:SHOWN])
    more = len(mine) - SHOWN
    if shown.test is not None:
        held = capitalised(shown.test.text)
        return f"{told}; {held}." if told else f"{held}."
    return told + (f"; and {number(more)} more." if more > 0 else ".")


def named(measured: Measurement, content: Questionnaire, *, levels: bool) -> str:
    """A figure; of one that is a level itself only its name where no level may be seen."""
    metric = content.metric_by_id[measured.metric]
    if levels or (metric.interval != "ordinal" and measured.value is not None):
        return figure(measured, content)
    return capitalised(metric.name)


def effect(
    shown: CapabilityResult, result: Result, without: Result, content: Questionnaire
) -> Sentence:
    """*Counts as 2 of the 4 claimed · Scheduling 2.40, 2.20 without this answer · index 1.93*."""
    name = next(d.short for d in content.dimensions if d.id == shown.dimension)
    now, before = (_score(r, shown.dimension) for r in (result, without))
    if shown.final is None:
        counts: list[Phrase] = [Phrase("Not scored yet", True)]
    else:
        counts = [Phrase("Counts as "), Phrase(str(shown.final), True)]
        if shown.claimed is not None and shown.final < shown.claimed:
            counts.append(Phrase(f" of the {shown.claimed} claimed"))
    moved = "unmoved by this answer" if now == before else f"{before} without this answer"
    return (
        *counts,
        Phrase(f" · {name} "),
        Phrase(now, True),
        Phrase(f", {moved} · index "),
        Phrase(two(result.index), True),
    )


def _score(result: Result, dimension: str) -> str:
    found: DimensionResult = next(d for d in result.dimensions if d.id == dimension)
    return two(found.score)
