"""What a maker's filled-in question list would change: looked at, decided, taken in one change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from readiness.domain.errors import Clash, Problem
from readiness.domain.operating import Operating
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure
from readiness.domain.scorecard import ScorecardRules
from readiness.files.opened import OpenedFile
from readiness.report.partner_questions import QUESTIONS
from readiness.store import Kind, Put, Saved
from readiness.workspace.evidence import open_file
from readiness.workspace.notes import IdentifierFound, check_note
from readiness.workspace.partner_returned import (
    ANSWER,
    FAILURE,
    Key,
    Value,
    read_answers,
)
from readiness.workspace.partners import partner_of
from readiness.workspace.results import state
from readiness.workspace.returned import Remarks, text
from readiness.workspace.session import Session
from readiness.workspace.three_way import Choice, Line, decided, difference

KINDS: Mapping[str, Kind] = {ANSWER: "partner_answer", FAILURE: "partner_failure"}


@dataclass(frozen=True)
class PartnerBack:
    """A list that came back. ``asks``: texts that look as if they named somebody, and why."""

    partner: str
    file: str
    lines: tuple[Line[Key, Value], ...]
    asks: Mapping[Key, str]
    refused: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    @property
    def open_conflicts(self) -> tuple[Line[Key, Value], ...]:
        """The lines that need a decision each."""
        return tuple(line for line in self.lines if line.kind == "conflict")

    def chosen(self, choices: Mapping[Key, Choice]) -> dict[Key, Choice]:
        """The choices; a text that looks as if it named somebody is left out without one."""
        left_out: dict[Key, Choice] = dict.fromkeys(self.asks, "app")
        return left_out | dict(choices)


def look_at_answers(
    session: Session, assessment: str, partner: str, name: str, data: bytes
) -> PartnerBack:
    """What the list would change; nothing is stored. Raises InputRefused, NotFound.

    It left empty, so whatever stands here already and differs is a conflict.
    """
    maker = partner_of(session, assessment, partner)
    opened = open_file(session, assessment, name, data)
    now = state(session, assessment)
    return compared(opened, now.assessment.operating, maker, now.questionnaire.cdmo)


def compared(
    opened: OpenedFile, said: Operating, maker: Partner, rules: ScorecardRules
) -> PartnerBack:
    """The list beside what was said of a maker. Raises InputRefused for a file that is no list."""
    remarks = Remarks(opened.name)
    found = read_answers(opened, rules, remarks)
    _named(opened, maker.name, remarks)
    stored = standing(said, maker.id)
    lines = difference({}, found, {key: stored[key] for key in found if key in stored})
    asks = {line.key: why for line in lines if (why := _why(line.found))}
    return PartnerBack(
        maker.id, opened.name, tuple(lines), asks, tuple(remarks.refused), tuple(remarks.notes)
    )


def take_answers(
    session: Session, assessment: str, back: PartnerBack, choices: Mapping[Key, Choice]
) -> Saved | None:
    """Write what was decided, as one change that one undo takes back; None if that is nothing.

    A text that looks as if it named somebody is left out unless it was chosen. Raises Undecided
    for a conflict without a choice, Clash if something of the list changed after it was shown.
    """
    loaded = session.store.load(session.actor, assessment)
    said = loaded.assessment.operating
    now = standing(said, back.partner)
    taken = decided(back.lines, back.chosen(choices))
    if any(now.get(line.key) != line.stored for line in back.lines if line.key in taken):
        raise Clash("Something of this list changed meanwhile. Nothing was taken: look again.")
    changed = entries(said, back.partner, taken)
    puts = [
        Put(KINDS[kind], key := f"{back.partner}|{id}", value, loaded.expected(KINDS[kind], key))
        for (kind, id), value in changed.items()
    ]
    reason = f"question list that came back ({back.file})"
    return session.store.put_many(session.actor, assessment, puts, reason=reason) if puts else None


def entries(
    said: Operating, partner: str, taken: Mapping[Key, Value | None]
) -> dict[tuple[str, str], dict[str, Any]]:
    """The answers and failures of a maker as they are once ``taken`` is written."""
    changed: dict[tuple[str, str], dict[str, Any]] = {}
    for (kind, id, field), value in taken.items():
        changed.setdefault((kind, id), _entry(said, partner, kind, id))[field] = value
    return changed


def standing(said: Operating, partner: str) -> dict[Key, Value]:
    """What was said of a maker already, by the places of its question list."""
    found: dict[Key, Value] = {}
    for answer in said.partner_answers:
        if answer.partner == partner:
            found |= {(ANSWER, answer.question, "note"): answer.note} if answer.note else {}
            if answer.score is not None:
                found[ANSWER, answer.question, "score"] = answer.score
    for failure in said.partner_failures:
        if failure.partner == partner:
            for field in ("month", "step", "cause", "changed", "shown"):
                if words := getattr(failure, field):
                    found[FAILURE, str(failure.n), field] = words
    return found


def _entry(said: Operating, partner: str, kind: str, id: str) -> dict[str, Any]:
    if kind == FAILURE:
        failures = {(f.partner, str(f.n)): f for f in said.partner_failures}
        return failures.get((partner, id), PartnerFailure(partner=partner, n=int(id))).model_dump()
    answers = {(a.partner, a.question): a for a in said.partner_answers}
    known = answers.get((partner, id), PartnerAnswer(partner=partner, question=id))
    return known.model_dump()


def _why(value: Value | None) -> str:
    try:
        check_note(str(value))
    except IdentifierFound as found:
        return str(found)
    return ""


def _named(opened: OpenedFile, name: str, remarks: Remarks) -> None:
    """A list that was made for another maker is taken, and that is said."""
    sheets = [info.name for info in opened.sheets]
    titles = {
        text(cell) for sheet in sheets for row in opened.sheet(sheet).rows[:1] for cell in row
    }
    made_for = [title for title in titles if title.startswith(f"{QUESTIONS} to ")]
    if made_for and f"{QUESTIONS} to {name}" not in made_for:
        remarks.note("CQ09", "its title names another maker than the one chosen here", QUESTIONS)
