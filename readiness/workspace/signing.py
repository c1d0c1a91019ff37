"""Who signed a file: the key of this installation, and the keys that a person trusts."""

import hashlib
import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from readiness.domain.errors import ReadinessError
from readiness.settings import Settings

KEY_FILE = "signing.key"
TRUSTED_FILE = "trusted-keys.json"
GROUPS, GROUP = 8, 4

Known = Literal["own", "trusted", "unknown"]


def sign(settings: Settings, data: bytes) -> bytes:
    """The Ed25519 signature of this installation, 64 bytes."""
    return _own_key(settings).sign(data)


def public_key(settings: Settings) -> bytes:
    """The public key of this installation, 32 bytes."""
    return _raw(_own_key(settings).public_key())


def holds(key: bytes, signature: bytes, data: bytes) -> bool:
    """Whether the owner of a public key signed exactly this."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(key: bytes) -> str:
    """A public key as two people compare it by telephone: eight groups of four."""
    digits = hashlib.sha256(key).hexdigest()
    return " ".join(digits[at * GROUP : (at + 1) * GROUP] for at in range(GROUPS))


def known(settings: Settings, key: bytes) -> Known:
    """Whether a key is that of this installation, or one that somebody here said to trust."""
    if (settings.data_dir / KEY_FILE).exists() and key == public_key(settings):
        return "own"
    return "trusted" if key.hex() in _trusted(settings) else "unknown"


def trust(settings: Settings, key: bytes) -> None:
    """Remember a key as trusted from now on."""
    kept = _trusted(settings) | {key.hex(): f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"}
    place = settings.make_data_dir() / TRUSTED_FILE
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=TRUSTED_FILE)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(kept, file, indent=1)
    Path(name).replace(place)


def _trusted(settings: Settings) -> dict[str, str]:
    """Since when each key is trusted, by its hex."""
    place = settings.data_dir / TRUSTED_FILE
    if not place.exists():
        return {}
    try:
        found = json.loads(place.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ReadinessError(
            f"{place} cannot be read: no key is trusted until it is. Delete it, and say anew whom "
            "you trust."
        ) from error
    return {str(key): str(since) for key, since in found.items()}


def _own_key(settings: Settings) -> Ed25519PrivateKey:
    """The private key, made at first need and closed to other users."""
    path = settings.make_data_dir() / KEY_FILE
    made = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
    try:
        key = load_pem_private_key(path.read_bytes(), None)
    except ValueError as error:
        raise ReadinessError(
            f"{path} is no key. Put the right one back, or delete it: a new one is made, which "
            "others have to trust anew."
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ReadinessError(f"{path} is a key of another kind; Ed25519 is needed.")
    return key


def _raw(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.Raw, PublicFormat.Raw)
