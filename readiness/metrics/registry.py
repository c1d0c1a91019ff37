"""What a metric needs and what it is handed: missing input is an outcome (house, style 2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import pandas as pd

from readiness.domain.evidence import Observation, ObservedWindow, RowRef, TableKind
from readiness.domain.metric import Metric
from readiness.domain.rules import RecordRules
from readiness.domain.scan import WorkbookScan
from readiness.domain.tables import TABLES
from readiness.domain.versions import WorkbookFamily
from readiness.metrics.labels import Labels
from readiness.metrics.logs import Log
from readiness.metrics.tables import Table
from readiness.metrics.window import in_range, within

OUTSIDE = "outside the window"


@dataclass(frozen=True)
class Inputs:
    """What one metric is handed: its definition, the rules, the window, its tables."""

    metric: Metric
    rules: RecordRules
    window: ObservedWindow
    as_of: date
    tables: Mapping[TableKind, Table]
    """Of the kinds that the metric names; an optional one may be missing."""
    scans: tuple[WorkbookScan, ...] = ()
    shared: Mapping[str, Fraction] = field(default_factory=dict)
    """Further figures that any metric of the questionnaire gives, by name."""
    families: tuple[WorkbookFamily, ...] = ()
    """The scheduling workbooks with their saved versions compared."""
    labels: Labels = field(default_factory=Labels)
    log: str = ""
    """What people call the log whose gaps the window has."""

    @property
    def today(self) -> pd.Timestamp:
        """The as-of date as a timestamp."""
        return pd.Timestamp(self.as_of)

    def frame(self, kind: TableKind) -> pd.DataFrame:
        """The whole table of a kind."""
        return self.tables[kind].frame

    def has(self, kind: TableKind, column: str) -> bool:
        """Whether a table of that kind with that column is there."""
        return kind in self.tables and column in self.tables[kind].frame

    def in_window(self, kind: TableKind, column: str) -> pd.DataFrame:
        """The rows whose date in ``column`` lies in the window."""
        frame = self.frame(kind)
        return frame[within(frame[column], self.window)]

    def rest(self, kind: TableKind, counted: pd.DataFrame) -> pd.DataFrame:
        """The rows of a kind outside ``counted``."""
        frame = self.frame(kind)
        return frame[~frame.index.isin(counted.index)]

    def refs(self, kind: TableKind, chosen: pd.DataFrame) -> tuple[RowRef, ...]:
        """Places of rows, for a person to find again."""
        return self.tables[kind].rows(chosen)

    def left_out(
        self,
        kind: TableKind,
        rest: pd.DataFrame,
        otherwise: str = "not counted",
        *,
        date: str = "",
        why: Mapping[str, "pd.Series[bool]"] | None = None,
    ) -> tuple[RowRef, ...]:
        """Rows that a figure passes over, each with the reason in its note.

        The first that holds: no ``date``, a date outside the window, the reasons of ``why`` in
        their order (reason -> True for its rows), ``otherwise``.
        """
        reasons = dict.fromkeys(rest.index, otherwise)
        for reason, holds in reversed(list((why or {}).items())):
            reasons |= {i: reason for i in holds.index[holds] if i in reasons}
        if date:
            reasons |= dict.fromkeys(rest.index[~within(rest[date], self.window)], self.not_covered)
            reasons |= dict.fromkeys(rest.index[~in_range(rest[date], self.window)], OUTSIDE)
            empty = f"“{self.labels.column(kind, date)}” is empty"
            reasons |= dict.fromkeys(rest.index[rest[date].isna()], empty)
        places = zip(self.refs(kind, rest), sorted(reasons), strict=True)
        return tuple(ref.model_copy(update={"note": reasons[i]}) for ref, i in places)

    def looked_up(self, kind: TableKind) -> tuple[RowRef, ...]:
        """All rows of a table that tells of the rows counted and is not counted itself."""
        return self.left_out(kind, self.frame(kind), "looked up, not counted itself")

    @property
    def not_covered(self) -> str:
        """Why a row of the window does not count that lies in one of its gaps."""
        return f"the {self.log} does not cover this day"

    @property
    def batches(self) -> pd.DataFrame:
        """The batches started in the window."""
        return self.in_window("batches", "started")

    def parameter(self, name: str) -> Fraction:
        """A further figure of the definition, out of the content."""
        return self.metric.parameters[name]

    def missing(self, why: str) -> Observation:
        """No figure, and the reason."""
        return Observation(metric=self.metric.id, missing=why)

    def lacking(self, kind: TableKind, *columns: str) -> Observation:
        """No figure for want of a column, or of each of several that would do."""
        why = self.labels.without(kind, list(columns))
        return Observation(metric=self.metric.id, missing=why, lacks=f"{kind}.{columns[0]}")


Run = Callable[[Inputs], Observation]


@dataclass(frozen=True)
class Registered:
    """A metric's function with what it declares."""

    needs: tuple[str, ...]
    """``kind.column`` that must be there, ``kind.one|other`` for either of two;
    ``workbook`` for scanned ones."""
    takes: tuple[TableKind, ...]
    """Kinds that it uses where they are supplied."""
    parameters: tuple[str, ...]
    """Figures that the content must give."""
    run: Run
    log: Log | None = None
    """The log whose silence would change the figure."""


MEASURES: dict[str, Registered] = {}
"""By metric id."""
INSTEAD: dict[str, Run] = {}
"""By metric id: another way to its figure where the files that it needs are missing."""


def instead(metric: str) -> Callable[[Run], Run]:
    """Register a function that is asked where the needs of a metric are not met."""

    def register(run: Run) -> Run:
        INSTEAD[metric] = run
        return run

    return register


def measures(
    metric: str,
    *needs: str,
    takes: tuple[TableKind, ...] = (),
    parameters: tuple[str, ...] = (),
    log: Log | None = None,
) -> Callable[[Run], Run]:
    """Register the function of a metric with its needs."""

    def register(run: Run) -> Run:
        MEASURES[metric] = Registered(needs, takes, parameters, run, log)
        return run

    return register


def unmet(needs: tuple[str, ...], inputs: Inputs) -> Observation | None:
    """No figure for the first need that the files do not meet, in words; None where all are met."""
    for need in needs:
        name, _, columns = need.partition(".")
        if name == "workbook":
            if not inputs.scans:
                return inputs.missing("no scheduling workbook")
            continue
        kind = next(kind for kind in TABLES if kind == name)
        if kind not in inputs.tables:
            return inputs.missing(f"no {inputs.labels.kind(kind)}")
        either = columns.split("|")
        if not any(inputs.has(kind, column) for column in either):
            return inputs.lacking(kind, *(name for name in either if not name.startswith("_")))
    return None
