"""What a scheduling workbook shows of itself: structure and counts, never a matched text."""

from datetime import date
from typing import Literal

from pydantic import Field

from readiness.domain.base import Model
from readiness.domain.scale import Level

SheetState = Literal["visible", "hidden", "very_hidden"]


class CellFinding(Model):
    """One sign at one place (domain 4.2.3 and 4.3).

    ``kind``: a stable word. The metrics open their figures to ``overwritten`` (S3), ``error_cell``
    (S4), ``unlocked_formula`` (S2) and ``identifiable`` (S6); further ones are reported only:
    ``hidden_sheet``, ``external_link``, ``broken_name``, ``volatile_date``, ``volatile_formula``,
    ``merged_data``, ``colour_as_data``, ``comment_instruction``, ``comment``, ``circular``,
    ``long_formula``, ``text_date``, ``duplicate_code``, ``code_spelling``, ``double_booking``,
    ``patient_twice``, ``unconfirmed``, ``beyond_fill``, ``other_pattern``, ``conditional_formats``,
    ``no_saved_result``, ``key_sheet``, ``macros``, ``embedded_file``,
    ``staff_identifiable``. ``text``: why it matters, never the content of the cell.
    """

    kind: str
    sheet: str | None = None
    address: str | None = None
    """A1 notation, a cell or a range; None for a sign of the sheet or of the whole file."""
    text: str = ""
    count: int = Field(default=1, ge=0)
    """Cells that it stands for."""


class MapBlock(Model):
    """A rectangle of a sheet's map: the rows of a heading, a table's data, a formula block."""

    kind: Literal["heading", "data", "formula"]
    first_row: int = Field(ge=1)
    first_column: int = Field(ge=1)
    last_row: int = Field(ge=1)
    last_column: int = Field(ge=1)


class SheetScan(Model):
    """One sheet: how it is shown, and how much it stores."""

    name: str
    state: SheetState = "visible"
    protected: bool = False
    password: bool = False
    """Whether the protection asks for a password; without one it still helps against accidents."""
    rows: int = Field(default=0, ge=0)
    columns: int = Field(default=0, ge=0)
    cells: int = Field(default=0, ge=0)
    formula_cells: int = Field(default=0, ge=0)
    blocks: tuple[MapBlock, ...] = ()


class WorkbookScan(Model):
    """One saved version of a scheduling workbook, opened read-only and counted.

    Counts are of cells over all sheets, hidden ones included. A sheet name that itself identifies
    a person stands here as a code.
    """

    file: str
    sha256: str
    modified: date | None = None
    """Last saved, by the file's own properties; None where it does not say."""
    sheet_names: tuple[str, ...] = ()
    structure_hash: str = ""
    """The same for versions whose sheets and headings are the same."""
    formulas_readable: bool = True
    """False for formats that are read by their values only: S2 to S4 are then not measured."""
    formula_cells: int = Field(default=0, ge=0)
    protected_formula_cells: int = Field(default=0, ge=0)
    """Locked cells with a formula, on a protected sheet."""
    overwritten_cells: int = Field(default=0, ge=0)
    """Constants in a column block of which most cells hold formulas of one pattern."""
    block_cells: int = Field(default=0, ge=0)
    """Cells in such blocks."""
    error_cells: int = Field(default=0, ge=0)
    """Cells that show an error."""
    valueless_formula_cells: int = Field(default=0, ge=0)
    """Formulas without a saved result: whether they show an error cannot be known."""
    identifiable: dict[str, int] = Field(default_factory=dict)
    """Places by kind: name, birth_date, record_number, initials, partial_date, email, phone."""
    identifiable_places: dict[str, int] = Field(default_factory=dict)
    """The same places by where they are: cell, hidden_cell, comment, defined_name, property, ..."""
    patient_level: Level | None = None
    """S6 as far as the file can tell: 1, 2 or 3; more than 3 takes a person (domain 4.2.3)."""
    patient_level_reason: str = ""
    stem: str = ""
    """The file's name in lower case without version marks and dates: copies share it (S1)."""
    name_has_version: bool = False
    name_has_date: bool = False
    change_rows: int = Field(default=0, ge=0)
    """Rows of a sheet that lists changes, if there is one (S7)."""
    findings: tuple[CellFinding, ...] = ()
    sheets: tuple[SheetScan, ...] = ()
    editors: tuple[str, ...] = ()
    """Codes of those who saved it, as far as the file's properties say."""
    external_links: int = Field(default=0, ge=0)
    macros: bool = False
