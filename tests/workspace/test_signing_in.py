"""Claims of a checked token: whether they still hold, and whom they vouch for."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from readiness.domain.errors import NotAllowed, NotFound, ReadinessError
from readiness.settings import Settings
from readiness.workspace.clients import home
from readiness.workspace.members import invite, role_in
from readiness.workspace.sign_in_file import Given, Roles, SignInFile
from readiness.workspace.signing_in import (
    person_of,
    read_claims,
    refuse_exposed,
    refuse_unknown,
)
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
    [
        {"exp": None},
        {"exp": "soon"},
        {"exp": True},
        {"exp": 1e30},
        {"sub": ""},
        {"iss": None},
        {"iat": None},
    ],
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
    other = person_of(desk, ASKED, read_claims(doubtful, ASKED, Settings(), NOW))
    assert other != invited
    assert person_of(desk, ASKED, read_claims(CLAIMS, ASKED, Settings(), NOW)) == invited
    assert role_in(desk.of(invited), home(desk)) == "assessor"
    trusting = Settings(trust_addresses=True)
    assert read_claims(doubtful, ASKED, trusting, NOW).login == "ina@maker.example"


GROUPS = Roles(
    claim="groups",
    give=(
        Given(value="cgt-lead", workspace="my assessments", role="assessor"),
        Given(value="cgt-quality", workspace="My assessments", role="reader"),
    ),
)


@pytest.mark.parametrize(
    ("said", "role"),
    [
        (["cgt-quality", "all-staff"], "reader"),
        ("cgt-quality", "reader"),
        (["cgt-quality", "cgt-lead"], "assessor"),  # the first line that fits
        (["all-staff"], None),
        ({"cgt-lead": 1}, None),
        (None, None),
    ],
)
def test_a_claim_gives_the_role_that_the_file_says(said: object, role: str | None) -> None:
    desk, _ = begun()
    asked = replace(ASKED, roles=GROUPS)
    refuse_unknown(desk, asked)
    who = person_of(desk, asked, read_claims(CLAIMS | {"groups": said}, asked, Settings(), NOW))
    assert [one.role for one in desk.store.workspaces(who)] == ([role] if role else [])


def test_a_claim_gives_nothing_where_the_local_owner_does_not_own() -> None:
    desk, _ = begun()
    elsewhere = desk.of(desk.store.add_person("Stranger"))
    elsewhere.store.add_workspace(elsewhere.actor, "Elsewhere")
    line = Given(value="cgt-lead", workspace="Elsewhere", role="reader")
    asked = replace(ASKED, roles=Roles(claim="groups", give=(line,)))
    with pytest.raises(NotFound, match="Elsewhere"):
        refuse_unknown(desk, asked)
    claims = CLAIMS | {"groups": ["cgt-lead"]}
    who = person_of(desk, asked, read_claims(claims, asked, Settings(), NOW))
    assert desk.store.workspaces(who) == []


def test_nobody_listens_beyond_this_computer_without_sign_in(tmp_path: Any) -> None:
    for host in ("127.0.0.1", "localhost", "::1"):
        refuse_exposed(Settings(host=host))
    for host in ("0.0.0.0", "192.168.1.7", "app.maker.example"):  # noqa: S104 - refused here
        with pytest.raises(ReadinessError, match="without sign-in"):
            refuse_exposed(Settings(host=host))
        refuse_exposed(Settings(host=host, sign_in=tmp_path / "sign-in.toml"))
        refuse_exposed(Settings(host=host, without_sign_in=True))
