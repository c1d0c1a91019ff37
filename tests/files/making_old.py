"""Small workbooks of the formats xls, xlsb and ods, written record by record."""

from collections.abc import Mapping, Sequence
from struct import pack

from readiness.files.compound import with_one_stream
from tests.files.making import Value, archive

Rows = Sequence[Sequence[Value]]


def record(number: int, content: bytes = b"") -> bytes:
    """A record of an xls stream."""
    return pack("<HH", number, len(content)) + content


def _bof(kind: int) -> bytes:
    return record(0x809, pack("<HHHHII", 0x600, kind, 0, 1997, 0, 6))


def _xls_cell(row: int, column: int, value: Value) -> bytes:
    place = pack("<HHH", row, column, 0)
    if isinstance(value, bool):
        return record(0x205, place + pack("<BB", value, 0))
    if isinstance(value, (int, float)):
        return record(0x203, place + pack("<d", value))
    text = str(value)
    return record(0x204, place + pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def _xls_cells(rows: Rows | bytes) -> bytes:
    if isinstance(rows, bytes):
        return rows
    return b"".join(
        _xls_cell(r, c, value)
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
        if value is not None
    )


def xls_stream(
    sheets: Mapping[str, Rows | bytes], states: Sequence[int] = (), head: bytes = b""
) -> bytes:
    """The workbook stream; a sheet is given by rows, or by its records."""
    names = list(sheets)
    bodies = [_bof(0x10) + _xls_cells(cells) + record(0x0A) for cells in sheets.values()]
    size = len(_bof(5) + head + record(0x0A)) + sum(12 + 2 * len(name) for name in names)
    bound = b""
    for name, body, state in zip(names, bodies, [*states, *(0,) * len(names)], strict=False):
        text = pack("<BB", len(name), 1) + name.encode("utf-16-le")
        bound += record(0x85, pack("<IBB", size, state, 0) + text)
        size += len(body)
    return _bof(5) + head + bound + record(0x0A) + b"".join(bodies)


def xls(sheets: Mapping[str, Rows | bytes], states: Sequence[int] = (), head: bytes = b"") -> bytes:
    """An xls workbook."""
    return with_one_stream("Workbook", xls_stream(sheets, states, head))


def wide(text: str) -> bytes:
    """A text with its length, as xlsb has it."""
    return pack("<I", len(text)) + text.encode("utf-16-le")


def part(*records: tuple[int, bytes]) -> bytes:
    """A part of an xlsb workbook."""
    found = b""
    for number, content in records:
        found += bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
        size = len(content)
        while size > 127:
            found += bytes([size & 0x7F | 0x80])
            size >>= 7
        found += bytes([size]) + content
    return found


def _xlsb_cell(column: int, value: Value) -> tuple[int, bytes]:
    place = pack("<II", column, 0)
    if isinstance(value, bool):
        return 4, place + pack("<B", value)
    if isinstance(value, (int, float)):
        return 5, place + pack("<d", value)
    return 6, place + wide(str(value))


def row_record(row: int) -> tuple[int, bytes]:
    """The beginning of a row."""
    return 0, pack("<IIHBBBI", row, 0, 300, 0, 0, 0, 0)


def xlsb_sheet(cells: Sequence[tuple[int, bytes]], claimed: tuple[int, int] = (0, 0)) -> bytes:
    """A sheet part with these records, claiming to reach to a row and a column."""
    size = pack("<IIII", 0, claimed[0], 0, claimed[1])
    return part((129, b""), (148, size), (145, b""), *cells, (146, b""), (130, b""))


def _relations(items: Sequence[tuple[str, str, str]]) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    inside = "".join(
        f'<Relationship Id="{id}" Type="{office}/{kind}" Target="{target}"/>'
        for id, kind, target in items
    )
    return f'<Relationships xmlns="{rels}">{inside}</Relationships>'.encode()


def _xlsb_part(rows: Rows | bytes) -> bytes:
    if isinstance(rows, bytes):
        return rows
    found = []
    for r, row in enumerate(rows):
        found.append(row_record(r))
        found += [_xlsb_cell(c, v) for c, v in enumerate(row) if v is not None]
    return xlsb_sheet(found)


def xlsb(sheets: Mapping[str, Rows | bytes], states: Sequence[int] = (), **more: bytes) -> bytes:
    """An xlsb workbook; a sheet is given by rows, or by its part. ``more``: further parts."""
    parts, bundles, items = {}, [], []
    for i, (name, cells) in enumerate(sheets.items(), 1):
        parts[f"xl/worksheets/sheet{i}.bin"] = _xlsb_part(cells)
        state = states[i - 1] if i <= len(states) else 0
        bundles.append((156, pack("<II", state, i) + wide(f"rId{i}") + wide(name)))
        items.append((f"rId{i}", "worksheet", f"worksheets/sheet{i}.bin"))
    if "strings" in more:
        parts["xl/sharedStrings.bin"] = more["strings"]
        items.append(("rIdS", "sharedStrings", "sharedStrings.bin"))
    if "macros" in more:
        parts["xl/vbaProject.bin"] = more["macros"]
    return archive(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": _relations([("rId1", "officeDocument", "xl/workbook.bin")]),
            "xl/workbook.bin": part((131, b""), (143, b""), *bundles, (144, b""), (132, b"")),
            "xl/_rels/workbook.bin.rels": _relations(items),
            **parts,
        }
    )


_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)
_SHOWN = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"


def ods_cell(value: Value, attributes: str = "") -> str:
    """A cell of an ods sheet."""
    if value is None:
        return f"<table:table-cell {attributes}/>"
    if isinstance(value, bool):
        kind = f'boolean" office:boolean-value="{str(value).lower()}'
    elif isinstance(value, (int, float)):
        kind = f'float" office:value="{value}'
    else:
        kind = "string"
    return (
        f'<table:table-cell {attributes} office:value-type="{kind}">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def ods_row(*values: Value, attributes: str = "") -> str:
    """A row of an ods sheet."""
    return f"<table:table-row {attributes}>{''.join(map(ods_cell, values))}</table:table-row>"


def ods_content(sheets: Mapping[str, Rows | str], styles: str = "", before: str = "") -> bytes:
    """The content part; a sheet is given by rows, or by its elements. Styles: s1, s2, ..."""
    tables = ""
    for i, (name, rows) in enumerate(sheets.items(), 1):
        inside = rows if isinstance(rows, str) else "".join(ods_row(*row) for row in rows)
        tables += f'<table:table table:name="{name}" table:style-name="s{i}">{inside}</table:table>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES} '
        f'xmlns:calcext="{_SHOWN}"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{before}{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    ).encode()


def ods(
    sheets: Mapping[str, Rows | str], styles: str = "", before: str = "", **more: bytes
) -> bytes:
    """An ods workbook. ``more``: ``manifest``, and ``macros``."""
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": more.get("manifest", b"<manifest/>"),
        "content.xml": ods_content(sheets, styles, before),
    }
    if "macros" in more:
        parts["Basic/Standard/Module1.xml"] = more["macros"]
    return archive(parts)
