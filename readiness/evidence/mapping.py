"""What a person confirmed of one file: the entry of ``evidence.yaml`` (formats)."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from readiness.domain.base import Model
from readiness.domain.evidence import TableKind

REAL_DATES = "excel"
"""The date format of a file whose dates are real dates, not texts."""


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, int) else value


class LeftOut(Model):
    """Rows that a person leaves out, by the numbers of the file."""

    rows: Annotated[tuple[int, ...], BeforeValidator(_one_or_many)]
    reason: str
    sheet: str | None = None
    """Which sheet's rows, where several are read as one."""


class Place(Model):
    """One row of the file."""

    row: int
    sheet: str | None = None
    """Which sheet's, None where there is but one."""


class FileMapping(Model):
    """How one file is to be read.

    ``columns``: field -> heading; a second column of the same heading is ``Heading (2)``, one
    without a heading ``Column D``. ``values``: field -> word of the file -> canonical value, None
    for *counts as not given*; what the content knows need not be named. ``fixed``: field ->
    canonical value of every row, where the log as a whole says it (a list of call-outs has no
    column for that). ``header_lines``: 2 where ``header_row`` is the lower line of two.
    ``date_format``: one for the file, or by field.
    """

    file: str
    kind: TableKind
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    """Further sheets of the same headings that are read as one table with it."""
    header_row: int = Field(default=1, ge=1)
    header_lines: int = Field(default=1, ge=1, le=2)
    date_format: str | dict[str, str] | None = None
    columns: dict[str, str] = {}
    values: dict[str, dict[str, str | None]] = {}
    fixed: dict[str, str] = {}
    leave_out: tuple[LeftOut, ...] = ()
    similar: tuple[tuple[Place, ...], ...] | None = None
    """Records without a cause that a person confirmed to be the same event again, by their
    descriptions; empty: all that was proposed was refused; None: nobody was asked."""

    not_similar: tuple[tuple[Place, ...], ...] = ()
    """Groups that were proposed and refused: a later answer on their records is held against it."""
    to_confirm: tuple[str, ...] = ()
    """Sentences for what nobody has confirmed yet; nothing is read while there is one."""

    def date_format_of(self, field: str) -> str | None:
        """The way in which a field's dates are written, None if nobody said."""
        if isinstance(self.date_format, dict):
            return self.date_format.get(field)
        return self.date_format

    def entry(self) -> dict[str, Any]:
        """The entry of ``evidence.yaml``: what differs from the defaults, plain types only."""
        return self.model_dump(mode="json", exclude_defaults=True)
