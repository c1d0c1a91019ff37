"""What experts know of other people's scheduling workbooks: shares, words and reasons."""

from datetime import date
from fractions import Fraction

from pydantic import Field

from readiness.domain.base import Exact, Model

_DAY_ZERO = date(1899, 12, 30)


class HeadingWords(Model):
    """Words that a heading is recognised by: whole words, in any case, in any language."""

    patient: tuple[str, ...] = ()
    """Columns about the person treated or the donor."""
    name: tuple[str, ...] = ()
    """Columns of names that do not say whose."""
    name_part: tuple[str, ...] = ()
    """Columns of which every filled cell is part of a person's name."""
    birth: tuple[str, ...] = ()
    birth_year: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    """Columns of initials: of patients where the table has patients or their codes."""
    record: tuple[str, ...] = ()
    """Columns of numbers that a hospital or an insurer gave."""
    code: tuple[str, ...] = ()
    """Columns of codes that stand for patients."""
    staff: tuple[str, ...] = ()
    """Columns that tell that the persons of a table work here or at a partner."""
    resource: tuple[str, ...] = ()
    """Whole headings, as the four below: what a booking takes, a suite or a machine."""
    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    booking: tuple[str, ...] = ()
    """The number of a booking or slot."""
    status: tuple[str, ...] = ()


class ScanRules(Model):
    """How a scheduling workbook is looked at (content: ``scan.yaml``; domain 4.2.3 and 4.3)."""

    version: int = 1
    block_share: Exact = Fraction(4, 5)
    """Least share of formulas of one pattern that makes a column of cells a block (S3)."""
    block_min_cells: int = Field(default=5, ge=2)
    """Fewer cells than that are no block: one typed value among two says nothing."""
    heading_search_rows: int = Field(default=20, ge=1)
    """Filled rows from the top among which the first heading is looked for."""
    heading_min_cells: int = Field(default=2, ge=1)
    heading_width: Exact = Fraction(1, 2)
    """Least width of a heading, as a share of the widest row looked at."""
    heading_text_share: Exact = Fraction(4, 5)
    """Least share of texts among the cells of a heading; the rest may be years or dates."""
    long_formula: int = Field(default=200, ge=1)
    """Characters; longer formulas are reported."""
    most_conditional: int = Field(default=50, ge=1)
    """Rules of conditional formats on one sheet; more are reported (domain 4.3)."""
    colour_min_rows: int = Field(default=5, ge=2)
    """Data rows from which on the colours of a table are looked at."""
    colour_most: int = Field(default=8, ge=1)
    """Different fills of a column that can be a code; more are decoration."""
    unique_share: Exact = Fraction(4, 5)
    """Least share of different codes that makes a column one that has each code once."""
    each_address_up_to: int = Field(default=500, ge=1)
    """Up to so many cells of one sign on one sheet each is listed; beyond, one range a column."""
    born_after: date = date(1905, 1, 1)
    born_before: date = date(2010, 1, 1)
    """A date between these is somebody's birthday: no event of a schedule is that old."""
    total_words: tuple[str, ...] = ()
    volatile_functions: tuple[str, ...] = ()
    headings: HeadingWords = HeadingWords()
    key_sheet_words: tuple[str, ...] = ()
    """Names of sheets that lead from codes back to people."""
    change_sheet_words: tuple[str, ...] = ()
    """Names of sheets that keep a list of changes (S7)."""
    version_words: tuple[str, ...] = ()
    """Words in file names that mark a copy or a version."""
    cancelled_words: tuple[str, ...] = ()
    """States of a booking that binds nothing any more."""
    done_words: tuple[str, ...] = ()
    """States of a booking that is over."""
    open_words: tuple[str, ...] = ()
    """What people write where something is still to be confirmed."""
    instruction_words: tuple[str, ...] = ()
    """What makes a comment tell people what to do."""
    not_names: frozenset[str] = frozenset()
    """What tells that a text names nobody: that of ``columns.yaml``, put in as both are loaded."""
    findings: dict[str, str] = {}
    """Kind of finding -> why it matters; may hold {placeholders}."""
    identifiers: dict[str, str] = {}
    """Kind of identifier -> its name in a sentence."""
    places: dict[str, str] = {}
    """Place outside the cells -> its name in a sentence."""
    patient_levels: dict[str, str] = {}
    """Why S6 is at its level: found, partial, key_sheet, coded, nothing."""

    def serial(self, day: date) -> int:
        """The number that a cell stores for a day (1900 date system)."""
        return (day - _DAY_ZERO).days

    def why(self, kind: str, /, **facts: object) -> str:
        """The sentence for a kind of finding; '' where the content has none."""
        return self.findings.get(kind, "").format(**facts)
