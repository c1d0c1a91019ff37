"""The interview workbook of an assessment in the store: out, looked at, taken in one change."""

from collections.abc import Mapping

from readiness.domain.errors import Clash
from readiness.store import Put, Saved
from readiness.workspace.evidence import open_file
from readiness.workspace.offline import (
    Incoming,
    Origin,
    compare,
    export,
    new_people,
    response,
    taken,
)
from readiness.workspace.offline_notes import as_notes
from readiness.workspace.offline_rows import Key
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.three_way import Choice


def export_workbook(
    session: Session, assessment: str, whom: str = "all", *, shuffled: bool = False
) -> bytes:
    """The bytes of the workbook for ``all``, a function or a respondent. Raises NotFound."""
    return export(_origin(session, assessment), whom, shuffled=shuffled)


def look_at_workbook(session: Session, assessment: str, name: str, data: bytes) -> Incoming:
    """What a workbook that came back would change; nothing is stored. Raises InputRefused."""
    opened = open_file(session, assessment, name, data)
    return compare(opened, _origin(session, assessment))


def take_workbook(
    session: Session, assessment: str, incoming: Incoming, choices: Mapping[Key, Choice]
) -> Saved | None:
    """Write what was decided, as one change that one undo takes back; None if that is nothing.

    Raises Undecided for a conflict without a choice, Clash if an answer of the list changed after
    it was shown: then nothing is written, and the list has to be made again.
    """
    answers = taken(incoming, choices)
    loaded = session.store.load(session.actor, assessment)
    said = {(r.capability, r.respondent): r for r in loaded.assessment.responses}
    if any(incoming.moved(key, said.get(key)) for key in answers):
        raise Clash(
            "An answer of this list was changed in the app meanwhile. Nothing was imported: look "
            "at the list again."
        )
    puts = [
        Put("respondent", person.id, person, loaded.expected("respondent", person.id))
        for person in new_people(incoming, answers)
    ]
    for key, value in answers.items():
        at = "|".join(key)
        payload = None if value is None else response(key, value, said.get(key))
        puts.append(Put("response", at, payload, loaded.expected("response", at)))
    taken_ids = [at.key for at in loaded.entries if at.kind == "note"]
    puts += [
        Put("note", note.id, note, loaded.expected("note", note.id))
        for note in as_notes(incoming.loose, taken_ids)
    ]
    if not puts:
        return None
    reason = f"interview workbook {incoming.workbook} ({incoming.file})"
    return session.store.put_many(session.actor, assessment, puts, reason=reason)


def _origin(session: Session, assessment: str) -> Origin:
    now = state(session, assessment)
    return Origin(assessment, now.assessment, now.questionnaire, str(now.loaded.revision))
