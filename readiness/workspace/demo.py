"""The demonstration organisation: written as a folder, or opened in the app, once."""

import shutil
from pathlib import Path

from readiness.domain.errors import InputRefused, Problem
from readiness.workspace.clients import home
from readiness.workspace.coding import coder_of, with_codes
from readiness.workspace.folder import FILE, read_assessment
from readiness.workspace.folders import read_files
from readiness.workspace.session import Session

PACKAGE = Path(__file__).parent.parent
NAME = "northgate"


def example_folder() -> Path:
    """Where the example lies: in the installed package, else in the repository."""
    shipped = PACKAGE / "_examples" / NAME
    return shipped if shipped.is_dir() else PACKAGE.parent / "examples" / NAME


def write_demo(folder: Path) -> Path:
    """Copy the example to a folder, over an older copy of it; returns the folder.

    Raises InputRefused if another assessment lies there, or if it cannot be written.
    """
    source = example_folder()
    there = folder / FILE
    if there.is_file() and _id_line(there) != _id_line(source / FILE):
        advice = "Name an empty or a new folder"
        raise InputRefused([Problem(str(there), "Another assessment lies here", advice=advice)])
    try:
        shutil.copytree(source, folder, dirs_exist_ok=True)
    except OSError as error:
        text = f"The example cannot be written here: {error.strerror or error}"
        raise InputRefused([Problem(str(folder), text)]) from error
    return folder


def _id_line(file: Path) -> str:
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.strip() for line in lines if line.startswith("id:")), "")


def open_example(session: Session, client: str | None = None) -> str:
    """The id of the example, or of this client's; read and imported at the first call."""
    folder = example_folder()
    assessment = read_assessment(folder, session.questionnaire)
    for row in session.store.assessments(session.actor):
        if row.slug == assessment.id and client in {None, row.workspace}:
            return row.id
    coder, salt = coder_of(session.settings, ())
    files = read_files(folder, assessment, session.settings, coder, lambda _: None)
    return session.store.create(
        session.actor,
        home(session, client),
        assessment,
        [with_codes(file, coder, salt) for file in files],
        reason="example opened",
    )
