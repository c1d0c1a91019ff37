"""Claims of a checked token: whether they still hold, and whom they vouch for."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from readiness.domain.errors import NotAllowed, ReadinessError
from readiness.settings import Settings
from readiness.workspace.clients import home
from readiness.workspace.members import invite, role_in
from readiness.workspace.sign_in_file import SignInFile
from readiness.workspace.signing_in import person_of, read_claims, refuse_exposed
from tests.workspace.desk import begun

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED = SignInFile(client_id="readiness", address="https://app.maker.example")
CLAIMS: dict[str, Any] = {
    "aud": "readiness",
    "iss": "https://id.maker.example",
    "sub": "17",
    "email": "Ina@Maker.example",
    "email_verified": True,
    "name": "Ina Adler",
    "iat": NOW.timestamp() - 600,
    "exp": NOW.timestamp() + 60,
}


def test_a_sign_in_holds_until_its_token_expires() -> None:
    found = read_claims(CLAIMS, ASKED, Settings(), NOW)
    assert (found.subject, found.login, found.name, found.until) == (
        "https://id.maker.example 17",
        "ina@maker.example",
        "Ina Adler",
        NOW + timedelta(seconds=60),
    )
    with pytest.raises(NotAllowed, match="is over"):
        read_claims(CLAIMS, ASKED, Settings(), NOW + timedelta(seconds=60))


def test_an_installation_may_say_how_long_instead() -> None:
    """Given at 11:50; two hours from then is 13:50, whatever the token says."""
    settings = Settings(sign_in_hours=2)
    assert read_claims(CLAIMS, ASKED, settings, NOW).until == datetime(
        2026, 11, 23, 13, 50, tzinfo=UTC
    )
    with pytest.raises(NotAllowed):
        read_claims(CLAIMS, ASKED, settings, NOW + timedelta(hours=2))


@pytest.mark.parametrize(
    "changed",
    [{"exp": None}, {"exp": "soon"}, {"exp": True}, {"exp": 1e30}, {"sub": ""}, {"iss": None}],
)
def test_what_does_not_say_who_or_until_when_is_no_sign_in(changed: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed):
        read_claims(CLAIMS | changed, ASKED, Settings(), NOW)


@pytest.mark.parametrize("audience", ["another-app", ["another-app"], [], None, {"readiness": 1}])
def test_what_was_made_for_another_app_is_no_sign_in_here(audience: object) -> None:
    """Core 3.1.3.7, 3: a token whose audience does not name the client must be rejected."""
    with pytest.raises(NotAllowed, match="another app"):
        read_claims(CLAIMS | {"aud": audience, "azp": "readiness"}, ASKED, Settings(), NOW)
    read_claims(CLAIMS | {"aud": ["another-app", "readiness"]}, ASKED, Settings(), NOW)


def test_an_address_that_nobody_vouches_for_is_nobody_s() -> None:
    desk, _ = begun()
    invited = invite(desk, home(desk), "ina@maker.example", "assessor")
    doubtful = CLAIMS | {"email_verified": False, "sub": "18"}
    other = person_of(desk, read_claims(doubtful, ASKED, Settings(), NOW))
    assert other != invited
    assert person_of(desk, read_claims(CLAIMS, ASKED, Settings(), NOW)) == invited
    assert role_in(desk.of(invited), home(desk)) == "assessor"
    trusting = Settings(trust_addresses=True)
    assert read_claims(doubtful, ASKED, trusting, NOW).login == "ina@maker.example"


def test_nobody_listens_beyond_this_computer_without_sign_in(tmp_path: Any) -> None:
    for host in ("127.0.0.1", "localhost", "::1"):
        refuse_exposed(Settings(host=host))
    for host in ("0.0.0.0", "192.168.1.7", "app.maker.example"):  # noqa: S104 - refused here
        with pytest.raises(ReadinessError, match="without sign-in"):
            refuse_exposed(Settings(host=host))
        refuse_exposed(Settings(host=host, sign_in=tmp_path / "sign-in.toml"))
        refuse_exposed(Settings(host=host, without_sign_in=True))
