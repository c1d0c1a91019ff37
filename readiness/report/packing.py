"""One pass over the finished zip: cached values, alternative texts, fixed dates and order.

The library writes formulas without their values, and readers that never recalculate (pandas,
previewers, protected view) would show nothing. It also stamps the clock into the file. Source: the
workbook specification, *Techniques and pitfalls* 7.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

Cached = str | int | float | bool

FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)><f>(.*?)</f><v ?(?:/>|></v>)</c>')
STAMP = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
PICTURE = re.compile(r'(<(?:\w+:)?cNvPr id="[0-9]+" name="[^"]*")( ?/>)')
FIRST = ("[Content_Types].xml", "_rels/.rels")
EPOCH = (1980, 1, 1, 0, 0, 0)


class PackingError(Exception):
    """The written parts are not what was asked for: a formula without its value, a lost picture."""


def pack(
    raw: bytes,
    cached: Sequence[Mapping[str, Cached]],
    pictures: Sequence[Sequence[str]],
    as_of: date,
) -> bytes:
    """The workbook with every formula's value in it; the same input gives the same bytes.

    ``raw``: what the library wrote; ``cached``: for each sheet, in order, value by cell address;
    ``pictures``: for each sheet, in order, the alternative texts of its charts. Raises
    PackingError where a formula has no value or a value no formula.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    for number, values in enumerate(cached, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = with_values(parts[name].decode(), values).encode()
    drawings = [texts for texts in pictures if texts]
    for number, texts in enumerate(drawings, start=1):
        name = f"xl/drawings/drawing{number}.xml"
        parts[name] = with_texts(parts[name].decode(), texts).encode()
    stamped = STAMP.sub(
        rf"\g<1>{as_of.isoformat()}T00:00:00Z\g<2>", parts["docProps/core.xml"].decode()
    )
    parts["docProps/core.xml"] = stamped.encode()
    return _zipped(parts)


def with_values(xml: str, values: Mapping[str, Cached]) -> str:
    """A sheet's XML with the value of each formula beside it.

    Raises PackingError unless formulas and values are the same cells.
    """
    found: set[str] = set()

    def value_beside(match: re.Match[str]) -> str:
        address, style, formula = match.groups()
        if address not in values:
            raise PackingError(f"the formula in {address} has no value")
        found.add(address)
        kind, written = _written(values[address])
        return f'<c r="{address}"{style}{kind}><f>{formula}</f><v>{written}</v></c>'

    filled = FORMULA.sub(value_beside, xml)
    if len(found) != len(values) or filled.count("<f>") != len(found):
        raise PackingError(
            f"{len(values)} values, {filled.count('<f>')} formulas, {len(found)} of them met"
        )
    return filled


def _written(value: Cached) -> tuple[str, str]:
    """The type attribute and the text of a cached value."""
    if isinstance(value, bool):
        return ' t="b"', str(int(value))
    if isinstance(value, str):
        kind = "e" if value == "#N/A" else "str"
        return f' t="{kind}"', escape(value)
    return "", repr(value)


def with_texts(xml: str, texts: Sequence[str]) -> str:
    """A drawing's XML with an alternative text for each chart, in order.

    Raises PackingError unless there are as many charts as texts.
    """
    waiting: Iterator[str] = iter(texts)
    described, count = PICTURE.subn(
        lambda match: f"{match[1]} descr={quoteattr(next(waiting, ''))}{match[2]}", xml
    )
    if count != len(texts):
        raise PackingError(f"{count} charts, {len(texts)} alternative texts")
    return described


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    names = [*FIRST, *sorted(name for name in parts if name not in FIRST)]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, date_time=EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name], compresslevel=6)
    return target.getvalue()
