"""Role only: where a works council wants it, people are their function and nothing else.

A stable code tells one person from another, and so shows how each of them works. Under this
setting no such code is made, and those that earlier files brought are taken out of the store.
"""

from collections.abc import Iterable, Sequence

from pydantic import JsonValue

from readiness.domain.assessment import Assessment
from readiness.domain.evidence import Observation, TableKind
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.tables import TABLES
from readiness.evidence.privacy import PEOPLE
from readiness.evidence.roles import without_people
from readiness.evidence.storing import from_bytes, to_bytes
from readiness.store import NewFile, Saved, StoredFile
from readiness.workspace import intake
from readiness.workspace.coding import CODES
from readiness.workspace.session import Session

NOT_TOLD_APART = "people are reduced to roles here, so nobody can be told from another"


def is_role_only(assessment: Assessment) -> bool:
    """Whether people are reduced to their role."""
    return assessment.settings.people == "roles"


def not_measured(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The metrics that need to tell people apart, in content order."""
    named = {f"{kind}.{name}" for kind, spec in TABLES.items() for name in spec.people}
    return tuple(m.id for m in questionnaire.metrics if named & set(m.needs))


def use_role_only(session: Session, assessment: str, *, on: bool) -> Saved:
    """Reduce people to roles from now on, in the files on record too; or code them again.

    There is no way back for files on record: their codes are gone. To have codes again, switch it
    off and drop those files again.
    """
    said = session.store.load(session.actor, assessment).assessment.settings
    value = said.model_copy(update={"people": "roles" if on else "codes"})
    saved = session.store.put(session.actor, assessment, "meta", "settings", value)
    if on:
        # All of them, so that their order stays: each keeps the codes of those before it.
        for file in session.store.files(session.actor, assessment):
            table = session.store.read_table(session.actor, assessment, file.id)
            reduced = _reduced(file, table)
            session.store.add_file(session.actor, assessment, reduced, replaces=file.id)
    return saved


def _reduced(file: StoredFile, table: bytes) -> NewFile:
    meta = dict(file.meta)
    codes = meta.get(CODES)
    if isinstance(codes, dict):
        meta[CODES] = {digest: code for digest, code in codes.items() if not _of_a_person(code)}
    if scan := intake.scan_of(file):
        meta[intake.SCAN] = scan.model_copy(update={"editors": ()}).model_dump(mode="json")
    elif TABLES[file.kind].people:
        table = to_bytes(without_people(from_bytes(table), file.kind))
        meta[intake.ROLE_ONLY] = True
    return NewFile(
        name=file.name,
        sha256=file.sha256,
        kind=file.kind,
        table=table,
        sheet=file.sheet,
        mapping=file.mapping,
        meta=meta,
    )


def _of_a_person(code: JsonValue) -> bool:
    return str(code).rstrip("0123456789") in PEOPLE


def kinds_reduced(files: Iterable[NewFile | StoredFile]) -> frozenset[TableKind]:
    """The kinds of which a file holds roles where others hold codes."""
    return frozenset(file.kind for file in files if file.meta.get(intake.ROLE_ONLY))


def explained(seen: Sequence[Observation], kinds: frozenset[TableKind]) -> tuple[Observation, ...]:
    """Figures that lack people because they were reduced say so, instead of *column missing*."""
    lacking = {f"{kind}.{name}" for kind in kinds for name in TABLES[kind].people}
    said = {"missing": NOT_TOLD_APART}
    return tuple(one.model_copy(update=said) if one.lacks in lacking else one for one in seen)
