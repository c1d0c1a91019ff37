"""The two tables of a gap report that people fill, and one report while it is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.files.anatomy import Anatomy
from readiness.files.opened import OpenedFile
from readiness.report import columns
from readiness.report.exported import Cells, Exported
from readiness.report.layout import FINDINGS, REGISTER, Column
from readiness.workspace.offline import Origin
from readiness.workspace.returned import Remarks

WHAT_IF = "What-if level"
CAPABILITY = "Capability"


@dataclass(frozen=True)
class Kind:
    """One of the two tables: its columns, the heading of its ids, and what people fill."""

    columns: Sequence[Column]
    id: str
    telling: str
    fields: Sequence[str]

    @property
    def headings(self) -> dict[str, str]:
        """Heading by key."""
        return {c.key: c.heading for c in self.columns}


KINDS = {
    REGISTER: Kind(columns.REGISTER, "ID", CAPABILITY, columns.GAP_FIELDS),
    FINDINGS: Kind(columns.FINDINGS, "Finding ID", "Finding", columns.FINDING_FIELDS),
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
        return self.exported.gaps if sheet == REGISTER else self.exported.findings
