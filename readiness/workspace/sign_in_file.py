"""The file that READINESS_SIGN_IN names: at whose people sign in, which roles a claim gives.

It is checked before the app starts. Its section ``[auth]`` is Streamlit's own, ``[roles]`` ours.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from readiness.domain.errors import InputRefused, Problem

CALLBACK = "/oauth2callback"
ADVICE = "The README, Teams, says what stands there"


class Auth(BaseModel):
    """What Streamlit needs of one provider; it may know more."""

    redirect_uri: str = Field(pattern=rf"^https?://[^/{{}}]+(/.*)?{CALLBACK}$")
    cookie_secret: str = Field(min_length=32)
    client_id: str = Field(min_length=1)
    client_secret: str = Field(min_length=1)
    server_metadata_url: str = Field(pattern="^https?://")


class Given(BaseModel):
    """Whose claim has this value gets this role in the workspace of that name, or id.

    Never that of an owner: owners are named by owners, so that no group of a provider can be
    widened into saying who is a member.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    value: str = Field(min_length=1)
    workspace: str = Field(min_length=1)
    role: Literal["assessor", "respondent", "reader", "client_reader"]


class Roles(BaseModel):
    """Which claim says roles, a text or a list of texts, and what its values give."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    claim: str = Field(min_length=1)
    give: tuple[Given, ...] = Field(min_length=1)


class Sections(BaseModel):
    """The file."""

    auth: Auth
    roles: Roles | None = None


@dataclass(frozen=True)
class SignInFile:
    """``client_id``: for whom a token must have been made; ``address``: where the app is opened."""

    client_id: str
    address: str
    roles: Roles | None = None


def read_sign_in_file(path: Path) -> SignInFile:
    """What the file says. Raises InputRefused with each problem, and no secret."""
    try:
        said = Sections.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise _refused(path, [("", f"The file cannot be read: {error.strerror}")]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(path, [("", "The file is no TOML")]) from error
    except ValidationError as error:
        found = [(".".join(map(str, e["loc"])), e["msg"]) for e in error.errors()]
        raise _refused(path, found) from None
    auth = said.auth
    at = urlsplit(auth.redirect_uri.removesuffix(CALLBACK))
    return SignInFile(auth.client_id, f"{at.scheme}://{at.netloc}{at.path}", said.roles)


def _refused(path: Path, found: list[tuple[str, str]]) -> InputRefused:
    return InputRefused(
        [
            Problem(file=str(path), column=place or None, message=message, advice=ADVICE)
            for place, message in found
        ]
    )
