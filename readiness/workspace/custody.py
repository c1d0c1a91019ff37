"""An assessment, or all of a client, carried to another installation as one signed file."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from readiness.domain.errors import ReadinessError
from readiness.settings import Settings
from readiness.store import Actor, Erased, Met, Named, Request, custody
from readiness.workspace import uploads
from readiness.workspace.session import Session
from readiness.workspace.signed_file import Signed, packed, unpacked
from readiness.workspace.signing import Known, fingerprint, known, public_key, trust
from readiness.workspace.vocabulary import limits

STANDING = {
    "new": "new here",
    "same": "here already, exactly so: nothing to take",
    "newer": "goes on from what is here: brings it up to date",
    "older": "here already, and further on than in the file: nothing to take",
    "apart": "changed here and there since: not taken. Import it as a copy, from Export this "
    "assessment (.zip) on Report",
}
TAKEN = ("new", "newer")


@dataclass(frozen=True)
class Offer:
    """What a signed file would bring; nothing of it is stored yet."""

    client: str
    made_at: datetime
    fingerprint: str
    known: Known
    met: tuple[Met, ...]
    members: tuple[Named, ...] = ()
    """Who worked on it there: told, and given no role here."""

    @property
    def brings(self) -> int:
        """How many assessments would be written."""
        return sum(one.meeting in TAKEN for one in self.met)

    @property
    def titles(self) -> str:
        """What would be written, by title."""
        return ", ".join(one.title for one in self.met if one.meeting in TAKEN)


@dataclass(frozen=True)
class Desk:
    """Who gives and takes, on which store."""

    settings: Settings
    actor: Actor


def desk(session: Session) -> Desk:
    """That of a session."""
    return Desk(session.settings, session.actor)


def export_signed(at: Desk, client: str, assessment: str | None = None) -> bytes:
    """One assessment of a client, or all of them, deleted ones too, with their whole histories.

    Raises NotFound, NotAllowed, and ReadinessError where a history is broken.
    """
    with custody(at.settings.store_url, at.actor) as store:
        shipment = store.give(client, assessment)
        if not shipment.parcels:
            raise ReadinessError(f"{shipment.client.name} has no assessment to export.")
        made = packed(at.settings, shipment, datetime.now(UTC).replace(microsecond=0))
        store.note_export(shipment, "Signed file", hashlib.sha256(made).hexdigest())
    return made


def offer(at: Desk, name: str, data: bytes) -> Offer:
    """What is in a signed file, who signed it and how it stands to what is here; writes nothing.

    Raises InputRefused (see ``unpacked``), ReadinessError.
    """
    return _offer(at, unpacked(name, data, limits(at.settings)))


def take_in(
    at: Desk, name: str, data: bytes, into: str | None = None, *, trusted: bool = False
) -> Offer:
    """Take in what is new or newer, all or nothing; what it was.

    ``into``: the client for what is new here; None: a new one of the name in the file.
    ``trusted``: the person said to trust this key, from now on. Raises ReadinessError where nobody
    did, and as ``offer``.
    """
    signed = unpacked(name, data, limits(at.settings))
    found = _offer(at, signed)
    if found.known == "unknown" and not trusted:
        raise ReadinessError(
            f"Nobody here trusts the key that signed {name}. Compare its fingerprint with the "
            f"sender's: {found.fingerprint}"
        )
    with custody(at.settings.store_url, at.actor) as store:
        met = store.take(signed.shipment, into, found.fingerprint)
    if found.known == "unknown":
        trust(at.settings, signed.key)
    return replace(found, met=tuple(met))


def erase(at: Desk, assessment: str, request: Request) -> Erased:
    """Erase an assessment, or what one respondent said in it; the fact stays in its history.

    Raises NotFound, NotAllowed, InputRefused.
    """
    with custody(at.settings.store_url, at.actor) as store:
        found = store.erase(assessment, request)
    if request.respondent is None:
        uploads.drop_all(at.settings, assessment)
    return found


def copies(settings: Settings) -> list[str]:
    """Copies of the store that lie beside it: what was erased still stands in them."""
    if settings.database_url is not None:
        return []
    return sorted(p.name for p in settings.data_dir.glob("readiness-*.sqlite"))


def own_fingerprint(at: Desk) -> str:
    """What a receiver compares by telephone."""
    return fingerprint(public_key(at.settings))


def _offer(at: Desk, signed: Signed) -> Offer:
    with custody(at.settings.store_url, at.actor) as store:
        met = store.meet(signed.shipment)
    return Offer(
        client=signed.shipment.client.name,
        made_at=signed.made_at,
        fingerprint=fingerprint(signed.key),
        known=known(at.settings, signed.key),
        met=tuple(met),
        members=signed.shipment.client.members,
    )
