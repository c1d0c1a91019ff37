"""An empty log of each kind: headings that intake knows, drop-downs, one row marked as example."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from readiness.domain.columns import ColumnContent, FieldContent
from readiness.domain.evidence import TableKind
from readiness.domain.tables import TABLES

_HELP, _HEADINGS, _EXAMPLE, _LAST = 1, 2, 3, 1000
_DATE_FORMAT = "yyyy-mm-dd"
_LISTS = "Lists"


def template(content: ColumnContent, kind: TableKind) -> bytes:
    """The bytes of an .xlsx log of a kind (formats, *Commands*).

    Row 1 explains, row 2 holds the headings, row 3 is an example that intake skips. Columns with a
    vocabulary carry drop-downs. Raises KeyError for a kind without a table.
    """
    spec = content.kinds[kind]
    fields = [(name, spec.fields[name]) for name in TABLES[kind].columns]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = spec.name.capitalize()[:31]
    sheet.cell(_HELP, 1, content.errors.text("template_help", row=spec.row))
    explained = sheet.cell(_HELP, 1)
    explained.font = Font(italic=True, color="FF5F6B73")
    _headings(sheet, content, kind, fields)
    _example(sheet, content, kind, fields)
    _lists(book, sheet, content, fields)
    sheet.freeze_panes = f"A{_HEADINGS + 1}"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _headings(
    sheet: Worksheet,
    content: ColumnContent,
    kind: TableKind,
    fields: Sequence[tuple[str, FieldContent]],
) -> None:
    for column, (name, field) in enumerate(fields, start=1):
        cell = sheet.cell(_HEADINGS, column, heading(field))
        required = name in TABLES[kind].required
        cell.font = Font(bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor="FF1F3A4D" if required else "FF5E7180")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = max(14, len(str(cell.value)) + 3)
        if help_text := _help(content, field, required=required):
            cell.comment = Comment(help_text, "readiness", width=260, height=90)


def heading(field: FieldContent) -> str:
    """The heading of a field: the first name that intake knows it by, so that it is sure."""
    name = field.aliases[0] if field.aliases else field.label
    return name[:1].upper() + name[1:]


def _help(content: ColumnContent, field: FieldContent, *, required: bool) -> str:
    say = content.errors.text
    parts = [field.label]
    if required:
        parts.append(say("template_required"))
    if field.look == "person":
        parts.append(say("template_person"))
    if field.look in ("date", "date_or_yes"):
        parts.append(say("template_date"))
    if field.several:
        parts.append(say("template_several"))
    return "\n".join(parts)


def _example(
    sheet: Worksheet,
    content: ColumnContent,
    kind: TableKind,
    fields: Sequence[tuple[str, FieldContent]],
) -> None:
    """One row that shows what is meant; its first cell says that it is an example."""
    examples = content.kinds[kind].examples
    shown = examples[0] if examples else {}
    mark = content.errors.text("example_mark")
    for column, (name, field) in enumerate(fields, start=1):
        text = shown.get(name, "")
        value: str | date = text
        if field.look in ("date", "date_or_yes"):
            letter = get_column_letter(column)
            sheet.column_dimensions[letter].number_format = _DATE_FORMAT
            value = date.fromisoformat(text) if _is_day(text) else text
        if column == 1:
            value = f"{mark} {text}".strip()
        cell = sheet.cell(_EXAMPLE, column, value or None)
        cell.font = Font(italic=True, color="FF8A949B")
        if isinstance(value, date):
            cell.number_format = _DATE_FORMAT


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _lists(
    book: Workbook,
    sheet: Worksheet,
    content: ColumnContent,
    fields: Sequence[tuple[str, FieldContent]],
) -> None:
    """Drop-downs over the rows below; the words stand on a hidden sheet, as Excel limits lists."""
    lists = book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    at = 0
    for column, (_, field) in enumerate(fields, start=1):
        vocabulary = field.values or ("yes_no" if field.look == "yes_no" else None)
        if vocabulary is None:
            continue
        at += 1
        words = [word.replace("_", " ") for word in content.values[vocabulary]]
        for row, word in enumerate(words, start=1):
            lists.cell(row, at, word)
        letter = get_column_letter(at)
        source = f"{_LISTS}!${letter}$1:${letter}${len(words)}"
        # Codes of one's own remain possible where intake keeps them.
        check = DataValidation(type="list", formula1=f"={source}", allow_blank=True)
        check.showErrorMessage = not field.keep_unmapped
        here = get_column_letter(column)
        check.add(f"{here}{_EXAMPLE + 1}:{here}{_LAST}")
        sheet.add_data_validation(check)
