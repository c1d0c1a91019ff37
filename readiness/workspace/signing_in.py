"""Who signed in: the claims of a checked token, and the person that they are in the store.

Signature, issuer and nonce were checked as the token came (Streamlit by Authlib). That leaves open
whether it was made for this app, and what it is worth later: Streamlit keeps the claims in a cookie
for 30 days. So audience and expiry are looked at here (OpenID Connect Core, 2, 3.1.3.7 and 5.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from readiness.domain.errors import NotAllowed, NotFound, ReadinessError
from readiness.settings import Settings
from readiness.store import Actor, Claimed, Role
from readiness.workspace.clients import clients
from readiness.workspace.session import Session
from readiness.workspace.sign_in_file import SignInFile

OVER = (
    "Your sign-in is over. Sign in again: your answers are kept; only what you did last may have "
    "to be done once more."
)
UNNAMED = "Somebody without a name"


@dataclass(frozen=True)
class SignIn:
    """A sign-in as its token tells it.

    ``login``: an address that the provider vouches for; ``given``: when the token was made;
    ``values``: those of the claim that says roles.
    """

    subject: str
    login: str | None
    name: str
    given: datetime
    until: datetime
    values: frozenset[str] = frozenset()


def read_claims(
    claims: Mapping[str, Any], asked: SignInFile, settings: Settings, now: datetime
) -> SignIn:
    """The sign-in that still holds. Raises NotAllowed if it is over, names nobody or is foreign."""
    issuer, subject = claims.get("iss"), claims.get("sub")
    if not (isinstance(issuer, str) and issuer and isinstance(subject, str) and subject):
        raise NotAllowed("This sign-in does not say who you are. Sign in again.")
    audience = claims.get("aud")
    if asked.client_id not in (audience if isinstance(audience, list) else [audience]):
        raise NotAllowed("This sign-in was made for another app. Sign in again, from here.")
    given, expires = _moment(claims.get("iat")), _moment(claims.get("exp"))
    until = expires if settings.sign_in_hours is None else _later(given, settings.sign_in_hours)
    if given is None or until is None or until <= now:
        raise NotAllowed(OVER)
    address = claims.get("email")
    vouched = claims.get("email_verified") in (True, "true") or settings.trust_addresses
    login = address.strip().casefold() if isinstance(address, str) and vouched else None
    name = claims.get("name") or address
    return SignIn(
        f"{issuer} {subject}",
        login or None,
        name if isinstance(name, str) else UNNAMED,
        given,
        until,
        _texts(claims.get(asked.roles.claim)) if asked.roles else frozenset(),
    )


def _moment(at: object) -> datetime | None:
    """A time as tokens tell it, in seconds; None: it is none."""
    if isinstance(at, bool) or not isinstance(at, int | float):
        return None
    try:
        return datetime.fromtimestamp(at, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _later(given: datetime | None, hours: int) -> datetime | None:
    return given and given + timedelta(hours=hours)


def _texts(said: object) -> frozenset[str]:
    values = said if isinstance(said, list) else [said]
    return frozenset(value for value in values if isinstance(value, str))


def person_of(session: Session, asked: SignInFile, sign_in: SignIn) -> Actor:
    """The person in the store; made at the first sign-in, with the roles that their claim gives.

    ``session``: of the local owner, who must own the workspaces of which the file speaks.
    """
    given: dict[str, Role] = {}
    if asked.roles:
        for line in asked.roles.give:
            workspace = _owned(session, line.workspace)
            if line.value in sign_in.values and workspace is not None:
                given.setdefault(workspace, line.role)
    reason = f"claim {asked.roles.claim}" if asked.roles else "no claim says roles"
    claimed = Claimed(sign_in.given, given, reason)
    return session.store.sign_in(sign_in.subject, sign_in.login, sign_in.name, claimed)


def refuse_unknown(session: Session, asked: SignInFile | None) -> None:
    """Raise NotFound for a workspace of the file that the local owner does not own, or several."""
    for line in asked.roles.give if asked and asked.roles else ():
        if _owned(session, line.workspace) is None:
            raise NotFound(
                f"The file of the sign-in gives roles in {line.workspace}, and the owner of this "
                "computer owns no workspace of that name, or several. Name another one, or its id."
            )


def _owned(session: Session, named: str) -> str | None:
    said = named.strip().casefold()
    owned = [one for one in clients(session) if one.role == "owner"]
    found = [one.id for one in owned if said in {one.name.casefold(), one.id}]
    return found[0] if len(found) == 1 else None


def refuse_exposed(settings: Settings) -> None:
    """Raise ReadinessError for listening beyond this computer with nobody asked who they are."""
    if settings.is_exposed and not settings.without_sign_in:
        raise ReadinessError(
            f"The app does not listen on {settings.host} without sign-in: whoever reaches it would "
            "own everything. Set READINESS_SIGN_IN (README, Teams), or keep 127.0.0.1. To do it "
            "all the same: --without-sign-in."
        )


WARNING = (
    "WARNING: no sign-in, and not on this computer alone. Everybody who reaches this address owns "
    "every assessment here, may change and delete all of it, and no name stands in the history."
)
"""What is said, loudly, where it was forced."""
