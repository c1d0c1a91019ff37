"""An assessment carried to another computer: exported whole, imported whole or not at all."""

from pathlib import Path
from tempfile import TemporaryDirectory

from readiness.store import NewFile, refusal
from readiness.workspace.archive import FolderContent, pack, unpack
from readiness.workspace.clients import home
from readiness.workspace.coded import read_coded, write_coded
from readiness.workspace.coding import coder_of, with_codes
from readiness.workspace.folders import read_files
from readiness.workspace.mappings import FILE as MAPPINGS
from readiness.workspace.mappings import FOLDER
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.stated import with_complete
from readiness.workspace.vocabulary import limits


def export_zip(session: Session, assessment: str) -> bytes:
    """Everything of an assessment: what was said, and the coded tables of its files.

    The files themselves are never kept; what was measured of them is, so that the result after an
    import is the same. Raises NotAllowed for whom not everything is shown.
    """
    now = state(session, assessment)
    if not now.loaded.standing.sees_all:
        raise refusal(now.loaded.standing.role)
    coded = {
        f"{n:03}.json": write_coded(file)
        for n, file in enumerate(kept_files(session, assessment), start=1)
    }
    return pack(FolderContent(now.assessment, coded=coded))


def kept_files(session: Session, assessment: str) -> list[NewFile]:
    """The evidence files as another assessment would take them: their coded tables."""
    store, actor = session.store, session.actor
    return [
        NewFile(
            file.name,
            file.sha256,
            file.kind,
            store.read_table(actor, assessment, file.id),
            file.sheet,
            file.mapping,
            file.meta,
        )
        for file in store.files(actor, assessment)
    ]


def import_zip(session: Session, name: str, data: bytes, client: str | None = None) -> str:
    """A new assessment out of an export, or out of a folder packed with its evidence files.

    Returns its id. Raises InputRefused with every problem; then nothing was stored.
    """
    content = unpack(name, data, session.questionnaire, limits(session.settings))
    files = [read_coded(f"{name}/{part}", coded) for part, coded in sorted(content.coded.items())]
    files += _taken(session, content)
    said = with_complete(content.assessment, content.mappings, f"{name}/{MAPPINGS}")
    return session.store.create(
        session.actor, home(session, client), said, files, reason=f"imported from {name}"
    )


def _taken(session: Session, content: FolderContent) -> list[NewFile]:
    """Evidence files as they lie in a folder, read like every other upload."""
    if not content.files:
        return []
    coder, salt = coder_of(session.settings, ())
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / FOLDER).mkdir()
        for name, data in content.files.items():
            (folder / FOLDER / name).write_bytes(data)
        if content.mappings is not None:
            (folder / MAPPINGS).write_text(content.mappings, encoding="utf-8")
        read = read_files(folder, content.assessment, session.settings, coder, lambda _: None)
    return [with_codes(file, coder, salt) for file in read]
