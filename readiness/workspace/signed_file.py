"""The signed file in which assessments travel: written one way, read with suspicion.

A .zip of ``manifest.json`` (what is in it, with the SHA-256 of each part), ``manifest.sig`` (its
Ed25519 signature), one canonical JSON document an assessment and the coded tables of its files.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from pydantic import AwareDatetime, ValidationError

from readiness.domain.base import Model
from readiness.domain.columns import IntakeErrors
from readiness.domain.errors import InputRefused, Problem
from readiness.files.archive import Archive, BrokenArchive, open_archive
from readiness.files.limits import MB, Limits
from readiness.settings import Settings
from readiness.store import Client, Parcel, Shipment
from readiness.workspace.signing import holds, public_key, sign

FORMAT, VERSION = "readiness-signed", 2
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
ASSESSMENTS, TABLES = "assessments/", "tables/"
REFUSALS = {
    "encrypted": "It is encrypted; a signed file of this product never is",
    "unpacks_too_large": "It would unpack to more than a file of this product does",
}
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class Part(Model):
    """A part of the file as it was when it was signed."""

    name: str
    sha256: str
    size: int


class Manifest(Model):
    """What was signed."""

    format: str
    version: int
    made_at: AwareDatetime
    key: str
    """The public key in hex."""
    client: Client
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Signed:
    """A file whose signature holds: by which key, of when, with what."""

    key: bytes
    made_at: datetime
    shipment: Shipment


def packed(settings: Settings, shipment: Shipment, at: datetime) -> bytes:
    """The bytes of the signed file."""
    parts = {f"{ASSESSMENTS}{p.id}.json": _canonical(p) for p in shipment.parcels}
    parts |= {TABLES + id: table for id, table in sorted(shipment.tables.items())}
    manifest = _canonical(
        Manifest(
            format=FORMAT,
            version=VERSION,
            made_at=at,
            key=public_key(settings).hex(),
            client=shipment.client,
            parts=tuple(Part(name=n, sha256=_hash(d), size=len(d)) for n, d in parts.items()),
        )
    )
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        signed = {MANIFEST: manifest, SIGNATURE: sign(settings, manifest), **parts}
        for name, data in signed.items():
            info = ZipInfo(name, _EARLIEST)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return out.getvalue()


def is_signed(data: bytes) -> bool:
    """Whether a file says of itself that it is one of these; nothing of it is believed yet."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return MANIFEST in archive.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, IndexError):
        return False


def unpacked(name: str, data: bytes, limits: Limits | None = None) -> Signed:
    """What a signed file holds; nothing is written anywhere.

    Raises InputRefused, each in words of its own, for a file that is too large or unpacks to too
    much, was cut off, is of another program, was made by a later version, or was changed after it
    was signed.
    """
    limits = limits or Limits()
    archive = _opened(name, data, limits)
    if not {MANIFEST, SIGNATURE} <= archive.parts.keys():
        raise _refused(
            name,
            "This is no signed file of this product: it holds no manifest with a signature",
            "Make one with Export, signed (or: readiness db export)",
        )
    try:
        manifest = _manifest(name, archive)
        found = _parts(name, archive, manifest)
    except BrokenArchive as error:
        raise _cut_off(name) from error
    return Signed(bytes.fromhex(manifest.key), manifest.made_at, _shipment(name, manifest, found))


def _opened(name: str, data: bytes, limits: Limits) -> Archive:
    if len(data) > limits.max_file_mb * MB:
        raise _refused(
            name,
            f"It is larger than {limits.max_file_mb} MB",
            "Export one assessment at a time, or raise READINESS_MAX_FILE_MB",
        )
    if not data.startswith(b"PK"):
        raise _refused(name, "This is no .zip file, and no signed file of this product", "")
    try:
        return open_archive(name, data, limits, IntakeErrors())
    except InputRefused as error:
        code = error.problems[0].code
        if code == "broken_archive":
            raise _cut_off(name) from error
        raise _refused(name, REFUSALS[code], "Nothing was taken in") from error


def _manifest(name: str, archive: Archive) -> Manifest:
    said = archive.read(MANIFEST)
    foreign = _refused(name, "Its manifest is none of this product", "")
    try:
        plain = json.loads(said)
        version = plain["version"] if plain["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise foreign from error
    if not isinstance(version, int):
        raise foreign
    if version > VERSION:
        raise _refused(
            name,
            f"A later version of this product made it (format {version}; this one knows {VERSION})",
            "Update this installation; nothing was taken in",
        )
    try:
        manifest = Manifest.model_validate_json(said)
        key = bytes.fromhex(manifest.key)
    except ValueError as error:
        raise foreign from error
    if not holds(key, archive.read(SIGNATURE), said):
        raise _tampered(name, "its signature does not fit")
    return manifest


def _parts(name: str, archive: Archive, manifest: Manifest) -> dict[str, bytes]:
    said = {part.name: part for part in manifest.parts}
    there = archive.parts.keys() - {MANIFEST, SIGNATURE}
    if len(said) != len(manifest.parts) or there != said.keys():
        raise _tampered(name, "parts were taken out or added")
    found = {part: archive.read(part) for part in said}
    for part, data in found.items():
        if _hash(data) != said[part].sha256:
            raise _tampered(name, f"{part} is not what was signed")
    return found


def _shipment(name: str, manifest: Manifest, found: dict[str, bytes]) -> Shipment:
    """Raises InputRefused for documents that this version does not understand."""
    tables = {n.removeprefix(TABLES): d for n, d in found.items() if n.startswith(TABLES)}
    documents = [d for n, d in found.items() if n.startswith(ASSESSMENTS)]
    try:
        parcels = tuple(Parcel.model_validate_json(d) for d in documents)
    except ValidationError as error:
        raise _refused(
            name,
            f"What was signed is no assessment of this version: {error.error_count()} faults",
            "Have it exported anew by an installation of this version",
        ) from error
    shipment = Shipment(manifest.client, parcels, tables)
    if fault := shipment.fault():
        raise _refused(name, f"What was signed does not hold together: {fault}", "")
    return shipment


def _canonical(model: Model) -> bytes:
    said = model.model_dump(mode="json")
    return json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _cut_off(name: str) -> InputRefused:
    return _refused(
        name,
        "It is damaged or was cut off on its way",
        "Have it sent or copied again; nothing was taken in",
    )


def _tampered(name: str, how: str) -> InputRefused:
    return _refused(
        name,
        f"It was changed after it was signed: {how}",
        "Do not use it. Ask whoever sent it for the file as they exported it",
    )


def _refused(name: str, message: str, advice: str) -> InputRefused:
    return InputRefused([Problem(file=name, message=message, advice=advice)])
