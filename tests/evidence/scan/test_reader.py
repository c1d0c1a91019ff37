"""One sheet in one pass, from XML written by hand."""

import pytest

from readiness.domain.scan_rules import ScanRules
from readiness.evidence.scan.cells import BOOL, DATE, ERROR, NUMBER, YEAR
from readiness.evidence.scan.formulas import FORMULA, FormulaTable
from readiness.evidence.scan.markup import MarkupError
from readiness.evidence.scan.reader import Book, TooManyCells, read_sheet
from readiness.evidence.scan.strings import StringTable
from readiness.evidence.scan.styles import Styles

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def book(**changed) -> Book:
    strings = StringTable(b"<sst><si><t>one</t></si><si><t> </t></si></sst>")
    styles = Styles(dates=frozenset({"1"}), unlocked=frozenset({"2"}))
    formulas = FormulaTable(frozenset({"TODAY"}))
    return Book(strings, styles, formulas, **{"rules": ScanRules()} | changed)


def sheet(cells: str, more: str = "", space: str = MAIN) -> bytes:
    return f'<worksheet xmlns="{space}">{more}<sheetData>{cells}</sheetData></worksheet>'.encode()


def codes(cells: str, own: Book | None = None) -> dict[int, dict[int, int]]:
    return dict(read_sheet(sheet(cells), own or book()).columns)


def test_every_type_of_constant() -> None:
    found = codes(
        '<row r="3"><c r="A3"><v>1.5</v></c><c r="B3" s="1"><v>45000</v></c>'
        '<c r="C3"><v>1957</v></c>'
        '<c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><v>#N/A</v></c><c r="F3" t="s"><v>0</v></c>'
        '<c r="G3" t="s"><v>1</v></c><c r="H3" s="2"/><c r="I3" t="inlineStr"><is><r><t>tw</t></r>'
        '<r><t>o</t></r></is></c><c r="J3" t="str"><v>one</v></c>'
        '<c r="K3" t="d"><v>2026-01-02</v></c>'
        "</row>"
    )
    # Shared texts are 0 and 1 (blank); the two texts of cells follow as 2 and 3.
    kept = {1: NUMBER, 2: DATE, 3: YEAR, 4: BOOL, 5: ERROR, 6: -1, 9: -3, 10: -4, 11: DATE}
    assert found == {column: {3: code} for column, code in kept.items()}


def test_cells_without_addresses_follow_each_other() -> None:
    cells = (
        "<row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row r="5"><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>'
    )
    assert codes(cells) == {1: {1: NUMBER, 6: NUMBER}, 2: {1: NUMBER, 5: NUMBER}}


def test_shared_formulas_have_one_pattern_even_if_followers_come_first() -> None:
    own = book()
    found = codes(
        '<row r="1"><c r="B1"><f t="shared" si="4"/><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" ref="B1:B4" si="4">A2*2</f><v>1</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="4"/><v>1</v></c></row>'
        '<row r="4"><c r="B4"><f>A4*2</f><v>1</v></c></row>',
        own,
    )
    assert len(set(found[2].values())) == 1
    assert own.formulas.pattern(found[2][1]) == "R[0]C[-1]*2"


def test_cells_that_an_array_formula_fills_are_formulas() -> None:
    cells = (
        '<row r="1"><c r="A1"><f t="array" ref="A1:A2">ROW(B1:B2)</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>'
    )
    read = read_sheet(sheet(cells), book())
    assert read.columns[1] == {1: FORMULA, 2: FORMULA, 3: NUMBER}
    assert read.formulas == 2


def test_thousands_of_array_formulas_stay_affordable() -> None:
    row = "".join(
        f'<c r="{letter}{{0}}"><f t="array" ref="A1:Z9">1</f><v>1</v></c>'
        for letter in "ABCDEFGHIJ"
    )
    row += '<c r="K{0}"><v>1</v></c>'
    cells = "".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(1, 1001))
    read = read_sheet(sheet(cells), book())
    # Ten formulas a row, and K1 to K9, which the ranges cover; below row 9 K holds constants.
    assert read.formulas == 10 * 1000 + 9


def test_locks_errors_and_saved_results() -> None:
    cells = (
        '<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1" s="2"><f>C1</f><v>1</v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><f>""</f><v></v></c>'
        '<c r="E1"><f>F1</f></c><c r="F1"><f>G1</f><v/></c>'
        '<c r="G1" s="1"><f>TODAY()</f><v>4</v></c>'
        '<c r="H1"><f>TODAY()-1</f><v>4</v></c><c r="I1" t="str"><f>X1</f><v>shown</v></c></row>'
    )
    read = read_sheet(sheet(cells, '<sheetProtection sheet="1" hashValue="x"/>'), book())
    assert (read.locked, read.unlocked) == (8, [(1, 2)])
    assert read.errors == [(1, 3)]
    assert read.valueless == 2  # E1 and F1; D1 shows an empty text, which is a result
    assert (read.volatile_dates, read.volatile) == ([(1, 7)], [(1, 8)])
    assert read.formula_texts == {(1, 9): 2}
    assert (read.protected, read.password) == (True, True)


def test_protection_that_is_written_but_off() -> None:
    off = read_sheet(sheet("", '<sheetProtection objects="1"/>'), book())
    assert not off.protected


def test_old_dates_are_birthdays() -> None:
    # 21000 is 1957-06-29, 40179 is 2010-01-01; in the 1904 system 20000 is 20000 + 1462 = 21462.
    cells = '<row r="1"><c r="A1" s="1"><v>21000</v></c><c r="B1" s="1"><v>40179</v></c></row>'
    assert read_sheet(sheet(cells), book()).birthdays == [(1, 1)]
    # Plain numbers are amounts, whatever their size.
    assert read_sheet(sheet(cells.replace(' s="1"', "")), book()).birthdays == []
    # 39000 + 1462 = 40462 is 2010-10-11: no birthday once the system is known.
    late = '<row r="1"><c r="A1" s="1"><v>39000</v></c></row>'
    assert read_sheet(sheet(late), book(date_1904=True)).birthdays == []
    assert read_sheet(sheet(late), book()).birthdays == [(1, 1)]
    strict = '<row r="1"><c r="A1" t="d"><v>1957-06-29</v></c></row>'
    assert read_sheet(sheet(strict, space=STRICT), book()).birthdays == [(1, 1)]


def test_a_claimed_size_is_not_believed() -> None:
    for claim in ("A1", "A1:XFD1048576"):
        read = read_sheet(
            sheet('<row r="9"><c r="C9"><v>1</v></c></row>', f'<dimension ref="{claim}"/>'), book()
        )
        assert (dict(read.columns), read.stored) == ({3: {9: NUMBER}}, 1)


def test_prefixes_and_the_strict_dialect_are_read() -> None:
    data = (
        f'<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>B1</x:f>'
        "<x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    ).encode()
    assert read_sheet(data, book()).formulas == 1


def test_margins_and_lists_are_kept_for_the_search_of_identifiers() -> None:
    more = "<headerFooter><oddHeader>&amp;Lhead</oddHeader></headerFooter>"
    more += "<dataValidations><dataValidation>"
    more += '<formula1>"a,b"</formula1></dataValidation></dataValidations>'
    assert read_sheet(sheet("", more), book()).margins == ["&Lhead", '"a,b"']


@pytest.mark.parametrize(
    "data",
    [
        sheet('<row r="1"><c r="A1"><v>1</v></c></row>', space="urn:other"),  # seen: none of one
        sheet('<row r="1"><c r="1A"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="A9999999"><v>1</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'),
        sheet('<row r="1"><c r="A1" t="s"><v>x</v></c></row>'),
        sheet('<row r="1"><c r="A1" s="1"><v>x</v></c></row>'),
        sheet('<row r="1"><c r="A1"><v>1</v></row>'),
        b'<!DOCTYPE x><worksheet xmlns="' + MAIN.encode() + b'"/>',
    ],
)
def test_what_cannot_be_read_in_full_is_refused(data: bytes) -> None:
    with pytest.raises(MarkupError):
        read_sheet(data, book())


def test_the_limit_holds_over_all_sheets() -> None:
    own = book(max_cells=3)
    two = sheet('<row r="1"><c r="A1"/><c r="B1"><v>1</v></c></row>')
    read_sheet(two, own)
    with pytest.raises(TooManyCells):
        read_sheet(two, own)


def test_long_formulas_and_their_followers() -> None:
    own = book(rules=ScanRules(long_formula=5))
    cells = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+B2+1</f><v>1</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f>B1+B2</f><v>1</v></c></row>'
    )
    assert read_sheet(sheet(cells), own).long == [(1, 1), (2, 1)]
