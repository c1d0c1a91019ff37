"""Small tables written as text, and metrics with the figures of the shipped content."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from readiness.domain.assessment import Profile
from readiness.domain.data_readiness import DataReadinessRules
from readiness.domain.evidence import Evidence, Observation
from readiness.domain.join_rules import JoinRules
from readiness.domain.metric import Interval, Metric
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.rules import RecordRules, VersionRules
from readiness.domain.scan import WorkbookScan
from readiness.metrics import measure
from readiness.metrics.registry import MEASURES, Inputs
from readiness.metrics.tables import prepared
from readiness.metrics.window import find_window

AS_OF = date(2026, 6, 30)
DATES = frozenset(
    [
        "started",
        "completed",
        "disposition_date",
        "last_step_date",
        "review_complete_date",
        "last_result_date",
        "discovered",
        "occurred",
        "opened",
        "due",
        "original_due",
        "closed",
        "effective",
        "change_approved",
        "approved",
        "start",
        "end",
        "changed",
        "at",
        "qualified_until",
        "began",
        "needed_until",
    ]
)
YES_OR_NO = frozenset({"planned"})
NUMBERS = frozenset({"pages", "minutes", "hours_to_decision"})

VERSIONS = VersionRules(key_share=Fraction(9, 10), row_alike=Fraction(1, 2))
RULES = RecordRules(
    versions=VERSIONS,
    window_months=12,
    window_batches=20,
    cover_days=30,
    cover_chance=Fraction(1, 20),
    min_batches=5,
    min_trials=5,
    steering=Fraction(4, 5),
    appendix=Fraction(19, 20),
    dispersion=Fraction(3, 2),
    max_span=2,
    suspicion_cap=2,
    detection_records=2,
    detection_records_if_nothing=5,
    detection_ratio=Fraction(4, 5),
    under_reporting=Fraction(3, 10),
    few_metrics_cap=3,
    sensitivity=Fraction(1, 5),
    records_missing_cap=3,
    above_records=1,
    immature_months=6,
    chart_months=10,
    chart_expected=Fraction(5),
    chart_sigmas=Fraction(3),
    index_min_metrics=4,
    identifiable_surcharge=10,
    identifiable_level=2,
    bootstrap_draws=2000,
    seed=20260101,
)

JOINS = JoinRules(settled_days=60, needed=Fraction(49, 50), logs=())

SHAPES: dict[str, tuple[int, Interval, dict[str, Fraction]]] = {
    "D1": (1, "poisson", {}),
    "D2": (1, "poisson", {}),
    "D3": (100, "wilson", {"tolerated_batches": Fraction(3), "tolerated_months": Fraction(6)}),
    "D4": (100, "wilson", {}),
    "D5": (100, "wilson", {}),
    "D6": (100, "wilson", {}),
    "D7": (1, "bootstrap", {"zero_share": Fraction(4, 5)}),
    "D8": (100, "wilson", {}),
    "D9": (100, "wilson", {}),
    "B1": (10, "poisson", {}),
    "B2": (100, "wilson", {}),
    "B3": (100, "wilson", {}),
    "B4": (100, "poisson", {}),
    "B5": (100, "wilson", {}),
    "B6": (1, "bootstrap", {}),
    "B7": (1, "order", {"quantile": Fraction(9, 10)}),
    "B8": (1, "poisson", {}),
    "S1": (
        1,
        "census",
        {
            "live_days": Fraction(90),
            "family_share": Fraction(7, 10),
            "spread_copies": Fraction(3),
        },
    ),
    "S2": (100, "census", {}),
    "S3": (100, "census", {}),
    "S4": (1000, "census", {}),
    "S5": (100, "census", {}),
    "S6": (1, "ordinal", {}),
    "S7": (
        1,
        "ordinal",
        {
            "key_person_share": Fraction(9, 10),
            "key_person_saves": Fraction(3),
            "most_editors": Fraction(8),
        },
    ),
    "S8": (1, "poisson", {}),
    "H1": (1, "poisson", {}),
    "H2": (100, "bootstrap", {}),
    "H3": (100, "census", {"full_cover": Fraction(3)}),
    "H4": (1, "bootstrap", {}),
    "H5": (1, "poisson", {"unknown_share": Fraction(1, 10)}),
    "H6": (
        1,
        "poisson",
        {"rule_last": Fraction(10), "rule_types": Fraction(4), "rule_share": Fraction(4, 5)},
    ),
    "H7": (1, "poisson", {}),
    "H8": (1, "bootstrap", {}),
}


def metric(id: str, **changed: Any) -> Metric:
    """A metric with its factor, interval and parameters; cut points are the scoring's business."""
    factor, interval, parameters = SHAPES[id]
    given: dict[str, Any] = {
        "id": id,
        "name": id,
        "stream": id[0],
        "definition": "",
        "needs": MEASURES[id].needs,
        "unit": "",
        "factor": Fraction(factor),
        "direction": "high",
        "cuts": (4, 3, 2, 1),
        "interval": interval,
        "batches_needed": False,
        "parameters": parameters,
        "words": {"bench": ("operator", "technician")} if id == "H5" else {},
        "capabilities": (),
        "basis": "",
        "pitfalls": "",
    }
    return Metric(**{**given, **changed})


def questionnaire(*metrics: Metric) -> Questionnaire:
    """A questionnaire of these metrics, or of all, without anything else."""
    given: dict[str, Any] = {"records": RULES, "metrics": metrics or tuple(map(metric, SHAPES))}
    joins: dict[str, Any] = {"join": JOINS}
    given["data_readiness"] = DataReadinessRules.model_construct(**joins)
    return Questionnaire.model_construct(**given)


def profile() -> Profile:
    """Of a maker that does not matter here."""
    return Profile(organisation="Test", modality="autologous", stage="phase_1", parties=1)


def table(text: str, file: str = "log.xlsx", sheet: str | None = "Log") -> pd.DataFrame:
    """A table from lines of words: headings first; ``-`` is blank.

    Columns of dates become datetimes. Rows count from 2, as below a heading.
    """
    lines = [line.split() for line in text.splitlines() if line.strip()]
    names, rows = lines[0], lines[1:]
    frame = pd.DataFrame(
        {
            name: [None if row[at] == "-" else row[at] for row in rows]
            for at, name in enumerate(names)
        },
        dtype=object,
    )
    for name in names:
        if name in DATES:
            frame[name] = pd.to_datetime(frame[name].str.replace("T", " "), format="ISO8601")
        elif name in YES_OR_NO:
            frame[name] = frame[name].map({"yes": True, "no": False})
        elif name in NUMBERS:
            frame[name] = pd.to_numeric(frame[name])
    return placed(frame, file, sheet)


def placed(frame: pd.DataFrame, file: str = "log.xlsx", sheet: str | None = "Log") -> pd.DataFrame:
    """The frame with the places of its rows."""
    return frame.assign(_file=file, _sheet=sheet, _row=range(2, len(frame) + 2))


def deviations(text: str) -> pd.DataFrame:
    """A deviation log; a cell of batches is parted by commas."""
    frame = table(text)
    if "batch" in frame:
        cells = [tuple(cell.split(",")) if isinstance(cell, str) else () for cell in frame["batch"]]
        frame["batch"] = pd.Series(cells, index=frame.index, dtype=object)
    return frame


def batches(count: int, first: str = "2026-01-05", every: int = 7, **columns: Any) -> pd.DataFrame:
    """``count`` batches B1, B2, ... started every so many days."""
    started = pd.date_range(first, periods=count, freq=f"{every}D")
    codes = [f"B{number}" for number in range(1, count + 1)]
    return placed(pd.DataFrame({"batch": codes, "started": started, **columns}), "batches.xlsx")


def evidence(
    *metrics: Metric,
    as_of: date = AS_OF,
    scans: Sequence[WorkbookScan] = (),
    **tables: Any,
) -> Evidence:
    """What measure() makes of these tables."""
    kinds: dict[Any, pd.DataFrame] = {**tables}
    return measure(kinds, questionnaire(*metrics), as_of, scans=scans)


def observe(
    id: str, as_of: date = AS_OF, scans: Sequence[WorkbookScan] = (), **tables: pd.DataFrame
) -> Any:
    """The observation of one metric, untyped to compare plainly; an error fails the test."""
    found = evidence(metric(id), as_of=as_of, scans=scans, **tables)
    assert not [f for f in found.findings if f.kind == "error"], found.findings
    (seen,) = found.observations
    return seen


def inputs(id: str, as_of: date = AS_OF, **tables: pd.DataFrame) -> Inputs:
    """What a metric's function is handed."""
    kinds: dict[Any, pd.DataFrame] = {**tables}
    ready, _ = prepared(kinds)
    started = ready["batches"].frame if "batches" in ready else None
    return Inputs(metric(id), RULES, find_window(started, as_of, RULES), as_of, ready)


def keys(observation: Observation) -> list[str]:
    """The record numbers of the rows counted."""
    return [row.key for row in observation.rows]
