"""Figures typed in where no log exists, and looks into executed records (method 3)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from readiness.domain.assessment import Assessment, Detection, TypedMeasurement, Window
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.evidence import Evidence
from readiness.domain.metric import Metric
from readiness.domain.rules import RecordRules
from readiness.metrics.window import months_before
from readiness.store import WHOLE, Put, Saved, entry_of
from readiness.workspace.measuring import evidence_of
from readiness.workspace.notes import check_note
from readiness.workspace.session import Session

Part = Literal["events", "exposure", "trials", "value", "n", "level"]


@dataclass(frozen=True)
class Asked:
    """A figure to type: which, what it is called here, and whether it may stay open."""

    part: Part
    label: str
    needed: bool = True


def asked(metric: Metric) -> tuple[Asked, ...]:
    """What is typed for a metric: the raw counts, never only the value (method 3)."""
    level = (Asked("level", "Level, with its source", needed=False),) if metric.typed_level else ()
    if metric.interval == "poisson":
        return (Asked("events", "Events counted"), Asked("exposure", "Over how many"), *level)
    if metric.interval == "wilson" or metric.typed_as_counts:
        return (Asked("events", "How many of them"), Asked("trials", "Out of"), *level)
    if metric.interval == "ordinal":
        return (Asked("level", "Level, with its source"),)
    if metric.interval == "census":
        return (Asked("value", f"Value, {metric.unit}", needed=not level), *level)
    return (Asked("value", f"Value, {metric.unit}"), Asked("n", "Counted from how many"))


def not_typed(
    assessment: Assessment, metrics: tuple[Metric, ...], evidence: Evidence
) -> list[Metric]:
    """Metrics that may be typed: neither measured from records nor typed already."""
    typed = {m.metric for m in assessment.measurements}
    return [m for m in metrics if m.id not in typed and not is_measured(evidence, m.id)]


def is_measured(evidence: Evidence, metric: str) -> bool:
    """Whether the records give a figure for a metric."""
    seen = evidence.observation_by_metric.get(metric)
    return seen is not None and seen.missing is None


def proposed_window(assessment: Assessment, evidence: Evidence, rules: RecordRules) -> Window:
    """That of the records, else the one typed before, else the months that content asks for."""
    records = evidence.window
    if records is not None and records.batches is not None:
        return _window(records.from_, records.to, records.batches)
    if assessment.window is not None:
        return assessment.window
    return _window(months_before(assessment.as_of, rules.window_months), assessment.as_of, 0)


def _window(begins: date, ends: date, batches: int) -> Window:
    return Window.model_validate({"from": begins, "to": ends, "batches": batches})


def type_in(
    session: Session,
    assessment: str,
    metric: str,
    figures: Mapping[Part, Any],
    source: str,
    window: Window,
) -> Saved:
    """Keep a typed figure and its window, all checked, as one change.

    Raises InputRefused for a metric that the records measure, a window that differs from theirs,
    figures that cannot be, and a missing source; IdentifierFound for a source that names somebody.
    """
    check_note(source)
    loaded = session.store.load(session.actor, assessment)
    content = session.questionnaire(loaded.assessment.questionnaire)
    evidence = evidence_of(session, assessment, loaded, content)
    known = content.metric_by_id.get(metric)
    if known is None:
        raise InputRefused([Problem(metric, "There is no such metric")])
    given = {part: value for part, value in figures.items() if value is not None}
    problems = [
        *_measured_twice(metric, evidence),
        *_other_window(window, evidence),
        *_figures(known, given),
        *_places(known, source, window, loaded.assessment.as_of),
    ]
    if problems:
        raise InputRefused(problems)
    typed = TypedMeasurement.model_validate({"metric": metric, "source": source.strip()} | given)
    puts = [Put("measurement", metric, typed), Put("window", WHOLE, window)]
    return session.store.put_many(session.actor, assessment, puts)


def clashes(assessment: Assessment, evidence: Evidence) -> Iterator[Problem]:
    """What was typed against what the records show: the same metric, or another window."""
    for typed in assessment.measurements:
        yield from _measured_twice(typed.metric, evidence)
    if assessment.measurements and assessment.window is not None:
        yield from _other_window(assessment.window, evidence)


def _measured_twice(metric: str, evidence: Evidence) -> Iterator[Problem]:
    if is_measured(evidence, metric):
        advice = "Delete the file it comes from, or leave the tally out"
        yield Problem(metric, "The records measure this already", advice=advice)


def _other_window(window: Window, evidence: Evidence) -> Iterator[Problem]:
    records = evidence.window
    if records is None or records.batches is None:
        return
    theirs = (records.from_, records.to, records.batches)
    if (window.from_, window.to, window.batches) != theirs:
        yield Problem(
            "window",
            "It differs from that of the records, which holds",
            expected=f"{theirs[0]} to {theirs[1]}, {theirs[2]} batches",
            advice="Count the tally again for that window",
        )


def _figures(metric: Metric, given: Mapping[Part, Any]) -> list[Problem]:
    fields = asked(metric)
    alone = metric.typed_level and "level" in given
    missing = [f.label for f in fields if f.needed and f.part not in given and not alone]
    found = [Problem(metric.id, f"{label}: this figure is needed") for label in missing]
    strange = set(given) - {f.part for f in fields}
    found += [Problem(metric.id, f"{part} is not typed for this metric") for part in strange]
    events, trials = given.get("events"), given.get("trials")
    if events is not None and trials is not None and events > trials:
        found.append(Problem(metric.id, f"{events} of {trials} cannot be"))
    for part in ("exposure", "trials", "n"):
        if given.get(part) == 0:
            found.append(Problem(metric.id, "Nothing to count from: leave it unmeasured"))
    if not fields or not given:
        found.append(Problem(metric.id, "No figure was typed"))
    return found


def _places(metric: Metric, source: str, window: Window, as_of: date) -> list[Problem]:
    found = []
    if not source.strip():
        found.append(Problem(metric.id, "Say where the figure comes from", advice="Add a source"))
    if window.from_ > window.to:
        found.append(Problem("window", "It ends before it begins"))
    if window.to > as_of:
        found.append(Problem("window", f"It ends after the as-of date, {as_of.isoformat()}"))
    return found


def take_back(session: Session, assessment: str, metric: str) -> Saved:
    """Take a typed figure away; the window goes with the last one."""
    said = session.store.load(session.actor, assessment).assessment
    puts = [Put("measurement", metric, None)]
    if [m.metric for m in said.measurements] == [metric] and said.window is not None:
        puts.append(Put("window", WHOLE, None))
    return session.store.put_many(session.actor, assessment, puts)


def detect(
    session: Session,
    assessment: str,
    metric: str,
    sampled: int,
    reported: int,
    found_unreported: int,
    on: date,
    *,
    by: str = "assessor",
) -> Saved:
    """Keep a look into executed records that may lift a suspicion (method 3)."""
    if sampled < 1:
        raise InputRefused([Problem(metric, "No record was looked at")])
    check = Detection(
        metric=metric,
        records_sampled=sampled,
        reported=reported,
        found_unreported=found_unreported,
        by=by,
        on=on,
    )
    loaded = session.store.load(session.actor, assessment)
    if on > loaded.assessment.as_of:
        raise InputRefused([Problem(metric, "This day lies after the as-of date")])
    base = entry_of(check).key
    keys = [base, *(f"{base}|{n}" for n in range(2, 100))]
    key = next(k for k in keys if ("detection", k) not in loaded.entries)
    return session.store.put(session.actor, assessment, "detection", key, check, expected=0)


def way_out(metric: Metric, rules: RecordRules) -> str:
    """How a suspicion is lifted, in words."""
    return (
        f"Read {rules.detection_records} executed records, count what was not reported, and enter "
        f"it here ({rules.detection_records_if_nothing} records where nothing was reported and "
        f"nothing found). {metric.id} counts in full once at least "
        f"{float(100 * rules.detection_ratio):.0f} % of what you find had been reported."
    )
