"""Files that were dropped and not yet confirmed: held by this session alone, never stored."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

import streamlit as st

from readiness.domain.columns import KindContent
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.evidence import TableKind
from readiness.evidence.answers import Answered
from readiness.evidence.mapping import FileMapping, LeftOut, Place
from readiness.evidence.proposal import Proposal, ValueProposal
from readiness.evidence.resembling import Proposed
from readiness.files.opened import OpenedFile
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.workspace import evidence, intake
from readiness.workspace.alike import answered_before, resembling

WHAT, COLUMNS, PROBLEMS, MEASURED = "what", "columns", "problems", "measurements"
ALIKE = "alike"

Groups = tuple[tuple[Place, ...], ...]


@dataclass
class Draft:
    """One file on its way: what it was taken for, and what a person has said about it.

    ``problems``: why it was refused, at the door or when it was read.
    """

    name: str
    opened: OpenedFile | None
    problems: tuple[Problem, ...] = ()
    kind: TableKind | None = None
    sheet: str | None = None
    header_row: int | None = None
    columns: dict[str, str | None] = field(default_factory=dict)
    values: dict[str, dict[str, str | None]] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    leave_out: tuple[LeftOut, ...] = ()
    similar: Groups | None = None
    """What a person said of the records that read alike; None while nobody was asked."""
    not_similar: Groups = ()
    """The groups that were refused."""
    step: str = WHAT
    at_once: bool = False
    """Whether it is kept without a further click where nothing needs a person."""
    _proposal: Proposal | None = None
    _alike: tuple[FileMapping, Proposed | None] | None = None
    _earlier: tuple[Answered, ...] | None = None
    MOST_WORDS: ClassVar[int] = 40

    def proposal(self, assessment: str) -> Proposal:
        """What the file is taken for, under the corrections. Raises InputRefused."""
        assert self.opened is not None
        if self._proposal is None:
            self._proposal = evidence.look(
                workbench(),
                assessment,
                self.opened,
                kind=self.kind,
                sheet=self.sheet,
                header_row=self.header_row,
            )
        return self._proposal

    def look(self, assessment: str) -> None:
        """Take it for something at once, so that the list tells of problems from the first."""
        try:
            self.proposal(assessment)
        except InputRefused as error:
            self.problems = error.problems

    @property
    def waits_for(self) -> str:
        """What a person has to do with it, in two or three words."""
        if self._proposal is not None and is_workbook(self._proposal):
            return "to be scanned"
        return "records to compare" if self.step == ALIKE else "columns to confirm"

    def correct(self, **said: Any) -> None:
        """Change kind, sheet or heading row; what was said of the columns no longer holds."""
        for name, value in said.items():
            setattr(self, name, value)
        self.columns, self.values, self.dates, self.leave_out = {}, {}, {}, ()
        self.problems, self._proposal, self.similar, self.not_similar = (), None, None, ()

    def alike(self, assessment: str, mapping: FileMapping) -> Proposed | None:
        """Which records without a cause read alike; None if none do, or if it cannot be read."""
        assert self.opened is not None
        asked = mapping.model_copy(update={"similar": None, "not_similar": ()})
        if self._alike is None or self._alike[0] != asked:
            try:
                found = resembling(workbench(), assessment, self.opened, asked)
            except InputRefused:
                found = None  # reading it to keep it names every problem
            self._alike, self._earlier = (asked, found), None
            self.similar, self.not_similar = None, ()
        return self._alike[1]

    def answered_before(self, assessment: str) -> tuple[Answered, ...]:
        """What was confirmed before of records that this file may hold as well."""
        assert self.opened is not None
        if self._earlier is None:
            self._earlier = answered_before(workbench(), assessment, self.opened)
        return self._earlier

    def heading_of(self, proposal: Proposal, name: str) -> str | None:
        """The heading that a field is read from, as it stands."""
        proposed = next(c.heading for c in proposal.columns if c.field == name)
        return self.columns.get(name, proposed)

    def open_dates(self, proposal: Proposal) -> list[str]:
        """Fields whose order of day and month nobody has chosen yet."""
        return [
            q.field
            for q in proposal.dates
            if q.field not in self.dates and self.heading_of(proposal, q.field) == q.heading
        ]

    def asked_words(self, proposal: Proposal) -> list[ValueProposal]:
        """Words that nobody has mapped, of the columns that are used, the most frequent first.

        Beyond ``MOST_WORDS`` a column holds no classes: the rest is reported and not asked.
        """
        open_ones = [
            v
            for v in proposal.values
            if v.confidence != "sure" and not v.kept and self.heading_of(proposal, v.field)
        ]
        return sorted(open_ones, key=lambda v: -v.count)[: self.MOST_WORDS]

    def is_kept_at_once(self, proposal: Proposal) -> bool:
        """Whether a click has asked for it already, and nothing needs a person; asked once."""
        asked, self.at_once = self.at_once, False
        sure = proposal.can_be_read and not proposal.needs_person
        return asked and (is_workbook(proposal) or sure)

    def lacking(self, proposal: Proposal) -> list[str]:
        """Required fields without a heading, and without one value that holds for every row."""
        return [
            c.label
            for c in proposal.columns
            if c.required and c.fixed is None and self.heading_of(proposal, c.field) is None
        ]

    def mapping(self, proposal: Proposal) -> FileMapping:
        """The mapping as it stands, to be read by."""
        base = proposal.mapping()
        columns = {
            c.field: heading
            for c in proposal.columns
            if (heading := self.heading_of(proposal, c.field)) is not None
        }
        formats = dict(proposal.date_formats) | self.dates
        values = {name: dict(known) for name, known in base.values.items()}
        for word in self.asked_words(proposal):
            # Seen and left without a meaning: said once, and not asked of the next file.
            values.setdefault(word.field, {}).setdefault(word.value, None)
        for name, said in self.values.items():
            values.setdefault(name, {}).update(said)
        values = {name: known for name, known in values.items() if name in columns}
        way = {f: w for f, w in formats.items() if f in columns}
        return base.model_copy(
            update={
                "columns": columns,
                "values": values,
                "date_format": way or base.date_format,
                "leave_out": self.leave_out,
                "similar": self.similar,
                "not_similar": self.not_similar,
            }
        )


def drafts(assessment: str) -> dict[str, Draft]:
    """The drafts of an assessment by the id of their upload."""
    every: dict[str, dict[str, Draft]] = st.session_state.setdefault(state.DRAFTS, {})
    return every.setdefault(assessment, {})


def uploader_key(assessment: str) -> str:
    """The key of the uploader; a new one each time, so that it lets go of what was taken."""
    return f"upload_{assessment[:8]}_{st.session_state.get(state.UPLOADS, 0)}"


def take_uploads(assessment: str, uploads: list[Any]) -> None:
    """Open what was dropped; a refusal becomes a draft with problems."""
    for upload in uploads:
        with st.status(f"Opening {state.plain(upload.name)}"):
            draft = opened_draft(assessment, upload.name, upload.getvalue())
            if draft.opened is not None:
                draft.look(assessment)
        drafts(assessment)[upload.file_id] = draft
        st.session_state[state.EVIDENCE] = upload.file_id
    if uploads:
        st.session_state[state.UPLOADS] = st.session_state.get(state.UPLOADS, 0) + 1
        st.rerun()


def opened_draft(assessment: str, name: str, data: bytes) -> Draft:
    """The draft of some bytes."""
    try:
        return Draft(name, evidence.open_file(workbench(), assessment, name, data))
    except InputRefused as error:
        return Draft(name, None, problems=error.problems, step=PROBLEMS)


def kinds(assessment: str) -> dict[TableKind, KindContent]:
    """Every kind of log with its words."""
    return evidence.words_of(workbench(), assessment).columns.kinds


def is_workbook(proposal: Proposal) -> bool:
    """Whether the file is looked at from inside instead of read as a table."""
    return proposal.kind == intake.WORKBOOK
