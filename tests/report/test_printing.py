"""Paper, protection and colour rules."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.cells import Book
from readiness.report.gap_workbook import SHEETS
from readiness.report.printing import colour_levels, print_page, protect


def test_a_scale_keeps_manual_breaks_and_fitting_does_not() -> None:
    book = Book()
    scaled, fitted = book.page("Scaled"), book.page("Fitted")
    print_page(scaled, scale=77, area="A1:B9", rows="1:4")
    print_page(fitted, paper="A3", landscape=False, tall=1)
    assert scaled.sheet.page_setup.scale == 77
    assert scaled.sheet.print_title_rows == "$1:$4"
    setup = fitted.sheet.page_setup
    assert (setup.paperSize, setup.orientation) == (8, "portrait")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 1)


def test_every_visible_sheet_is_set_up_for_paper(opened: Workbook) -> None:
    for name in SHEETS:
        sheet = opened[name]
        assert sheet.print_area, name
        footer = sheet.oddFooter
        assert footer is not None
        assert footer.center is not None
        assert footer.center.text == name
        # In a footer a digit after the size would be read as part of it.
        assert footer.left is not None
        assert not str(footer.left.text)[0].isdigit()
        assert not sheet.sheet_view.showGridLines, name


def test_protection_leaves_formats_and_filters_free() -> None:
    page = Book().page("Sheet")
    protect(page)
    protection = page.sheet.protection
    assert protection.sheet
    assert not any((protection.formatCells, protection.formatColumns, protection.autoFilter))
    assert protection.sort


def test_five_levels_five_rules() -> None:
    page = Book().page("Sheet")
    colour_levels(page, "A1:A9", "A1")
    rules = [r for area in page.sheet.conditional_formatting for r in area.rules]
    assert len(rules) == 5
    assert len({r.dxf.fill.bgColor.rgb for r in rules if r.dxf and r.dxf.fill}) == 5
