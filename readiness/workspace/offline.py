"""The interview workbook out and back in: nothing is written before a person has decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from readiness.domain.assessment import Assessment, Respondent, Response
from readiness.domain.errors import NotFound, Problem
from readiness.domain.questionnaire import Questionnaire
from readiness.files.opened import OpenedFile
from readiness.report.interview_layout import (
    Given,
    Identity,
    given,
    order_of,
)
from readiness.report.interview_workbook import QuestionSheet, interview_workbook
from readiness.report.sealing import flat, workbook_id
from readiness.workspace.interview import asked
from readiness.workspace.notes import IdentifierFound, check_note
from readiness.workspace.offline_notes import loose_notes
from readiness.workspace.offline_reading import AGAIN, read_identity
from readiness.workspace.offline_rows import Key, Reading, read_answers
from readiness.workspace.returned import Remarks, refuse_file
from readiness.workspace.three_way import Choice, Line, decided, difference

TEAM = "TEAM"
Answers = Line[Key, Given]


@dataclass(frozen=True)
class Origin:
    """What a workbook is made of, and later compared with.

    ``id``: of the assessment in its store, or in its folder; ``revision``: '' in a folder.
    """

    id: str
    assessment: Assessment
    questionnaire: Questionnaire
    revision: str = ""


def export(origin: Origin, whom: str = "all", *, shuffled: bool = False) -> bytes:
    """The workbook for everybody (``all``), a function (its code) or a respondent (their code).

    A respondent's holds their answers as they stand. Raises NotFound, naming who there is.
    """
    sheets = _sheets(origin, whom)
    person = next((sheet.respondent for sheet in sheets if sheet.respondent), None)
    who = person.id if person else ""
    content = origin.questionnaire
    id = workbook_id(origin.id, origin.revision, content.sha256, whom, str(shuffled))
    questions = dict.fromkeys(q.id for sheet in sheets for q in sheet.questions)
    said = _said(origin.assessment)
    identity = Identity(
        workbook=id,
        assessment=origin.id,
        title=origin.assessment.title,
        revision=origin.revision,
        questionnaire=content.id,
        version=content.version,
        sha256=content.sha256,
        respondent=who,
        order="shuffled" if shuffled else "ascending",
        sheets=tuple(sheet.code for sheet in sheets),
        orders={q: order_of(id, q, shuffled=shuffled) for q in questions},
        exported={q: given(said[q, who]) for q in questions if (q, who) in said},
    )
    return interview_workbook(identity, sheets, origin.assessment.as_of)


def _said(assessment: Assessment) -> dict[Key, Response]:
    return {(r.capability, r.respondent): r for r in assessment.responses}


def _sheets(origin: Origin, whom: str) -> list[QuestionSheet]:
    questions = asked(origin.assessment, origin.questionnaire)
    people = origin.assessment.respondent_by_id
    names = {f.code: f.name for f in origin.questionnaire.functions} | {TEAM: "The team"}

    def sheet(code: str, who: Respondent | None = None) -> QuestionSheet:
        mine = tuple(q for q in questions if code == TEAM or code in q.functions)
        return QuestionSheet(code, names[code], mine, who)

    if whom in people:
        return [sheet(people[whom].function, people[whom])]
    codes = [c for c in names if c == whom or (whom == "all" and c != TEAM)]
    if not codes:
        there = ", ".join((*people, *names))
        raise NotFound(f"There is nobody called {whom!r} here; there is {there}.")
    return [sheet(code) for code in codes]


@dataclass(frozen=True)
class Incoming:
    """A workbook beside what stands in the app: what would change, and what cannot be taken.

    ``asks``: lines with a text that looks as if it identified somebody, and what it looks like;
    they are left out unless a person says otherwise. ``places``: sheet and row of each line.
    ``loose``: notes without an answer, which become quick notes.
    """

    file: str
    workbook: str
    lines: tuple[Answers, ...]
    people: tuple[Respondent, ...]
    refused: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    asks: Mapping[Key, str] = field(default_factory=dict)
    places: Mapping[Key, tuple[str, int]] = field(default_factory=dict)
    loose: Mapping[Key, str] = field(default_factory=dict)

    @property
    def open_conflicts(self) -> tuple[Answers, ...]:
        """The lines that need a decision each."""
        return tuple(line for line in self.lines if line.kind == "conflict")

    def moved(self, key: Key, now: Response | None) -> bool:
        """Whether the stored answer is no longer the one that was compared."""
        stored = {line.key: line.stored for line in self.lines}[key]
        return stored != (given(now) if now else None)


def compare(opened: OpenedFile, origin: Origin) -> Incoming:
    """What a workbook would change; nothing is written.

    Raises InputRefused if it is not this assessment's, or cannot be trusted as a whole.
    """
    identity = read_identity(opened)
    remarks = Remarks(opened.name)
    _check_origin(identity, origin, remarks)
    known = origin.assessment.respondent_by_id
    reading = Reading(opened, identity, origin.questionnaire, known, remarks)
    filled = read_answers(reading)
    exported = {(q, identity.respondent): said for q, said in identity.exported.items()}
    stored = {key: given(response) for key, response in _said(origin.assessment).items()}
    lines = tuple(difference(exported, filled.found, stored))
    loose = loose_notes(filled.loose, filled.places, origin.assessment, remarks)
    named = {line.key[1] for line in lines if line.found is not None} | {who for _, who in loose}
    return Incoming(
        file=opened.name,
        workbook=identity.workbook,
        lines=lines,
        people=tuple(p for id, p in filled.people.items() if id in named and id not in known),
        refused=tuple(remarks.refused),
        notes=tuple(remarks.notes),
        asks=dict(filter(None, map(_asked, lines))),
        places=filled.places,
        loose=loose,
    )


def _check_origin(identity: Identity, origin: Origin, remarks: Remarks) -> None:
    if identity.assessment != origin.id:
        message = (
            f'belongs to the assessment "{identity.title}", this is "{origin.assessment.title}"'
        )
        refuse_file(remarks.file, "IV02", message, "Open that assessment and import it there")
    content = origin.questionnaire
    if (identity.questionnaire, identity.version) != (content.id, content.version):
        made, here = (
            f"{identity.questionnaire} {identity.version}",
            f"{content.id} {content.version}",
        )
        message = f"was made with the questionnaire {made}, the assessment uses {here}"
        refuse_file(remarks.file, "IV03", message, AGAIN)
    if identity.sha256 != content.sha256:
        message = "the wording of the questionnaire changed since; changed rows are refused"
        remarks.note("IV07", message, "")
    if identity.respondent and identity.respondent not in origin.assessment.respondent_by_id:
        message = f"was made for {identity.respondent}, who is no longer a respondent"
        refuse_file(remarks.file, "IV26", message, AGAIN)
    if identity.revision != origin.revision:
        message = (
            f"it was exported at revision {identity.revision}, the assessment is at "
            f"{origin.revision}: an answer that changed on both sides is a conflict"
        )
        remarks.note("IV06", message, "")


def _asked(line: Answers) -> tuple[Key, str] | None:
    """What looks like an identifier in a text that was not there before."""
    if line.found is None:
        return None
    known = (line.stored.text, line.stored.proof) if line.stored else ()
    try:
        for typed in (line.found.text, line.found.proof):
            if typed not in known:
                check_note(typed)
    except IdentifierFound as found:
        return line.key, str(found)
    return None


def taken(incoming: Incoming, choices: Mapping[Key, Choice]) -> dict[Key, Given | None]:
    """The answers to be written. Raises Undecided for a conflict without a choice."""
    left_out: dict[Key, Choice] = dict.fromkeys(incoming.asks, "app")
    return decided(incoming.lines, left_out | dict(choices))


def response(key: Key, said: Given, old: Response | None) -> Response:
    """The answer as it is stored; what the workbook does not hold of an old one stays."""
    kept = old.model_dump() if old else {"capability": key[0], "respondent": key[1]}
    part = "reason" if said.level == "not_applicable" else "note"
    if old is None or flat(getattr(old, part)) != said.text:
        kept[part] = said.text
    if part == "note":
        kept["reason"] = ""
    if old is None or flat(old.proof) != said.proof:
        kept["proof"] = said.proof
    return Response.model_validate(kept | {"level": said.level, "basis": said.basis})


def new_people(incoming: Incoming, answers: Mapping[Key, Given | None]) -> Sequence[Respondent]:
    """The respondents that come with the answers that are taken, and with the notes."""
    named = {key[1] for key, said in answers.items() if said is not None}
    named |= {who for _, who in incoming.loose}
    return [person for person in incoming.people if person.id in named]
