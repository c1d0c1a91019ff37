"""Uploaded files after measuring: gone by default; kept as they came where a setting says so."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from readiness.files.opened import OpenedFile
from readiness.settings import Settings

FOLDER = "uploads"


def keep(settings: Settings, assessment: str, opened: OpenedFile) -> None:
    """Keep a file under its hash, closed to other users, if this installation keeps files."""
    if not settings.keep_files:
        return
    folder = _folder(settings, assessment)
    for made in (folder.parent, folder):
        made.mkdir(mode=0o700, exist_ok=True)
    try:
        handle = os.open(folder / opened.sha256, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "wb") as file:
        file.write(opened.data)


def drop_others(settings: Settings, assessment: str, hashes: Iterable[str]) -> None:
    """Delete what was kept of an assessment but the files of these hashes."""
    folder = _folder(settings, assessment)
    if not folder.is_dir():
        return
    wanted = set(hashes)
    for kept in folder.iterdir():
        if kept.name not in wanted:
            kept.unlink()


def drop_all(settings: Settings, assessment: str) -> None:
    """Delete whatever was kept of an assessment."""
    shutil.rmtree(_folder(settings, assessment), ignore_errors=True)


def _folder(settings: Settings, assessment: str) -> Path:
    return settings.data_dir / FOLDER / assessment
