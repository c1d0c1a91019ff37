"""Which deviations without a cause read alike, compared at the door and asked of a person."""

from readiness.domain.evidence import TableKind
from readiness.domain.tables import TABLES
from readiness.evidence.answers import Answered, answered
from readiness.evidence.intake import read
from readiness.evidence.mapping import FileMapping
from readiness.evidence.resembling import Proposed, propose
from readiness.evidence.storing import from_bytes
from readiness.files.opened import OpenedFile
from readiness.workspace.coding import coder_of
from readiness.workspace.evidence import kept, words_of
from readiness.workspace.intake import mapping_of
from readiness.workspace.session import Session

DEVIATIONS: TableKind = "deviations"
NEEDED = frozenset(TABLES["deviations"].required) | {
    *("cause", "step", "batch", "status", "type", "description")
}
"""The columns that tell which records count, which lack a cause, and what a person sees of them."""


def resembling(
    session: Session, assessment: str, opened: OpenedFile, mapping: FileMapping
) -> Proposed | None:
    """What a person should say of the records of a dropped file; None if there is nothing to ask.

    Descriptions are compared in memory; nothing is stored. Raises InputRefused as reading does.
    """
    if not {"description", "discovered"} <= set(mapping.columns) or mapping.kind != DEVIATIONS:
        return None
    only = {name: heading for name, heading in mapping.columns.items() if name in NEEDED}
    said = {name: words for name, words in mapping.values.items() if name in only}
    mapping = mapping.model_copy(update={"columns": only, "values": said})
    coder, _ = coder_of(session.settings, [file.meta for file in kept(session, assessment)])
    content = words_of(session, assessment).columns
    found = propose(read(opened, mapping, content, coder).table, content)
    return found if found.groups or found.too_many else None


def answered_before(session: Session, assessment: str, opened: OpenedFile) -> tuple[Answered, ...]:
    """What was confirmed of the records of every other file on record."""
    found = []
    for file in kept(session, assessment):
        mapping = mapping_of(file)
        if file.kind != DEVIATIONS or file.sha256 == opened.sha256:
            continue
        if mapping.similar or mapping.not_similar:
            table = from_bytes(session.store.read_table(session.actor, assessment, file.id))
            found.append(answered(file.name, table, mapping.not_similar))
    return tuple(one for one in found if one is not None)
