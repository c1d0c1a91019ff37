"""Tokens and cookies that are not what they should be open nothing of the app."""

import time
from typing import Any

import pytest

from tests.browser.by_wire import USER, forged, shown, signed_in
from tests.browser.provider import (
    ANOTHER,
    CLIENT,
    FILTER,
    Spoil,
    altered,
    expired,
    signed,
    unsigned,
    with_claims,
)
from tests.browser.team import TITLE, Team

pytestmark = pytest.mark.filterwarnings(FILTER)


def seen_with(team: Team, cookies: dict[str, str]) -> str:
    """The questions of the assessment, or what is sent in their place."""
    return shown(team.server.address, cookies, "questions", assessment=team.assessment)


def test_whom_the_provider_vouches_for_comes_in(team: Team) -> None:
    team.asked.spoil = signed
    seen = seen_with(team, signed_in(team.server.address, "ina"))
    assert TITLE in seen
    assert "Signed in as Ina Adler" in seen


SPOILED: dict[str, Spoil] = {
    "expired": expired,
    "of another issuer": with_claims(iss="https://id.elsewhere.example"),
    "for another app": with_claims(aud="another-app"),
    "of another sign-in": with_claims(nonce="an older one"),
    "signed by another": lambda claims: signed(claims, ANOTHER),
    "altered": altered,
    "unsigned": unsigned,
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_a_spoiled_token_is_no_sign_in(team: Team, spoil: Spoil) -> None:
    team.asked.spoil = spoil
    kept = signed_in(team.server.address, "ina")
    assert USER not in kept
    refused(seen_with(team, kept), "Back here after you signed in?")


def refused(seen: str, words: str) -> None:
    """The way in, with what to do, and nothing of the app."""
    assert words in seen
    assert 'label: "Sign in"' in seen
    assert TITLE not in seen
    assert "Adler" not in seen


def test_a_token_made_for_another_app_of_the_same_provider_is_refused(team: Team) -> None:
    """Authlib lets it pass where its ``azp`` is this app: Streamlit keeps it, we do not."""
    team.asked.spoil = with_claims(aud="another-app", azp=CLIENT)
    kept = signed_in(team.server.address, "ina")
    assert USER in kept
    refused(seen_with(team, kept), "This sign-in was made for another app.")


def test_what_expired_a_minute_ago_is_refused_too(team: Team) -> None:
    """Authlib allows two minutes for clocks that differ: the cookie is there, and opens nothing."""
    team.asked.spoil = with_claims(exp=int(time.time()) - 60)
    kept = signed_in(team.server.address, "ina")
    assert USER in kept
    refused(seen_with(team, kept), "Your sign-in is over.")


def test_a_cookie_is_worth_what_its_secret_and_its_claims_are(team: Team) -> None:
    app, good = team.server.address, team.token("ina")
    whole = forged(app, **good)
    assert TITLE in seen_with(team, whole), "made by who knows the secret: by the app"
    letter = "A" if whole[USER][9] != "A" else "B"
    changed: dict[str, Any] = {
        "signed by another secret": forged(app, "8d" * 32, **good),
        "altered": {USER: whole[USER][:9] + letter + whole[USER][10:]},
        "of another app": forged("http://127.0.0.1:1", **good),
    }
    for cookie in changed.values():
        refused(seen_with(team, cookie), "your role says what you see here")
    refused(seen_with(team, forged(app, **good | {"exp": good["iat"] - 1})), "is over")
    refused(seen_with(team, forged(app, **good | {"exp": None})), "is over")
    refused(seen_with(team, forged(app, **good | {"aud": "another-app"})), "another app")
    refused(seen_with(team, forged(app, **good | {"sub": ""})), "does not say who you are")


def test_a_person_nobody_invited_sees_that_nothing_is_theirs(team: Team) -> None:
    seen = seen_with(team, team.cookie("olaf"))
    assert TITLE not in seen
    assert "Adler" not in seen
    assert "There is no such assessment." in seen
    assert "Signed in as Olaf" in seen


def test_a_group_of_the_provider_opens_and_its_loss_closes(team: Team) -> None:
    """A later token has a later second; two sign-ins of a test may fall into one."""
    team.asked.spoil = with_claims(groups=["all-staff", "cgt-quality"])
    seen = seen_with(team, signed_in(team.server.address, "quinn"))
    assert TITLE in seen
    assert "Signed in as Quinn Ash" in seen
    team.asked.spoil = with_claims(groups=["all-staff"], iat=int(time.time()) + 2)
    seen = seen_with(team, signed_in(team.server.address, "quinn"))
    assert TITLE not in seen
    assert "There is no such assessment." in seen
