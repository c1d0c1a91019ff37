"""Tables to evidence: every metric of the questionnaire, each on its own (house, style 1)."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from readiness.domain.assessment import Profile
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
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scan import WorkbookScan

# Imported for what they register.
from readiness.metrics import (  # noqa: F401
    batch_records,
    deviations,
    heroics,
    recurrence,
    scheduling,
)
from readiness.metrics.causes import tolerated
from readiness.metrics.heroics import rule_missing
from readiness.metrics.registry import MEASURES, Inputs, unmet
from readiness.metrics.tables import Table, prepared
from readiness.metrics.window import find_window

Tables = Mapping[TableKind, Table]


def measure(
    tables: Mapping[TableKind, pd.DataFrame],
    questionnaire: Questionnaire,
    profile: Profile,  # noqa: ARG001 - cut points follow the modality, figures do not
    as_of: date,
    *,
    files: Sequence[EvidenceFile] = (),
    exclusions: Sequence[Exclusion] = (),
    scans: Sequence[WorkbookScan] = (),
) -> Evidence:
    """Observations of all metrics that the questionnaire defines and the product can count.

    ``tables``: by kind, with the fields of formats.md (*Evidence tables*) as columns, dates as
    datetimes, ``batch`` of a deviation a tuple of codes, and ``_file``, ``_sheet``, ``_row`` for
    the place of each row (from 1); an optional field may be absent. ``as_of``: the only clock.
    ``scans``: of the scheduling workbooks. The order of rows, files and scans changes nothing,
    and the tables stay as they are.

    A metric whose input is missing yields an observation that says so; one that fails yields a
    finding of kind ``error`` and no observation. Source: method 3.
    """
    ready, dropped = prepared(tables)
    started = ready.get("batches")
    known = started.frame if started and "started" in started.frame else None
    window = find_window(known, as_of, questionnaire.records)
    about = (questionnaire, window, as_of, ready, tuple(scans))
    measured = [_one(metric, *about) for metric in questionnaire.metrics if metric.id in MEASURES]
    return Evidence(
        observations=tuple(seen for seen, _ in measured if seen is not None),
        window=window,
        files=tuple(files),
        exclusions=(*exclusions, *dropped),
        findings=tuple(finding for _, found in measured for finding in found),
    )


def _one(
    metric: Metric,
    questionnaire: Questionnaire,
    window: ObservedWindow,
    as_of: date,
    tables: Tables,
    scans: tuple[WorkbookScan, ...],
) -> tuple[Observation | None, list[EvidenceFinding]]:
    try:
        seen = _observe(metric, questionnaire, window, as_of, tables, scans)
        return seen, _beyond(metric, tables, as_of)
    except Exception as error:  # noqa: BLE001 - one broken metric must not take the rest along
        return None, [_broken(metric, error)]


def _observe(
    metric: Metric,
    questionnaire: Questionnaire,
    window: ObservedWindow,
    as_of: date,
    tables: Tables,
    scans: tuple[WorkbookScan, ...],
) -> Observation:
    entry = MEASURES[metric.id]
    reason = unmet(entry.needs, tables, scans)
    if reason is not None:
        return Observation(metric=metric.id, missing=reason)
    kinds = {need.partition(".")[0] for need in entry.needs} | set(entry.takes)
    handed = {kind: table for kind, table in tables.items() if kind in kinds}
    shared = {name: figure for m in questionnaire.metrics for name, figure in m.parameters.items()}
    return entry.run(Inputs(metric, questionnaire.records, window, as_of, handed, scans, shared))


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


def _broken(metric: Metric, error: Exception) -> EvidenceFinding:
    """Names the kind of the error alone: its message may quote a cell."""
    detail = f" ({error.args[0]})" if isinstance(error, KeyError) else ""
    text = f"{metric.id} could not be measured: {type(error).__name__}{detail}"
    return EvidenceFinding(kind="error", metric=metric.id, text=text)
