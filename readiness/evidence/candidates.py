"""Where in a file the table may be: every sheet, its heading row, and the kinds that explain it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from readiness.domain.columns import ColumnContent
from readiness.domain.evidence import TableKind
from readiness.evidence.columns import KindMatch, KnownHeadings, rank_kinds
from readiness.evidence.grid import Grid, Mask
from readiness.evidence.layout import heading_lines, heading_row, row_reasons
from readiness.evidence.looks import Profile, profiles
from readiness.evidence.sheets import in_order, is_series, siblings
from readiness.evidence.words import normal
from readiness.files.opened import OpenedFile, SheetInfo


@dataclass(frozen=True)
class Candidate:
    """One sheet with one heading row, and the kinds that can explain it, best first."""

    info: SheetInfo
    grid: Grid
    records: Mask
    reasons: dict[str, int]
    looks: list[Profile]
    kinds: list[KindMatch]
    lines: int = 1
    """Of its headings."""


def is_titled(text: str, titles: Sequence[str]) -> bool:
    name = f" {normal(text.rpartition('.')[0] or text)} "
    return any(f" {normal(title)} " in name for title in titles)


def find_candidates(
    opened: OpenedFile,
    content: ColumnContent,
    known: KnownHeadings,
    sheet: str | None,
    header_row: int | None,
) -> list[Candidate]:
    """Every sheet that may hold the table: the named one, else the visible ones, else all."""
    infos = [info for info in opened.sheets if sheet is None or info.name == sheet]
    if not infos:
        names = ", ".join(info.name for info in opened.sheets)
        raise content.errors.refused("no_such_sheet", opened.name, sheet=sheet, names=names)
    visible = [info for info in infos if info.state == "visible" and info.stored.filled]
    found = []
    for info in visible or [info for info in infos if info.stored.filled]:
        cells = opened.sheet(info.name)
        row = header_row or heading_row(cells, known.all)
        if row is None:
            continue
        if row > len(cells.rows):
            raise content.errors.refused(
                "no_such_heading_row", opened.name, sheet=info.name, row=row, last=len(cells.rows)
            )
        row, lines = heading_lines(cells, row, known.sure, given=header_row is not None)
        found.append(_candidate(opened, content, known, Grid.below(cells, row, lines), lines))
    return found


def _candidate(
    opened: OpenedFile, content: ColumnContent, known: KnownHeadings, grid: Grid, lines: int
) -> Candidate:
    info = grid.sheet.info
    reasons = row_reasons(grid, content)
    records = ~np.any(list(reasons.values()), axis=0)
    looks = profiles(grid, records, content)
    titled = {
        kind: is_titled(f"{info.name} {opened.name}", spec.titles)
        for kind, spec in content.kinds.items()
    }
    kinds = rank_kinds(known, content, grid, looks, titled)
    counts = {reason: int(mask.sum()) for reason, mask in reasons.items() if mask.any()}
    return Candidate(info, grid, records, counts, looks, kinds, lines)


def with_series(
    opened: OpenedFile, content: ColumnContent, known: KnownHeadings, best: Candidate
) -> Candidate:
    """The candidate together with the sheets of its series, one a month or the like."""
    others = siblings(opened, best.grid, best.lines) if len(opened.sheets) > 1 else []
    grids = in_order(opened, [best.grid, *others])
    if not is_series([grid.sheet.info.name for grid in grids], content):
        return best
    return _candidate(opened, content, known, Grid.joined(grids), best.lines)


def best_candidate(candidates: Sequence[Candidate], kind: TableKind | None) -> Candidate | None:
    """The sheet that the kind explains best; the longest of equals."""

    def score(candidate: Candidate) -> tuple[float, int]:
        fits = [m.score for m in candidate.kinds if kind in (None, m.kind)]
        return max(fits, default=0.0), int(candidate.records.sum())

    return max(candidates, key=score, default=None)
