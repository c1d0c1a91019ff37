"""What experts know of other people's logs: headings, values, dates, and the errors of intake."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from readiness.domain.base import Exact, Model
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.evidence import TableKind
from readiness.domain.tables import TABLES

Look = Literal["text", "key", "date", "number", "yes_no", "date_or_yes", "person", "free_text"]
"""What the values of a field look like; ``key`` names a record, a batch, a document, a task."""


class IntakeError(Model):
    """One way in which a file can be refused; the texts may hold {placeholders}."""

    text: str
    cure: str
    expected: str = ""


class IntakeErrors(Model):
    """The catalogue of intake errors, and the sentences that intake says otherwise."""

    errors: dict[str, IntakeError] = {}
    texts: dict[str, str] = {}

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
        return self._problem(code, file, sheet, row, column, found, facts)

    def _problem(
        self,
        code: str,
        file: str,
        sheet: str | None,
        row: int | None,
        column: str | None,
        found: str,
        facts: Mapping[str, object],
    ) -> Problem:
        facts = {"row": row, "sheet": sheet, "column": column, **facts}
        entry = self.errors.get(code) or IntakeError(text=code.replace("_", " "), cure="")
        return Problem(
            file=file,
            message=_fill(entry.text, facts),
            sheet=sheet or None,
            row=row,
            column=column,
            found=found,
            expected=_fill(entry.expected, facts),
            advice=_fill(entry.cure, facts),
            code=code,
        )

    def refused(
        self,
        code: str,
        file: str,
        *,
        sheet: str | None = None,
        row: int | None = None,
        **facts: object,
    ) -> InputRefused:
        """The exception for a file that is refused as a whole; the caller raises it."""
        return InputRefused([self._problem(code, file, sheet, row, None, "", facts)])

    def text(self, code: str, **facts: object) -> str:
        """The sentence of that code with its facts put in; total like ``problem``."""
        return _fill(self.texts.get(code, code.replace("_", " ")), facts)


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
    """Headings that leave no doubt."""
    ambiguous: tuple[str, ...] = ()
    """Headings that may mean it: proposed, and put to a person."""
    numbering: tuple[str, ...] = ()
    """Headings of any list's numbers: sure over codes that are all different, else ambiguous."""
    values: str | None = None
    """Name of the vocabulary of ``ColumnContent.values`` that its values are mapped to."""
    keep_unmapped: bool = False
    """Values outside the vocabulary stay as they are (cause codes), instead of None."""
    several: bool = False
    """A cell may hold several, parted by ``separators``; the column holds tuples."""
    units: dict[str, float] = {}
    """Units that a heading may name -> what one of them is in the unit of the field."""
    may_be_empty: bool = False
    """A required column whose cells may be empty."""
    coded: str = ""
    """Prefix of the codes that replace a key which identifies somebody or reads as a name."""
    things: bool = False
    """Its values are names of things, so that one which reads as a name is no person's."""
    aside: bool = False
    """Read to decide which rows count; no column of the table."""


class KindContent(Model):
    """One kind of table: its name and its fields in reading order."""

    name: str
    row: str
    """What one row is, in words."""
    titles: tuple[str, ...] = ()
    """Words in sheet and file names that hint at the kind."""
    identified_by: tuple[str, ...] = ()
    """Fields of which one must be there beyond doubt for a file to be taken for this kind."""
    once: tuple[str, ...] = ()
    """The fields that name a record: a second row of the same record is merged into the first."""
    orders: tuple[tuple[str, str], ...] = ()
    """Pairs of dates of which the second cannot lie before the first."""
    fields: dict[str, FieldContent] = {}
    examples: tuple[dict[str, str], ...] = ()
    """Rows of the template, marked there as examples."""


class DateFormat(Model):
    """A way of writing a date, with an example that a person recognises."""

    format: str
    """D, DD, M, MM, MMM (a word), YY, YYYY and the signs between them."""
    name: str


class Thresholds(Model):
    """Similarities (0 to 1) from which something is proposed, or sure."""

    propose: Exact
    sure: Exact
    value: Exact
    contradicted: Exact
    """What a known heading is worth over values that look like something else."""
    candidate: Exact
    """Worth from which a heading is proposed, in doubt; one that its values alone speak for has
    hardly more."""
    kind: Exact
    """Least share of a kind's required columns for the kind to be recognised."""
    alike: Exact
    """Likeness of two descriptions from which they are proposed as the same event again."""
    alike_most: int
    """Distinct descriptions that are compared; with more none is (time grows with the square)."""
    same_columns: int = 3
    """Columns that rows without a number must share, a date among them, to be told alike."""
    other_numbering: int = 5
    """Records of one number that all differ, from which two logs may number alike."""
    swapped: int = 3
    """Texts with the month first, and real dates with small days, from which these may be wrong."""
    values_known: Exact = Fraction(4, 5)
    """Share of a column's words that a vocabulary knows, from which it is proposed by them."""
    times: Exact
    """Share of a column's values that are times of day, from which it is said that they are."""
    remark_words: int = 3
    """Words from which on the one filled cell of a row is a remark."""
    fields: int = 2
    """Least number of fields found for it, where no title names the kind."""
    many_fields: int = 3
    """So many fields found need none that identifies the kind."""


class ColumnContent(Model):
    """All of ``columns.yaml``, and the catalogue of errors beside it."""

    version: int
    thresholds: Thresholds
    kinds: dict[TableKind, KindContent]
    values: dict[str, dict[str, tuple[str, ...]]]
    """Vocabulary -> canonical value -> words that mean it."""
    date_formats: tuple[DateFormat, ...]
    years: tuple[int, int]
    """The first and the last year that a log plausibly holds."""
    months: tuple[tuple[str, ...], ...] = Field(min_length=12, max_length=12)
    """The names of the twelve months."""
    empty: tuple[str, ...] = ()
    """Words for *nothing*: n/a, TBD, a dash."""
    no_date: tuple[str, ...] = ()
    """Further such words where a date is expected: open, pending."""
    totals: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    separators: tuple[str, ...] = ()
    not_names: frozenset[str] = frozenset()
    """Lower-case words that no person's name holds."""
    texts: dict[str, str] = {}
    """What intake says of headings and layouts; the rest is said by ``errors``."""
    errors: IntakeErrors = IntakeErrors()

    @cached_property
    def no_person(self) -> frozenset[str]:
        """What tells that a text names nobody, for tables and workbooks alike, in lower case.

        Words that no name holds, and words of the vocabularies as a whole: *menschliches versagen*
        reads as a name and is a cause.
        """
        known = (
            word.casefold()
            for meanings in self.values.values()
            for canonical, words in meanings.items()
            for word in (canonical, *words)
        )
        return self.not_names.union(word for word in known if " " in word)

    def say(self, code: str, **facts: object) -> str:
        """The sentence of that code with its facts put in; total like ``errors.text``."""
        if code in self.texts:
            return _fill(self.texts[code], facts)
        return self.errors.text(code, **facts)

    @model_validator(mode="after")
    def _fits_the_tables(self) -> "ColumnContent":
        for kind, content in self.kinds.items():
            own = {name for name, field in content.fields.items() if not field.aside}
            wanted = set(TABLES[kind].columns)
            if own != wanted:
                odd = ", ".join(sorted(own ^ wanted))
                raise ValueError(f"kind {kind}: these fields and the table's do not agree: {odd}")
            people = {name for name, field in content.fields.items() if field.look == "person"}
            if people != set(TABLES[kind].people):
                odd = ", ".join(sorted(people ^ set(TABLES[kind].people)))
                raise ValueError(f"kind {kind}: these hold people here or there alone: {odd}")
            used = {f.values for f in content.fields.values() if f.values} - self.values.keys()
            named = {
                *content.once,
                *content.identified_by,
                *(name for pair in content.orders for name in pair),
            } - own
            if used or named:
                odd = ", ".join(sorted(used | named))
                raise ValueError(f"kind {kind}: there is nothing called {odd}")
        return self
