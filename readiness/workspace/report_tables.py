"""The two tables of a gap report that people fill, and one report while it is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from readiness.domain.planning import ACTION_STATUSES
from readiness.domain.tracking import STATUSES
from readiness.files.anatomy import Anatomy
from readiness.files.opened import OpenedFile
from readiness.report import columns
from readiness.report.exported import Cells, Exported
from readiness.report.layout import FINDINGS, REGISTER, ROADMAP, Column
from readiness.workspace.offline import Origin
from readiness.workspace.report_fields import ACTION
from readiness.workspace.returned import Remarks

WHAT_IF = "What-if level"
CAPABILITY = "Capability"


@dataclass(frozen=True)
class Kind:
    """One of the tables: its columns, the heading of its ids, and what people fill.

    ``prefix``: of an item of it, where ids of two tables are alike; ``empty``: what an emptied
    cell says; ``statuses``: the list of its Status.
    """

    columns: Sequence[Column]
    id: str
    telling: str
    fields: Sequence[str]
    prefix: str = ""
    empty: Mapping[str, str] = field(default_factory=dict)
    statuses: Sequence[str] = STATUSES

    @property
    def headings(self) -> dict[str, str]:
        """Heading by key."""
        return {c.key: c.heading for c in self.columns}


KINDS = {
    REGISTER: Kind(columns.REGISTER, "ID", CAPABILITY, columns.GAP_FIELDS),
    FINDINGS: Kind(columns.FINDINGS, "Finding ID", "Finding", columns.FINDING_FIELDS),
    ROADMAP: Kind(
        columns.ROADMAP,
        "ID",
        CAPABILITY,
        columns.ACTION_FIELDS,
        ACTION,
        {"status": "planned"},
        ACTION_STATUSES,
    ),
}


@dataclass(frozen=True)
class Reading:
    """One report being read."""

    opened: OpenedFile
    anatomy: Anatomy
    exported: Exported
    origin: Origin
    remarks: Remarks

    def left(self, sheet: str) -> Mapping[str, Cells]:
        """What left in the rows of a table, by id."""
        tables = {
            REGISTER: self.exported.gaps,
            FINDINGS: self.exported.findings,
            ROADMAP: self.exported.actions,
        }
        return tables[sheet]
