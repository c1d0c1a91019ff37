"""What a person states of a log: complete from a day to a day (domain 4.0, rule 5)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import ValidationError

from readiness.domain.assessment import Assessment
from readiness.domain.complete_logs import CompleteLog
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.evidence import TableKind
from readiness.store import Put, Saved
from readiness.workspace.mappings import COMPLETE
from readiness.workspace.notes import check_owner
from readiness.workspace.placed import Placed, read_placed
from readiness.workspace.refusals import loose_values, problems_of
from readiness.workspace.session import Session
from readiness.workspace.vocabulary import vocabulary


def with_complete(said: Assessment, mappings: str | None, file: str) -> Assessment:
    """The assessment with what its ``evidence.yaml`` states under ``complete``.

    ``mappings``: the text of that file, None without one. Raises InputRefused with every problem
    and its line.
    """
    if mappings is None:
        return said
    placed = read_placed(mappings, file)
    rows = placed.value.get(COMPLETE) if isinstance(placed.value, dict) else None
    if rows is None:
        return said
    if not isinstance(rows, list):
        raise InputRefused([placed.problem((COMPLETE,), "a list was expected")])
    found: list[CompleteLog] = []
    problems: list[Problem] = []
    for index, row in enumerate(rows):
        one, wrong = _read(placed, row, index)
        found += one
        problems += wrong
    if problems:
        raise InputRefused(problems)
    return said.model_copy(update={"complete_logs": (*said.complete_logs, *found)})


def _read(placed: Placed, row: Any, index: int) -> tuple[list[CompleteLog], list[Problem]]:
    where = (COMPLETE, index)
    loose = [
        placed.problem(at, "this cannot stand here", expected=expected)
        for at, expected in loose_values(CompleteLog, row, where)
    ]
    if loose:
        return [], loose
    try:
        return [CompleteLog.model_validate(row)], []
    except ValidationError as error:
        return [], list(problems_of(error, CompleteLog, placed, where))


def state_complete(
    session: Session, assessment: str, kind: TableKind, from_: date, to: date, by: str
) -> Saved:
    """Keep what somebody states of a kind of log, in the place of what was stated before.

    Raises InputRefused for days that cannot be, IdentifierFound where ``by`` is no role.
    """
    said = session.store.load(session.actor, assessment).assessment
    words = vocabulary(said.questionnaire, session.settings).columns
    problems = list(_wrong(words.kinds[kind].name, from_, to, by, said.as_of))
    if problems:
        raise InputRefused(problems)
    check_owner(by, words.no_person)
    fresh = {"kind": kind, "from": from_, "to": to, "by": by.strip(), "on": session.today()}
    first = Put("complete_log", kind, CompleteLog.model_validate(fresh))
    rest = [put for put in _gone(session, assessment, kind) if put.key != kind]
    return session.store.put_many(session.actor, assessment, [first, *rest])


def _wrong(log: str, from_: date, to: date, by: str, as_of: date) -> Iterable[Problem]:
    if not by.strip():
        yield Problem(log, "Say who states it", advice="Name a role, for example QA lead")
    if from_ > to:
        yield Problem(log, "It ends before it begins")
    if to > as_of:
        text = f"It ends after the as-of date, {as_of.isoformat()}"
        yield Problem(log, text, advice="Nobody can know that yet")


def take_back_complete(session: Session, assessment: str, kind: TableKind) -> Saved:
    """Take back everything that was stated of a kind of log."""
    return session.store.put_many(session.actor, assessment, _gone(session, assessment, kind))


def _gone(session: Session, assessment: str, kind: TableKind) -> list[Put]:
    entries = session.store.load(session.actor, assessment).entries
    keys = [key for named, key in entries if named == "complete_log"]
    return [Put("complete_log", key, None) for key in keys if key.partition("|")[0] == kind]


def stated_lines(said: Assessment) -> list[str]:
    """Who states what of which log, in words."""
    return [f"{in_words(log, said.questionnaire)}." for log in said.complete_logs]


def in_words(said: CompleteLog, questionnaire: str) -> str:
    """*The deviation log is complete from 1 Jan 2026 to 22 Nov 2026: stated by QA lead.*"""
    log = vocabulary(questionnaire).columns.kinds[said.kind].name
    spans = f"from {_day(said.from_)} to {_day(said.to)}"
    return f"The {log} is complete {spans}: stated by {said.by} on {_day(said.on)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
