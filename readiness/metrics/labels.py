"""What people call the tables and columns that a metric needs: the words of the content."""

import re
from dataclasses import dataclass

from readiness.domain.columns import ColumnContent
from readiness.domain.evidence import TableKind

_BRACKETS = re.compile(r" \(.*\)$")


@dataclass(frozen=True)
class Labels:
    """Names of tables and columns; without content those of the fields, spelled as words."""

    columns: ColumnContent | None = None

    def kind(self, kind: TableKind) -> str:
        """*deviation log*."""
        known = self.columns.kinds.get(kind) if self.columns else None
        return known.name if known else kind.replace("_", " ")

    def column(self, kind: TableKind, name: str) -> str:
        """*Original due date*."""
        known = self.columns.kinds.get(kind) if self.columns else None
        field = known.fields.get(name) if known else None
        return field.label if field else name.replace("_", " ")

    def without(self, kind: TableKind, columns: list[str]) -> str:
        """*the deviation log has no column for process step or area*, or for any that would do."""
        named = [_BRACKETS.sub("", self.column(kind, name)) for name in columns]
        shown = " or ".join(f"{label[:1].lower()}{label[1:]}" for label in named)
        return f"the {self.kind(kind)} has no column for {shown}"
