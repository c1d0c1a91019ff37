"""A gap report back into the store: opened apart, looked at, taken in one change."""

from collections.abc import Mapping

from readiness.domain.errors import Clash
from readiness.files.anatomy import Anatomy, read_anatomy, told
from readiness.files.opened import OpenedFile
from readiness.files.worker import run_apart
from readiness.settings import Settings
from readiness.store import Loaded, Put, Saved
from readiness.workspace.evidence import open_file, words_of
from readiness.workspace.offline import Origin
from readiness.workspace.report_back import ReportBack, Taken, compare, stands, taken
from readiness.workspace.report_fields import Key
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.three_way import Choice
from readiness.workspace.vocabulary import Vocabulary, limits


def look_at_report(session: Session, assessment: str, name: str, data: bytes) -> ReportBack:
    """What a report that came back would change; nothing is stored. Raises InputRefused."""
    opened = open_file(session, assessment, name, data)
    words = words_of(session, assessment)
    now = state(session, assessment)
    origin = Origin(assessment, now.assessment, now.questionnaire, str(now.loaded.revision))
    anatomy = anatomy_of(opened, words, session.settings)
    return compare(opened, anatomy, origin, words.columns.no_person)


def anatomy_of(opened: OpenedFile, words: Vocabulary, settings: Settings) -> Anatomy:
    """Where formulas stand, told by the process for untrusted files. Raises InputRefused.

    Sheets may have any name by now, so that all of them are looked at but the hidden ones.
    """
    names = tuple(info.name for info in opened.sheets if info.state == "visible")
    bounds, errors = limits(settings), words.columns.errors
    said = run_apart(opened, told, names, bounds, errors, limits=bounds, errors=errors)
    return read_anatomy(said)


def take_report(
    session: Session, assessment: str, back: ReportBack, choices: Mapping[Key, Choice]
) -> Saved | None:
    """Write what was decided, as one change that one undo takes back; None if that is nothing.

    Raises Undecided for a conflict without a choice, Clash if a line of the list changed after it
    was shown: then nothing is written, and the list has to be made again.
    """
    now = state(session, assessment)
    new = taken(back, choices, now.assessment, now.questionnaire, session.today())
    stored = stands(now.assessment, now.questionnaire, [line.key.item for line in back.lines])
    if any(line.stored != stored.get(line.key) for line in back.lines):
        raise Clash(
            "A line of this list was changed in the app meanwhile. Nothing was imported: look at "
            "the list again."
        )
    puts = _puts(new, now.loaded)
    if not puts:
        return None
    reason = f"gap report {back.report} ({back.file})"
    return session.store.put_many(session.actor, assessment, puts, reason=reason)


def _puts(new: Taken, loaded: Loaded) -> list[Put]:
    puts = [
        Put("tracking", item, value, loaded.expected("tracking", item))
        for item, value in new.tracking.items()
    ]
    for pair, value in new.overrides.items():
        base = "|".join(pair)
        # An assessment from elsewhere may hold several of one rating; the last one counts.
        there = [
            at.key
            for at, stamp in loaded.entries.items()
            if at.kind == "override" and stamp.there and f"{at.key}|".startswith(f"{base}|")
        ]
        keys = there if value is None else [max(there, key=_number, default=base)]
        puts += [Put("override", key, value, loaded.expected("override", key)) for key in keys]
    puts += [
        Put("action", id, value, loaded.expected("action", id)) for id, value in new.actions.items()
    ]
    if new.settings is not None:
        puts.append(Put("meta", "settings", new.settings, loaded.expected("meta", "settings")))
    return puts


def _number(key: str) -> int:
    """The number of a repeated entry: 1, 2 of ``CTL-1|P|2``."""
    parts = key.split("|")
    return int(parts[2]) if len(parts) > 2 else 1
