"""The saved versions of each workbook in their order, and what every step changed (domain 4.3)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from fractions import Fraction
from itertools import pairwise

from readiness.domain.prints import VersionPrint
from readiness.domain.rules import VersionRules
from readiness.domain.scan import WorkbookScan
from readiness.domain.versions import (
    CellChanges,
    Rebooking,
    SavedVersion,
    VersionStep,
    WorkbookFamily,
)
from readiness.metrics.version_cells import SheetChanges, by_column, compare
from readiness.metrics.version_moves import Moves, find_moves
from readiness.metrics.workbooks import families, is_live, newest

Prints = Mapping[str, VersionPrint]
"""By the SHA-256 of the file."""
DAY_S = 86_400
MONTH_DAYS = 30


def find_families(
    scans: Sequence[WorkbookScan],
    prints: Prints,
    as_of: date,
    alike: Fraction | None,
    live_days: int,
    rules: VersionRules,
    since: date = date.min,
) -> tuple[WorkbookFamily, ...]:
    """Every workbook with its saved versions, oldest first, each compared with the one before.

    ``prints``: of the files that were marked; others keep their place and are not compared.
    ``alike``, ``live_days``: as for S1; ``rules``: how rows are known again; ``since``: the first
    day of the window of the records.
    """
    return tuple(
        _Family(family, prints, as_of, live_days, rules, since).told()
        for family in families(scans, alike)
    )


class _Family:
    """One workbook."""

    def __init__(
        self,
        scans: Sequence[WorkbookScan],
        prints: Prints,
        as_of: date,
        live_days: int,
        rules: VersionRules,
        since: date,
    ) -> None:
        self._prints = prints
        self._as_of = as_of
        self._rules = rules
        self._since = since
        self._numbers: dict[int, int] = {}
        self._live = tuple(s.file for s in scans if is_live(s, as_of, live_days))
        self._newest = newest(scans)
        self._saved = {scan.sha256: _saved(scan, prints) for scan in scans}
        self._scans = sorted(scans, key=self._order)
        self._key = self._common_key()

    def _order(self, scan: WorkbookScan) -> tuple[datetime, list[tuple[int, str]]]:
        """By saving; a file that does not say stands first, by its name."""
        saved = self._saved[scan.sha256] or datetime.min.replace(tzinfo=UTC)
        return saved, _natural(scan.file)

    def _common_key(self) -> int | None:
        """The check of the key with which most versions were marked, the newest file's on a tie."""
        checks = [p.check for s in self._scans[::-1] if (p := self._prints.get(s.sha256))]
        return Counter(checks).most_common(1)[0][0] if checks else None

    def _print(self, scan: WorkbookScan) -> VersionPrint | None:
        found = self._prints.get(scan.sha256)
        return found if found is not None and found.check == self._key else None

    def told(self) -> WorkbookFamily:
        versions = tuple(map(self._version, self._scans))
        days = [moment for moment in self._saved.values() if moment is not None]
        spread = (max(days) - min(days)).days if len(days) > 1 else None
        saves = Counter(v.editor for v in versions if v.editor)
        top = min(saves, key=lambda code: (-saves[code], code), default="")
        steps, exposed = self._steps()
        return WorkbookFamily(
            name=self._newest.file,
            versions=versions,
            steps=steps,
            doubts=tuple(self._doubts()),
            live=tuple(v.file for v in versions if v.file in self._live),
            spread_days=spread,
            growth_per_month=_growth(versions),
            top_editor=top,
            top_saves=saves[top],
            known_saves=saves.total(),
            has_log=self._newest.change_rows > 0,
            exposed=exposed,
        )

    def _version(self, scan: WorkbookScan) -> SavedVersion:
        saved, found = self._saved[scan.sha256], self._prints.get(scan.sha256)
        return SavedVersion(
            file=scan.file,
            sha256=scan.sha256,
            saved=saved,
            editor=scan.editors[0] if scan.editors else "",
            age_days=(self._as_of - saved.date()).days if saved else None,
            size=found.size if found else 0,
            comparable=self._print(scan) is not None,
        )

    def _steps(self) -> tuple[tuple[VersionStep, ...], int]:
        """The steps between comparable versions, and the confirmed bookings that stand in two."""
        known = [scan for scan in self._scans if self._print(scan) is not None]
        exposed: set[int] = set()
        steps = [self._step(old, new, exposed) for old, new in pairwise(known)]
        return tuple(steps), len(exposed)

    def _step(self, old: WorkbookScan, new: WorkbookScan, exposed: set[int]) -> VersionStep:
        before, after = self._print(old), self._print(new)
        assert before is not None
        assert after is not None
        sheets = compare(before, after, self._rules)
        moves = find_moves(before, after, self._rules)
        saved = self._saved[new.sha256]
        in_window = saved is None or self._since <= saved.date() <= self._as_of
        exposed |= moves.exposed if in_window else set()
        shifted = _settle(sheets)
        base, compared, altered = _churned(sheets)
        days = _days(self._saved[old.sha256], self._saved[new.sha256])
        churn = Fraction(altered, compared) if compared else None
        return VersionStep(
            before=old.file,
            after=new.file,
            days=days,
            changes=tuple(_lines(sheets, before, after)),
            shifted=shifted,
            rows_added=sum(found.rows_added for found in sheets.values()),
            rows_removed=sum(found.rows_removed for found in sheets.values()),
            base="bookings" if base else "cells",
            compared=compared,
            altered=altered,
            churn=churn,
            churn_per_week=churn * 7 / days if churn is not None and days and days >= 1 else None,
            in_window=in_window,
            exposed=len(moves.exposed),
            rebookings=self._rebookings(moves),
            tentative_moves=len(moves.tentative),
        )

    def _rebookings(self, moves: Moves) -> tuple[Rebooking, ...]:
        return tuple(
            Rebooking(
                field=field,
                booking=self._numbers.setdefault(mark, len(self._numbers) + 1),
                sheet=sheet,
                row_before=before,
                row=row,
            )
            for (mark, field), (sheet, before, row) in moves.moved.items()
        )

    def _doubts(self) -> Iterator[str]:
        """Why the order, or a comparison, is not certain."""
        if len(self._scans) < 2:
            return
        for scan in self._scans:
            if self._saved[scan.sha256] is None:
                yield f"{scan.file} does not say when it was saved: it stands first, by its name."
            if not scan.formulas_readable:
                yield f"{scan.file} is read by its values alone: save it as .xlsx to compare it."
            elif scan.sha256 not in self._prints:
                yield f"{scan.file} was added before versions were compared: add it anew."
            elif self._print(scan) is None:
                yield f"{scan.file} was marked with another key: add it anew to compare it."
        saved = [moment for moment in self._saved.values() if moment is not None]
        if len(set(saved)) < len(saved):
            yield "Files saved at the same moment stand in the order of their names."
        numbers = [(v, scan) for scan in self._scans if (v := _number(scan.file)) is not None]
        for (one, earlier), (other, later) in pairwise(numbers):
            if one > other:
                yield (
                    f"{earlier.file} was saved before {later.file}, and its name says otherwise: "
                    "the dates of saving were followed."
                )


def _saved(scan: WorkbookScan, prints: Prints) -> datetime | None:
    found = prints.get(scan.sha256)
    if found is not None and found.saved is not None:
        return found.saved
    return datetime.combine(scan.modified, time(), UTC) if scan.modified else None


def _natural(name: str) -> list[tuple[int, str]]:
    """A name so that *v9* comes before *v10*."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _number(name: str) -> int | None:
    """The number of a version in a file name; None where it bears none."""
    found = re.search(r"(?<![^\W_])(?:v|ver|version|rev|r)[-_. ]?(\d{1,6})", name, re.IGNORECASE)
    return int(found[1]) if found else None


def _days(old: datetime | None, new: datetime | None) -> Fraction | None:
    if old is None or new is None:
        return None
    return Fraction(round((new - old).total_seconds()), DAY_S)


def _growth(versions: Sequence[SavedVersion]) -> Fraction | None:
    """Bytes per 30 days from the first to the last version that say both size and time."""
    known = [v for v in versions if v.size and v.saved]
    days = _days(known[0].saved, known[-1].saved) if len(known) > 1 else None
    if not days or days < 1:
        return None
    return (known[-1].size - known[0].size) * MONTH_DAYS / days


def _settle(sheets: Mapping[str, SheetChanges]) -> int:
    """Formulas that only follow moved rows leave the changes; their number.

    Without a row, column or sheet that came or went nothing moves by itself: then somebody wrote
    the other reference.
    """
    moved = any(found.matched is None or found.matched.moved for found in sheets.values())
    for found in sheets.values():
        if moved:
            found.booking_altered -= set(found.maybe_shifted)
        else:
            found.changes += found.maybe_shifted
    return sum(len(found.maybe_shifted) for found in sheets.values()) if moved else 0


def _churned(sheets: Mapping[str, SheetChanges]) -> tuple[bool, int, int]:
    """Whether bookings were recognised; cells compared and altered, of these or of all."""
    booked = sum(found.booking_cells for found in sheets.values())
    if booked:
        return True, booked, sum(len(found.booking_altered) for found in sheets.values())
    cells = sum(found.cells for found in sheets.values())
    return False, cells, sum(len(found.changes) for found in sheets.values())


def _lines(
    sheets: Mapping[str, SheetChanges], old: VersionPrint, new: VersionPrint
) -> Iterator[CellChanges]:
    for name, found in sheets.items():
        sheet = new.sheets.get(name) or old.sheets.get(name)
        yield from by_column(name, sheet, found.changes)
