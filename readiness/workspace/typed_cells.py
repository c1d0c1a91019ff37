"""A cell that somebody typed into, read as what was asked for, or refused with what to do.

Every reading gives canonical text: a number as a program reads it, a date by year, month and day.
A refusal never repeats what was typed: it may be anything, a name included. Codes RT20 and RT33 of
the workbook specification, *Round trip*.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from readiness.files.opened import Cell
from readiness.workspace.returned import Mistyped, text

NUMBER = re.compile(r"[-+]?(\d+([.,]\d*)?|[.,]\d+)")
DAY_ZERO = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}
"""What serial numbers count from, by whether the workbook uses the 1904 date system."""
SERIALS = (20_000, 80_000)
ONE_WAY = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")
TWO_WAYS = (("%d/%m/%Y", "%m/%d/%Y"), ("%d-%m-%Y", "%m-%d-%Y"))


@dataclass(frozen=True)
class Typed:
    """What was read; ``remark``: how, where the cell did not say it plainly."""

    value: str
    remark: str = ""


def words(cell: Cell, longest: int) -> Typed:
    """Text of any kind. Raises Mistyped."""
    found = text(cell)
    if len(found) > longest:
        limit = f"at most {longest:,} characters"
        raise Mistyped(f"the text has {len(found):,} characters", limit, "Shorten it")
    return Typed(found)


def choice(cell: Cell, choices: Sequence[str]) -> Typed:
    """One of a list, in any case. Raises Mistyped."""
    found = text(cell).casefold()
    for one in choices:
        if found == one.casefold():
            return Typed(one)
    expected = f"one of {', '.join(choices)}"
    raise Mistyped("this is none of the list", expected, "Choose from the list of the cell")


def level(cell: Cell) -> Typed:
    """A whole number from 1 to 5. Raises Mistyped."""
    expected, advice = "a whole number from 1 to 5", "Type the number again"
    found, remark = _number(cell, expected)
    if found not in (1, 2, 3, 4, 5):
        raise Mistyped(f"{found:g} is no level", expected, advice)
    return Typed(str(int(found)), remark)


def number(cell: Cell, low: float, high: float) -> Typed:
    """A number within bounds; a comma may stand for the point. Raises Mistyped."""
    expected = f"a number from {low:g} to {high:g}"
    found, remark = _number(cell, expected)
    if not low <= found <= high:
        raise Mistyped(f"{found:g} is out of bounds", expected, "Type the number again")
    rounded = round(found, 9)
    return Typed(str(int(rounded)) if rounded.is_integer() else repr(rounded), remark)


def _number(cell: Cell, expected: str) -> tuple[float, str]:
    advice = "Type the number again"
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        what = "the cell became a date" if isinstance(cell, dt.date) else "this is no number"
        raise Mistyped(what, expected, advice)
    if not isinstance(cell, str):
        return float(cell), ""
    found = text(cell)
    if not NUMBER.fullmatch(found):
        raise Mistyped("this text is no number", expected, advice)
    value = float(found.replace(",", "."))
    return value, f'text "{found}" read as {value:g}'


def day(cell: Cell, since: dt.date, *, date_1904: bool = False) -> Typed:
    """A date from ``since`` on: a date cell, its serial number, or text in one way only.

    Raises Mistyped, also for text that could be two dates.
    """
    expected = f"a date from {since.isoformat()} on"
    found, how = _day(cell, since, expected, date_1904)
    if found < since:
        message = f"the date lies before {since.isoformat()}"
        raise Mistyped(message, expected, "Type a later date, as year-month-day")
    return Typed(found.isoformat(), f"{how} read as {found.isoformat()}" if how else "")


def _day(cell: Cell, since: dt.date, expected: str, date_1904: bool) -> tuple[dt.date, str]:
    if isinstance(cell, dt.datetime):
        return cell.date(), ""
    if isinstance(cell, dt.date):
        return cell, ""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if SERIALS[0] <= cell <= SERIALS[1]:
            return DAY_ZERO[date_1904] + dt.timedelta(days=int(cell)), "a number"
        raise _no_date("this number is no date", expected)
    found = text(cell)
    for form in ONE_WAY:
        if (read := _parsed(found, form)) is not None:
            return read, "" if form == ONE_WAY[0] else "text"
    for forms in TWO_WAYS:
        ways = sorted({read for form in forms if (read := _parsed(found, form)) is not None})
        if len(ways) == 1:
            return ways[0], "text"
        if ways:
            raise _no_date(f"this can be two dates{_either(ways, since)}", expected)
    raise _no_date("this text is no date", expected)


def _either(ways: Sequence[dt.date], since: dt.date) -> str:
    """The dates, unless they may be somebody's birthday."""
    return f" ({' or '.join(way.isoformat() for way in ways)})" if min(ways) >= since else ""


def _no_date(message: str, expected: str) -> Mistyped:
    return Mistyped(message, expected, "Write it as year-month-day")


def _parsed(found: str, form: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(found, form).date()
    except ValueError:
        return None
