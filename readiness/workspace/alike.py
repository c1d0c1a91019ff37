"""Which deviations without a cause read alike, compared at the door and asked of a person."""

from readiness.domain.tables import TABLES
from readiness.evidence.intake import read
from readiness.evidence.mapping import FileMapping
from readiness.evidence.resembling import Proposed, propose
from readiness.files.opened import OpenedFile
from readiness.workspace.coding import coder_of
from readiness.workspace.evidence import kept, words_of
from readiness.workspace.session import Session

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
    if not {"description", "discovered"} <= set(mapping.columns) or mapping.kind != "deviations":
        return None
    only = {name: heading for name, heading in mapping.columns.items() if name in NEEDED}
    said = {name: words for name, words in mapping.values.items() if name in only}
    mapping = mapping.model_copy(update={"columns": only, "values": said})
    coder, _ = coder_of(session.settings, [file.meta for file in kept(session, assessment)])
    content = words_of(session, assessment).columns
    found = propose(read(opened, mapping, content, coder).table, content)
    return found if found.groups or found.too_many else None
