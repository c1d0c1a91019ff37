"""Files of records: looked at, confirmed once, kept as coded tables, taken away (screens 3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from readiness.content import load_by_id
from readiness.domain.errors import InputRefused
from readiness.domain.evidence import TableKind
from readiness.domain.questionnaire import Questionnaire
from readiness.evidence.intake import inspect
from readiness.evidence.mapping import FileMapping
from readiness.evidence.proposal import Proposal
from readiness.evidence.sheets import find_layout
from readiness.evidence.templates import template
from readiness.files.opened import OpenedFile
from readiness.files.worker import open_apart
from readiness.store import AlreadyStored, StoredFile
from readiness.workspace import intake, uploads
from readiness.workspace.assessments import DEFAULT_QUESTIONNAIRE
from readiness.workspace.coding import coder_of, with_codes
from readiness.workspace.lacking import kinds_of
from readiness.workspace.measuring import evidence_of, measured_from
from readiness.workspace.roles import is_role_only
from readiness.workspace.session import Session
from readiness.workspace.stopwatch import board_template
from readiness.workspace.vocabulary import Vocabulary, limits, vocabulary

OWN: dict[str, object] = {"leave_out": (), "similar": None, "not_similar": ()}
"""What was said of single rows holds for their file alone, not for the next one of its layout."""
BOOKINGS: TableKind = "bookings"
STATUS_BOARD = "status_board"
"""No log: a board to be looked at every day, made like a template."""


def words_of(session: Session, assessment: str) -> Vocabulary:
    """The vocabulary of an assessment's questionnaire."""
    said = session.store.load(session.actor, assessment).assessment
    return vocabulary(said.questionnaire, session.settings)


def kept(session: Session, assessment: str) -> list[StoredFile]:
    """The files on record, in the order in which they came."""
    return session.store.files(session.actor, assessment)


def open_file(session: Session, assessment: str, name: str, data: bytes) -> OpenedFile:
    """The checked file of an upload; nothing is stored. Raises InputRefused with advice."""
    errors = words_of(session, assessment).columns.errors
    return open_apart(name, data, limits(session.settings), errors)


def look(
    session: Session,
    assessment: str,
    opened: OpenedFile,
    *,
    kind: TableKind | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
) -> Proposal:
    """What a file is taken for; what was confirmed for an earlier one of its layout stands.

    ``kind``, ``sheet``, ``header_row``: what a person has corrected. Raises InputRefused.
    """
    content = words_of(session, assessment).columns
    there = kept(session, assessment)
    if kind is None and sheet is None and header_row is None:
        known = _known_layout(opened, there)
        if known is not None:
            return inspect(opened, content, remembered=known)
    first = inspect(opened, content, kind=kind, sheet=sheet, header_row=header_row)
    for file in reversed(there):
        before = intake.mapping_of(file)
        if before.kind != first.kind or not before.columns:
            continue
        if set(before.columns.values()) <= set(first.headings):
            # Next quarter's sheet may bear another name or begin a row later.
            here = {"sheet": first.sheet, "header_row": first.header_row}
            remembered = before.model_copy(update=here | OWN)
            return inspect(
                opened,
                content,
                kind=kind,
                sheet=sheet,
                header_row=header_row,
                remembered=remembered,
            )
    return first


def _known_layout(opened: OpenedFile, there: Sequence[StoredFile]) -> FileMapping | None:
    """How an earlier file was mapped that has all of these headings and no others.

    So a layout that a person had to explain needs no second explanation.
    """
    for file in reversed(there):
        before = intake.mapping_of(file)
        place = find_layout(opened, before, intake.layout(file)) if before.columns else None
        if place is not None:
            at = {"sheet": place[0], "header_row": place[1]}
            return before.model_copy(update=at | OWN)
    return None


def other_kind(
    session: Session, assessment: str, opened: OpenedFile, kind: TableKind
) -> TableKind | None:
    """The other way to read a schedule that was just kept; None where there is no sensible one."""
    if kind == BOOKINGS and opened.type in ("xlsx", "xlsm"):
        other: TableKind = intake.WORKBOOK
    elif kind == intake.WORKBOOK and _holds_bookings(session, assessment, opened):
        other = BOOKINGS
    else:
        return None
    there = kept(session, assessment)
    done = any((file.sha256, file.kind) == (opened.sha256, other) for file in there)
    return None if done else other


def _holds_bookings(session: Session, assessment: str, opened: OpenedFile) -> bool:
    try:
        return look(session, assessment, opened, kind=BOOKINGS).can_be_read
    except InputRefused:
        return False


def same_file(
    session: Session, assessment: str, opened: OpenedFile, mapping: FileMapping
) -> StoredFile | None:
    """The file on record that holds the same sheet of the same bytes."""
    wanted = (opened.sha256, mapping.kind)
    for file in kept(session, assessment):
        same_sheet = mapping.kind == intake.WORKBOOK or file.sheet in (mapping.sheet, None)
        if (file.sha256, file.kind) == wanted and same_sheet:
            return file
    return None


def confirm(
    session: Session,
    assessment: str,
    opened: OpenedFile,
    mapping: FileMapping,
    progress: intake.Progress | None = None,
    *,
    replaces: str | None = None,
) -> StoredFile:
    """Read a file as confirmed and keep it, all or nothing, in one transaction.

    Raises InputRefused with every problem, AlreadyStored for the same sheet of the same bytes, and
    Stopped if ``progress`` does; nothing is kept then.
    """
    before = same_file(session, assessment, opened, mapping)
    if before is not None and before.id != replaces:
        raise AlreadyStored(before)
    there = kept(session, assessment)
    coder, salt = coder_of(session.settings, [f.meta for f in there])
    coder.roles_only = is_role_only(session.store.load(session.actor, assessment).assessment)
    words = words_of(session, assessment)
    name = _own_name(opened, there)
    opened, mapping = replace(opened, name=name), mapping.model_copy(update={"file": name})
    found = intake.take(opened, mapping, words, coder, limits(session.settings), progress)
    stored = session.store.add_file(
        session.actor, assessment, with_codes(found, coder, salt), replaces=replaces
    )
    uploads.keep(session.settings, assessment, opened)
    _drop_what_went(session, assessment)
    return stored


def _own_name(opened: OpenedFile, there: Sequence[StoredFile]) -> str:
    """The name of a file, told apart from another one of that name: every row names its file."""
    taken = {file.name for file in there if file.sha256 != opened.sha256}
    stem, dot, end = opened.name.rpartition(".")
    names = (f"{stem or end} ({n}){dot}{end if stem else ''}" for n in count(2))
    return next(name for name in chain([opened.name], names) if name not in taken)


def remove(session: Session, assessment: str, file: str) -> None:
    """Delete a file with its table; the history keeps its name and hash."""
    session.store.remove_file(session.actor, assessment, file)
    _drop_what_went(session, assessment)


def _drop_what_went(session: Session, assessment: str) -> None:
    """A file that is no longer on record is not kept either."""
    hashes = (file.sha256 for file in kept(session, assessment))
    uploads.drop_others(session.settings, assessment, hashes)


@dataclass(frozen=True)
class Loss:
    """What deleting a file takes away."""

    metrics: tuple[str, ...]
    """Figures that can no longer be counted."""
    changed: tuple[str, ...]
    """Figures that are counted from less."""

    @property
    def text(self) -> str:
        """In words."""
        parts = [f"{', '.join(self.metrics)} can no longer be measured"] if self.metrics else []
        parts += [f"{', '.join(self.changed)} change"] if self.changed else []
        return "; ".join(parts) + "." if parts else "No figure changes."


def loss(session: Session, assessment: str, file: str) -> Loss:
    """What falls away if a file is deleted, found by measuring without it."""
    loaded = session.store.load(session.actor, assessment)
    content = session.questionnaire(loaded.assessment.questionnaire)
    now = evidence_of(session, assessment, loaded, content)
    rest = [
        (other, _table_of(session, assessment, other.id))
        for other in kept(session, assessment)
        if other.id != file
    ]
    columns = vocabulary(content.id, session.settings).columns
    then = measured_from(rest, loaded.assessment, content, columns)
    gone, changed = [], []
    for seen in now.observations:
        left = then.observation_by_metric.get(seen.metric)
        if seen.missing is None and (left is None or left.missing is not None):
            gone.append(seen.metric)
        elif seen.missing is None and left is not None and left.value != seen.value:
            changed.append(seen.metric)
    return Loss(tuple(gone), tuple(changed))


def _table_of(session: Session, assessment: str, file: str) -> intake.Table:
    return lambda: session.store.read_table(session.actor, assessment, file)


def metrics_from(questionnaire: Questionnaire, kind: TableKind) -> list[str]:
    """The metrics that are counted from a kind of table, in content order."""
    return [m.id for m in questionnaire.metrics if kind in kinds_of(m)]


def template_of(kind: str) -> bytes:
    """An empty log of that kind, or the status board. Raises InputRefused for an unknown kind."""
    if kind == STATUS_BOARD:
        return board_template(load_by_id(DEFAULT_QUESTIONNAIRE).stopwatch)
    words = vocabulary(DEFAULT_QUESTIONNAIRE)
    known = [name for name, spec in words.columns.kinds.items() if spec.fields]
    if kind not in known:
        raise intake.unknown_kind(kind, words)
    return template(words.columns, next(name for name in known if name == kind))
