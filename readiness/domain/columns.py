"""What experts know of other people's logs: headings, values, dates, and the errors of intake."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from readiness.domain.base import Exact, Model
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.evidence import TableKind

Look = Literal["text", "key", "date", "number", "yes_no", "person", "free_text"]
"""What the values of a field look like; ``key`` names a record, a batch, a document, a task."""


class IntakeError(Model):
    """One way in which a file can be refused: ``text`` and ``cure`` may hold {placeholders}."""

    code: str
    text: str
    cure: str
    expected: str = ""


class IntakeErrors(Model):
    """The catalogue of intake errors (content: ``intake-errors.yaml``)."""

    errors: dict[str, IntakeError] = {}

    def problem(
        self,
        code: str,
        file: str,
        *,
        sheet: str | None = None,
        row: int | None = None,
        column: str | None = None,
        found: str = "",
        **facts: object,
    ) -> Problem:
        """The problem of that code with its facts put in.

        Total: a code that the catalogue lacks is spelled out, so that a refusal never fails.
        """
        entry = self.errors.get(code) or IntakeError(
            code=code, text=code.replace("_", " "), cure=""
        )
        return Problem(
            file=file,
            message=_fill(entry.text, facts),
            sheet=sheet,
            row=row,
            column=column,
            found=found,
            expected=_fill(entry.expected, facts),
            advice=_fill(entry.cure, facts),
            code=code,
        )

    def refused(self, code: str, file: str, **facts: object) -> InputRefused:
        """The exception for a file that is refused as a whole; the caller raises it."""
        return InputRefused([self.problem(code, file, **facts)])  # type: ignore[arg-type]


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _fill(text: str, facts: Mapping[str, object]) -> str:
    return text.format_map(_Facts(facts))


class FieldContent(Model):
    """One canonical field of one kind, and what people call it."""

    label: str
    look: Look = "text"
    aliases: tuple[str, ...] = ()
    values: str | None = None
    """Name of the vocabulary of ``ColumnContent.values`` that its values are mapped to."""
    keep_unmapped: bool = False
    """Values outside the vocabulary stay as they are (cause codes), not None."""
    several: bool = False
    """A cell may hold several, parted by ``separators``."""


class KindContent(Model):
    """One kind of table: its name and its fields in reading order."""

    name: str
    row: str
    """What one row is, in words."""
    titles: tuple[str, ...] = ()
    """Words in sheet and file names that hint at the kind."""
    fields: dict[str, FieldContent] = {}
    examples: tuple[dict[str, str], ...] = ()
    """Rows marked *example* in the template."""


class DateFormat(Model):
    """A way of writing a date, with an example that a person recognises."""

    format: str
    name: str


class Thresholds(Model):
    """From which similarity a heading is proposed, and from which it is sure (0 to 1)."""

    propose: Exact
    sure: Exact
    kind: Exact
    """Least share of a kind's required headings found for the kind to be recognised."""


class ColumnContent(Model):
    """All of ``columns.yaml``, and the catalogue of errors beside it."""

    version: int
    kinds: dict[TableKind, KindContent]
    values: dict[str, dict[str, tuple[str, ...]]]
    """Vocabulary -> canonical value -> words that mean it."""
    date_formats: tuple[DateFormat, ...]
    empty: tuple[str, ...] = ()
    """Words for *nothing*: n/a, TBD, a dash."""
    totals: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    separators: tuple[str, ...] = ()
    not_names: frozenset[str] = frozenset()
    thresholds: Thresholds
    errors: IntakeErrors = Field(default_factory=IntakeErrors)
