"""Tables to evidence: every metric of the questionnaire, each on its own (house, style 1)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TypeVar

import pandas as pd

from readiness.domain.base import remade
from readiness.domain.columns import ColumnContent
from readiness.domain.complete_logs import CompleteLog
from readiness.domain.evidence import (
    Evidence,
    EvidenceFile,
    EvidenceFinding,
    Exclusion,
    Observation,
    ObservedWindow,
    TableKind,
)
from readiness.domain.metric import Metric
from readiness.domain.prints import VersionPrint
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scan import WorkbookScan
from readiness.domain.versions import WorkbookFamily
from readiness.metrics import (
    batch_records,
    deviations,
    heroics,
    recurrence,
    scheduling,
    version_rate,
)
from readiness.metrics.causes import tolerated
from readiness.metrics.cover import in_words, in_words_stated
from readiness.metrics.exception_types import rule_missing
from readiness.metrics.join_rate import join_test
from readiness.metrics.labels import Labels
from readiness.metrics.logs import Covers
from readiness.metrics.registry import INSTEAD, MEASURES, Inputs, Registered, unmet
from readiness.metrics.slots import slot_facts
from readiness.metrics.tables import Table, prepared
from readiness.metrics.version_findings import version_findings
from readiness.metrics.versions import find_families
from readiness.metrics.window import find_window

Tables = Mapping[TableKind, Table]
T = TypeVar("T")

STREAMS = (batch_records, deviations, heroics, recurrence, scheduling, version_rate)
"""The modules with the metrics; each is registered as its module is imported."""


def measure(
    tables: Mapping[TableKind, pd.DataFrame],
    questionnaire: Questionnaire,
    as_of: date,
    *,
    files: Sequence[EvidenceFile] = (),
    exclusions: Sequence[Exclusion] = (),
    scans: Sequence[WorkbookScan] = (),
    prints: Mapping[str, VersionPrint] | None = None,
    columns: ColumnContent | None = None,
    complete: Sequence[CompleteLog] = (),
) -> Evidence:
    """Observations of all metrics that the questionnaire defines and the product can count.

    ``tables``: by kind, with the fields of formats.md (*Evidence tables*) as columns, dates as
    datetimes, ``batch`` of a deviation a tuple of codes, and ``_file``, ``_sheet``, ``_row`` (from
    1) for the place of each row. ``as_of``: the only clock. ``scans``: of the scheduling workbooks,
    ``prints``: for comparing their versions, by SHA-256. ``columns``: what people call things. A
    log that covers a part of the window is measured on that part, and says so; ``complete``: what
    people state that it covers. No order changes a figure. A metric without input says so; one that
    fails is a finding of kind ``error``. Source: method 3.
    """
    ready, dropped = prepared(tables)
    rules = questionnaire.records
    window = find_window(_register(ready), as_of, rules)
    families, broken = _families(scans, prints or {}, questionnaire, window)
    about = (rules, window, as_of, ready, tuple(scans), _shared(questionnaire), families)
    covers = Covers(ready, window, rules, complete)
    asked = (Inputs(m, *about, Labels(columns)) for m in questionnaire.metrics)
    measured = [_one(inputs, covers) for inputs in asked if inputs.metric.id in MEASURES]
    seen = Evidence(
        observations=tuple(seen for seen, _ in measured if seen is not None),
        window=window,
        files=tuple(files),
        exclusions=(*exclusions, *dropped),
        findings=(*broken, *(one for _, found in measured for one in found)),
        versions=families,
    )
    return _with_register(seen, ready, questionnaire, window)


def _register(tables: Tables) -> pd.DataFrame | None:
    started = tables.get("batches")
    return started.frame if started and "started" in started.frame else None


def _families(
    scans: Sequence[WorkbookScan],
    prints: Mapping[str, VersionPrint],
    questionnaire: Questionnaire,
    window: ObservedWindow,
) -> tuple[tuple[WorkbookFamily, ...], list[EvidenceFinding]]:
    """The versions of each workbook compared; a failure is one finding."""
    asked = _shared(questionnaire)
    days = int(asked.get("live_days", 0))
    found, broken = _on_its_own(
        "The versions of the workbooks could not be compared",
        lambda: find_families(
            scans,
            prints,
            window.to,
            asked.get("family_share"),
            days,
            questionnaire.records.versions,
            window.from_,
        ),
    )
    return found or (), broken


def _with_register(
    seen: Evidence, tables: Tables, questionnaire: Questionnaire, window: ObservedWindow
) -> Evidence:
    """With what the register tells of slots, and how the logs join it; a failure is a finding."""
    slots = slot_facts(_register(tables), window, questionnaire.records.min_batches)
    joins, broken = _on_its_own(
        "The logs could not be joined",
        lambda: join_test(tables, questionnaire.data_readiness.join, window),
    )
    return remade(seen, slots=slots, joins=joins, findings=(*seen.findings, *broken))


def _shared(questionnaire: Questionnaire) -> dict[str, Fraction]:
    return {name: figure for m in questionnaire.metrics for name, figure in m.parameters.items()}


def _one(about: Inputs, covers: Covers) -> tuple[Observation | None, list[EvidenceFinding]]:
    """What a metric sees, and the findings of its records; without a figure if either breaks."""
    metric = about.metric

    def seen_and_found() -> tuple[Observation, list[EvidenceFinding]]:
        seen = _observe(about, covers)
        found = _beyond(metric, about.tables, about.as_of)
        return seen, [*found, *version_findings(metric, about.families)]

    whole, broken = _on_its_own(f"{metric.id} could not be measured", seen_and_found, metric.id)
    return whole or (None, broken)


def _observe(about: Inputs, covers: Covers) -> Observation:
    """One metric, handed only the tables that it names."""
    metric, entry = about.metric, MEASURES[about.metric.id]
    kinds = {need.partition(".")[0] for need in entry.needs} | set(entry.takes)
    handed = {kind: table for kind, table in about.tables.items() if kind in kinds}
    inputs = replace(about, tables=handed)
    lacking = unmet(entry.needs, inputs)
    if lacking is None:
        return _on_what_is_covered(inputs, entry, covers)
    other = INSTEAD[metric.id](inputs) if metric.id in INSTEAD else lacking
    return lacking if other.missing else other


def _on_what_is_covered(inputs: Inputs, entry: Registered, covers: Covers) -> Observation:
    """The metric on the part of the window that its log covers, which the figure says."""
    less = covers.window_of(entry.log) if entry.log else None
    if entry.log is None:
        return entry.run(inputs)
    log, stated = inputs.labels.kind(entry.log.kind), covers.relied_on(entry.log)
    said = in_words_stated(log, stated) if stated else ""
    if less is None:
        return _remarked(entry.run(inputs), said)
    seen = _remarked(entry.run(replace(inputs, window=less, log=log)), said)
    text = in_words(log, less, inputs.window)
    if seen.missing:
        return seen.model_copy(update={"missing": f"{seen.missing}; {text}"})
    remark = "; ".join(part for part in (text, seen.remark) if part)
    return seen.model_copy(update={"window": less, "remark": remark})


def _remarked(seen: Observation, said: str) -> Observation:
    parts = (said, seen.remark)
    return seen.model_copy(update={"remark": "; ".join(filter(None, parts))}) if said else seen


def _beyond(metric: Metric, tables: Tables, as_of: date) -> list[EvidenceFinding]:
    """What the records of a metric tell besides its figure, as far as the content asks for it."""
    asked = metric.parameters
    if metric.id == "D3" and "deviations" in tables and "tolerated_batches" in asked:
        batches, months = asked["tolerated_batches"], asked["tolerated_months"]
        return tolerated(tables["deviations"], int(batches), int(months))
    if metric.id == "H6" and "interventions" in tables and "rule_types" in asked:
        last, types = int(asked["rule_last"]), int(asked["rule_types"])
        today = pd.Timestamp(as_of)
        return rule_missing(tables["interventions"], today, last, types, asked["rule_share"])
    return []


def _on_its_own(
    otherwise: str, part: Callable[[], T], metric: str | None = None
) -> tuple[T | None, list[EvidenceFinding]]:
    """What a part gives; one that breaks is a finding of kind ``error`` and no other part's loss.

    The finding names the kind of the error alone: its message may quote a cell. ``metric``: the
    columns that one lacks have names of ours, and are said.
    """
    try:
        return part(), []
    except Exception as error:  # noqa: BLE001 - strangers' tables break code in any way
        detail = f" ({error.args[0]})" if metric and isinstance(error, KeyError) else ""
        text = f"{otherwise}: {type(error).__name__}{detail}"
        return None, [EvidenceFinding(kind="error", metric=metric, text=text)]
