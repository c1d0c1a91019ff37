"""Damaged files by seed, opened and read under the limits of an upload: `fuzzing.py first count`.

Each case is made from its number alone. A crash, ten seconds without an answer, or more than a
gigabyte ends the run with the number on the last line.
"""

import io
import random
import signal
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache

from readiness.domain.errors import InputRefused
from readiness.files.compound import with_one_stream
from readiness.files.opening import open_upload
from tests.files.making import Value, changed, xlsx
from tests.files.making_old import ods, part, wide, xls, xls_stream, xlsb

ROWS: list[list[Value]] = [
    ["Record No.", "Batch", "Count", "Voided"],
    ["D1", "P1", 1.5, True],
    ["D2", None, 1e9, False],
    ["D3", "Größe", -1, None],
]
SHEETS = {"Log": ROWS, "Notes": ROWS[:2]}
SIGNATURES = (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"<?xml ")
SPLICES = (
    b"<", b">", b'"', b"&#0;", b"<![CDATA[", b"<row>", b'<c r="A1">', b"</c>", b'r="XFD1048576"',
    b't="s"', b"<v>99999999999</v>", b'table:number-columns-repeated="9999"', b"\xff\xfe", b"<!--",
    b'encoding="x"', b"<!DOCTYPE x>", b"</table:table>", b"-1", b"4294967296", b"\0",
)  # fmt: skip
Case = Callable[[random.Random], bytes]


@cache
def books() -> tuple[bytes, ...]:
    """One sound workbook of each format."""
    strings = part((159, b"\1\0\0\0\1\0\0\0"), (19, b"\0" + wide("x")), (160, b""))
    return (
        xlsx(SHEETS),
        xlsb(SHEETS, strings=strings),
        ods(SHEETS),
        xls(SHEETS),
    )


def flipped(draw: random.Random, data: bytes) -> bytes:
    """Some bytes changed to anything, or to what often marks an edge."""
    found = bytearray(data)
    for _ in range(draw.randint(1, 12)):
        edge = draw.choice((0, 1, 0x7F, 0x80, 0xFF, draw.randrange(256)))
        found[draw.randrange(len(found))] = edge
    return bytes(found)


def anything(draw: random.Random) -> bytes:
    return draw.choice(SIGNATURES) + draw.randbytes(draw.randrange(4000))


def truncated(draw: random.Random) -> bytes:
    data = draw.choice(books())
    return data[: draw.randrange(len(data))] + draw.randbytes(draw.choice((0, 0, 30)))


def damaged(draw: random.Random) -> bytes:
    return flipped(draw, draw.choice(books()))


def swapped(draw: random.Random) -> bytes:
    """Parts of one archive under each other's names, some of them twice or from another book."""
    target, source = draw.choice(books()[:3]), draw.choice(books()[:3])
    with zipfile.ZipFile(io.BytesIO(source)) as other:
        foreign = {name: other.read(name) for name in other.namelist()}
    with zipfile.ZipFile(io.BytesIO(target)) as own:
        parts = {name: own.read(name) for name in own.namelist()}
    names = draw.sample(sorted(parts), 2)
    parts[names[0]], parts[names[1]] = parts[names[1]], parts[names[0]]
    if draw.random() < 0.5:
        parts[draw.choice(sorted(parts))] = draw.choice(sorted(foreign.values()))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", draw.choice((0, 8))) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return buffer.getvalue()


def mutated(draw: random.Random) -> bytes:
    """A sound archive with one part damaged inside: XML with splices, records with other bytes."""
    data = draw.choice(books()[:3])
    with zipfile.ZipFile(io.BytesIO(data)) as own:
        chosen = draw.choice(own.namelist())

    def change(name: str, content: bytes) -> bytes:
        if name != chosen or not content:
            return content
        if name.endswith(".bin") or draw.random() < 0.3:
            return flipped(draw, content)
        for _ in range(draw.randint(1, 4)):
            at, skip = draw.randrange(len(content) + 1), draw.choice((0, 0, 5, 40))
            content = content[:at] + draw.choice(SPLICES) + content[at + skip :]
        return content

    return changed(data, change)


def old_records(draw: random.Random) -> bytes:
    """A sound container around damaged records."""
    return with_one_stream("Workbook", flipped(draw, xls_stream(SHEETS)))


KINDS: tuple[Case, ...] = (anything, truncated, damaged, swapped, mutated, mutated, old_records)


def case(number: int) -> bytes:
    """The file of this number."""
    return KINDS[number % len(KINDS)](random.Random(number))


def attempt(data: bytes) -> str:
    """Open and read everything: "read", or the code of the refusal."""
    try:
        opened = open_upload("log", data)
    except InputRefused as refused:
        return refused.problems[0].code
    for info in opened.sheets:
        with suppress(InputRefused):
            opened.sheet(info.name)
    return "read"


def main(first: int, count: int) -> None:
    """Print the number of each case before it is tried, and what became of them at the end."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    outcomes: dict[str, int] = {}
    for number in range(first, first + count):
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        signal.alarm(10)
        outcome = attempt(case(number))
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    sys.stdout.write(f"{outcomes}\ndone\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
