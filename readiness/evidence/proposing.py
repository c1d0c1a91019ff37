"""A first look at a file: kind, sheet, heading row, columns, values, dates, each with a reason."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from readiness.domain.columns import ColumnContent, FieldContent
from readiness.domain.errors import InputRefused
from readiness.domain.evidence import TableKind
from readiness.domain.tables import TABLES
from readiness.evidence.candidates import (
    Candidate,
    best_candidate,
    find_candidates,
    is_titled,
    with_series,
)
from readiness.evidence.columns import KindMatch, KnownHeadings, Match
from readiness.evidence.grid import Grid
from readiness.evidence.mapping import REAL_DATES, FileMapping
from readiness.evidence.proposal import (
    ColumnProposal,
    Proposal,
    ValueProposal,
)
from readiness.evidence.questions import DateLook, look_at_dates, propose_values
from readiness.evidence.showing import shown
from readiness.files.opened import OpenedFile

_PREVIEW_ROWS, _EXAMPLES = 5, 3


def inspect(
    opened: OpenedFile,
    content: ColumnContent,
    *,
    kind: TableKind | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    remembered: FileMapping | None = None,
) -> Proposal:
    """What a file is taken for, with everything that a person should look at.

    ``kind``, ``sheet``, ``header_row``: what a person has corrected. ``remembered``: the confirmed
    mapping of an earlier file of the same layout; where its headings are all there it stands.
    Raises InputRefused: ``unknown_kind``, ``no_such_sheet``, ``no_such_heading_row``,
    ``empty_file``.
    """
    known, alone = KnownHeadings(content), sheet is not None
    if remembered and _same_layout(opened, remembered):
        kind, sheet = kind or remembered.kind, sheet or remembered.sheet
        header_row = header_row or remembered.header_row
    if kind == "workbook" or (kind is None and _is_workbook(opened, content)):
        return _workbook(opened, content)
    best = best_candidate(find_candidates(opened, content, known, sheet, header_row), kind)
    if best is None:
        raise content.errors.refused("empty_file", opened.name)
    if not alone:
        best = with_series(opened, content, known, best)
    match = next((m for m in best.kinds if m.kind == kind), None) if kind else None
    if kind and match is None:
        match = KindMatch(kind, known.match(kind, best.grid, best.looks), 0)
    if match is None:
        if not best.kinds:
            raise content.errors.refused("unknown_kind", opened.name, sheet=best.info.name)
        match = best.kinds[0]
    return _Proposing(opened, content, known, best, match, remembered).proposal()


def _same_layout(opened: OpenedFile, remembered: FileMapping) -> bool:
    """Whether the sheet, the row and every heading of a mapping are there."""
    try:
        sheet = opened.sheet(remembered.sheet)
    except (KeyError, InputRefused):
        return False
    if remembered.header_row > len(sheet.rows):
        return False
    grid = Grid.below(sheet, remembered.header_row, remembered.header_lines)
    return bool(remembered.columns) and set(remembered.columns.values()) <= set(grid.headings)


def _is_workbook(opened: OpenedFile, content: ColumnContent) -> bool:
    """A workbook whose name says that it is a schedule is judged as a workbook."""
    spec = content.kinds.get("workbook")
    if spec is None or opened.type in ("csv", "tsv"):
        return False
    return is_titled(opened.name, spec.titles)


def _workbook(opened: OpenedFile, content: ColumnContent) -> Proposal:
    return Proposal(
        file=opened.name,
        kind="workbook",
        kind_name=content.kinds["workbook"].name,
        sheet=None,
        header_row=1,
        rows=0,
        headings=(),
        matched=0,
        others=(),
        sheets=tuple(info.name for info in opened.sheets),
        preview=(),
        columns=(),
        values=(),
        dates=(),
        date_formats={},
        unused=(),
        left_out={},
    )


@dataclass(frozen=True)
class _Proposing:
    """Puts the proposal of one kind on one sheet together."""

    opened: OpenedFile
    content: ColumnContent
    known: KnownHeadings
    candidate: Candidate
    match: KindMatch
    remembered: FileMapping | None

    def proposal(self) -> Proposal:
        """The whole proposal."""
        grid, kind = self.candidate.grid, self.match.kind
        spec = self.content.kinds[kind]
        matches = self._matches()
        looks = self._dates(matches)
        columns = tuple(
            self._column(name, field, matches.get(name), looks.get(name))
            for name, field in spec.fields.items()
        )
        used = {match.column for match in matches.values()}
        return Proposal(
            file=self.opened.name,
            kind=kind,
            kind_name=spec.name,
            sheet=self.candidate.info.name or None,
            header_row=grid.header_row,
            header_lines=self.candidate.lines,
            joined=tuple(part.sheet.info.name for part in grid.parts[1:]),
            rows=len(grid),
            headings=tuple(grid.headings),
            matched=len(used),
            others=tuple(m.kind for m in self.candidate.kinds if m.kind != kind),
            sheets=tuple(info.name for info in self.opened.sheets),
            preview=self._preview(matches),
            columns=columns,
            values=self._values(matches),
            dates=tuple(look.question for look in looks.values() if look.question),
            date_formats={name: look.proven for name, look in looks.items() if look.proven},
            unused=tuple(h for i, h in enumerate(grid.headings) if i not in used),
            left_out={
                self.content.errors.text(code): n for code, n in self.candidate.reasons.items()
            },
            remembered=self._memory,
        )

    @cached_property
    def _memory(self) -> FileMapping | None:
        """What was confirmed before, if this file is laid out the same way."""
        memory = self.remembered
        if memory is None or memory.kind != self.match.kind:
            return None
        return memory if _same_layout(self.opened, memory) else None

    def _matches(self) -> dict[str, Match]:
        """Field -> column: as remembered, else as recognised."""
        memory = self._memory
        if memory is None:
            return self.match.matches
        return {
            name: Match(
                self.candidate.grid.headings.index(heading), 1, "confirmed", heading, "fits"
            )
            for name, heading in memory.columns.items()
            if name in self.content.kinds[self.match.kind].fields
        }

    def _dates(self, matches: dict[str, Match]) -> dict[str, DateLook]:
        spec, memory = self.content.kinds[self.match.kind], self._memory
        declared = {
            name: way
            for name in matches
            if memory and (way := memory.date_format_of(name)) and way != REAL_DATES
        }
        dated = {
            name: match.column
            for name, match in matches.items()
            if spec.fields[name].look == "date"
            or (
                spec.fields[name].look == "date_or_yes"
                and self.candidate.looks[match.column].dates > 0
            )
        }
        return look_at_dates(
            self.opened,
            self.content,
            spec,
            self.candidate.grid,
            self.candidate.records,
            dated,
            declared,
        )

    def _column(
        self, name: str, field: FieldContent, match: Match | None, dates: DateLook | None
    ) -> ColumnProposal:
        say = self.content.errors.text
        required = name in TABLES[self.match.kind].required
        if match is None:
            return self._without_column(name, field, required=required)
        look = self.candidate.looks[match.column]
        reasons = [self.content.say(match.how, alias=match.alias)]
        sure = match.how in ("known", "known_similar", "numbers", "confirmed")
        sure = sure and match.fit != "contradicts"
        if match.rival and required:
            sure = False
            reasons.append(say("rival"))
        if match.fit == "contradicts":
            reasons.append(say(f"not_{field.look}"))
        if dates:
            reasons.append(dates.reason)
            sure = sure and dates.sure
        elif field.look == "key":
            code = "unique" if look.filled == look.distinct else "repeated"
            reasons.append(say(code, filled=look.filled, rows=look.rows, distinct=look.distinct))
        return ColumnProposal(
            field=name,
            label=field.label,
            required=required,
            heading=self.candidate.grid.headings[match.column],
            confidence="sure" if sure else "check",
            reasons=tuple(reasons),
            examples=self._examples(match.column, field),
        )

    def _without_column(self, name: str, field: FieldContent, *, required: bool) -> ColumnProposal:
        """A field that no heading stands for: fixed as before, fixed by a title, or not found."""
        say = self.content.errors.text
        if self._memory and name in self._memory.fixed:
            value = self._memory.fixed[name]
            why = (say("confirmed"),)
            return ColumnProposal(name, field.label, required, None, "sure", why, (), value)
        title = f"{self.candidate.info.name} {self.opened.name}"
        for value, words in self.content.values.get(field.values or "", {}).items():
            if required and is_titled(title, (value.replace("_", " "), *words)):
                why = (say("fixed_by_title", word=value.replace("_", " ")),)
                return ColumnProposal(name, field.label, required, None, "check", why, (), value)
        return ColumnProposal(name, field.label, required, None, "none", (say("not_found"),))

    def _examples(self, column: int, field: FieldContent) -> tuple[str, ...]:
        distinct = self.candidate.grid.distinct(column)
        counts = distinct.counts(self.candidate.records)
        at = np.flatnonzero((counts > 0) & ~distinct.blank)[:_EXAMPLES]
        return tuple(shown(distinct.values[i], field, self.known, self.content) for i in at)

    def _preview(self, matches: dict[str, Match]) -> tuple[tuple[str, ...], ...]:
        fields = self.content.kinds[self.match.kind].fields
        of = {match.column: fields[name] for name, match in matches.items()}
        columns = self.candidate.grid.columns
        rows = np.flatnonzero(self.candidate.records)[:_PREVIEW_ROWS]
        return tuple(
            tuple(
                shown(column[row], of.get(at), self.known, self.content)
                for at, column in enumerate(columns)
            )
            for row in rows
        )

    def _values(self, matches: dict[str, Match]) -> tuple[ValueProposal, ...]:
        memory = self._memory
        found: list[ValueProposal] = []
        for name, match in matches.items():
            field = self.content.kinds[self.match.kind].fields[name]
            vocabulary = field.values or ("yes_no" if field.look == "yes_no" else None)
            if vocabulary:
                distinct = self.candidate.grid.distinct(match.column)
                found += propose_values(
                    self.content,
                    self.known.vocabulary(vocabulary),
                    name,
                    field,
                    distinct.values,
                    distinct.counts(self.candidate.records),
                    memory.values.get(name, {}) if memory else {},
                )
        return tuple(found)
