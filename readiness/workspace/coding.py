"""Codes that stay the same: P01 of the last quarter's file is P01 in this quarter's.

What was coded is remembered as keyed hashes beside the files of an assessment; the key lies apart
from them, in the data folder, and each assessment mixes its own salt into it.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import JsonValue

from readiness.evidence.privacy import Coder
from readiness.settings import Settings
from readiness.store import NewFile

KEY_FILE = "codes.key"
SALT, CODES = "salt", "codes"


def fresh_coder() -> Coder:
    """A coder for one run: its key is forgotten with it."""
    return Coder()


def coder_of(settings: Settings, metas: Iterable[Mapping[str, JsonValue]]) -> tuple[Coder, str]:
    """The coder of an assessment that goes on where its files left off, and its salt.

    ``metas``: what is kept with each file, oldest first.
    """
    salt = ""
    known: dict[str, str] = {}
    for meta in metas:
        salt = salt or str(meta.get(SALT) or "")
        codes = meta.get(CODES)
        if isinstance(codes, dict):
            known |= {digest: str(code) for digest, code in codes.items()}
    salt = salt or secrets.token_hex(16)
    key = hashlib.blake2b(salt.encode(), key=_master_key(settings), digest_size=32).digest()
    return Coder(key, known), salt


def with_codes(file: NewFile, coder: Coder, salt: str) -> NewFile:
    """The file with what the next one needs to go on.

    Each file keeps all codes so far, so that none is given to somebody else when a file goes.
    """
    kept: dict[str, JsonValue] = {SALT: salt, CODES: dict(coder.state())}
    return replace(file, meta={**file.meta, **kept})


def _master_key(settings: Settings) -> bytes:
    """The key of this installation, made at first need and closed to other users."""
    path: Path = settings.make_data_dir() / KEY_FILE
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(32))
    return path.read_bytes()
