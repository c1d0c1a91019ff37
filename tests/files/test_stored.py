"""The second count of stored cells: the fast one, the exact one, and that they agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.files.elements import Unreadable
from readiness.files.opened import StoredCells
from readiness.files.stored import (
    FastCount,
    blank_strings,
    count_exactly,
)
from tests.files.making import bare_sheet


def fast(part: bytes, blanks: frozenset[int] = frozenset(), step: int = 50) -> StoredCells | None:
    count = FastCount(blanks)
    for start in range(0, len(part), step):
        count.feed(part[start : start + step])
    return count.result()


USUAL = bare_sheet(
    '<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"/>'
    '<c r="C1" t="e"><v>#N/A</v></c>'
    '<c r="D1" t="inlineStr"><is><t>x</t></is></c></row>'
    '<row r="3"><c r="B3"><f>A1</f><v></v></c><c r="C3" t="str"><f>A1</f><v></v></c>'
    '<c r="D3"><f>A1</f><v>4</v></c><c r="E3" t="s"><v>1</v></c></row>'
)


def test_by_hand() -> None:
    # Filled: A1, D1, D3, and E3 unless its string is blank. B3 has a formula and no result; C3's
    # result is the empty text, which is a result.
    assert fast(USUAL) == StoredCells(4, 1, ((3, 2),), 3, 5)
    assert count_exactly([USUAL]) == StoredCells(4, 1, ((3, 2),), 3, 5)
    assert fast(USUAL, frozenset({1})) == StoredCells(3, 1, ((3, 2),), 3, 5)
    assert count_exactly([USUAL], frozenset({1})) == StoredCells(3, 1, ((3, 2),), 3, 4)


@pytest.mark.parametrize("step", [1, 7, 100, 5000])
def test_chunks_make_no_difference(step: int) -> None:
    assert fast(USUAL, step=step) == fast(USUAL, step=len(USUAL))


ODD = {
    "prefix": USUAL.replace(b"<", b"<x:")
    .replace(b"<x:/", b"</x:")
    .replace(b"<x:?", b"<?")
    .replace(b"xmlns=", b"xmlns:x="),
    "UTF-16": USUAL.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "comment": USUAL.replace(b"<sheetData>", b"<sheetData><!-- <v>1</v> -->"),
    "no addresses": bare_sheet(
        "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    ),
    "empty elements": bare_sheet('<row r="1"><c r="A1"></c><c r="B1"><v>1</v></c></row>'),
    "character data": bare_sheet('<row r="1"><c r="A1"><v><![CDATA[<v>]]></v></c></row>'),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_spellings_are_left_to_the_exact_count(name: str) -> None:
    assert fast(ODD[name]) is None


def test_the_exact_count_of_odd_spellings() -> None:
    assert count_exactly([ODD["prefix"]]) == count_exactly([USUAL])
    assert count_exactly([ODD["UTF-16"]]) == count_exactly([USUAL])
    assert count_exactly([ODD["no addresses"]]) == StoredCells(3, rows=2, columns=3)
    assert count_exactly([ODD["empty elements"]]).filled == 1
    with pytest.raises(Unreadable):
        count_exactly([b"<worksheet><row>"])
    with pytest.raises(Unreadable):
        count_exactly([USUAL.replace(b"UTF-8", b"nonsense")])


CELLS = (
    '<c r="{a}"><v>1</v></c>',
    '<c r="{a}" s="1"/>',
    '<c r="{a}" t="s"><v>3</v></c>',
    '<c r="{a}" t="e"><v>#REF!</v></c>',
    '<c r="{a}" t="inlineStr"><is><t>y</t></is></c>',
    '<c r="{a}"><f>B1</f><v/></c>',
    '<c r="{a}" t="b"><v>0</v></c>',
)
cells = st.lists(st.sampled_from(CELLS), max_size=8)


@given(st.lists(cells, max_size=5))
def test_both_counts_agree(rows: list[list[str]]) -> None:
    text = "".join(
        f'<row r="{r}">'
        + "".join(cell.replace("{a}", f"{chr(64 + c)}{r}") for c, cell in enumerate(row, 1))
        + "</row>"
        for r, row in enumerate(rows, 1)
    )
    one, other = fast(bare_sheet(text)), count_exactly([bare_sheet(text)])
    assert one is not None
    assert (one.filled, one.errors, one.valueless) == (other.filled, other.errors, other.valueless)
    # Formatting alone may reach further in the fast count, never less far.
    assert one.rows >= other.rows
    assert one.columns >= other.columns


def test_blank_strings_are_found_by_index() -> None:
    shared = (
        b"<sst><si><t>a</t></si><si><t/></si><si><r><t>b</t></r></si>"
        b'<si><t xml:space="preserve"></t></si></sst>'
    )
    assert blank_strings(shared) == {1, 3}
    assert blank_strings(b"<sst><si><t>a</t></si></sst>") == frozenset()
