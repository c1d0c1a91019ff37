"""An OpenID Connect provider on this computer, whose tokens can be spoiled."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from threading import Thread
from typing import Any
from warnings import catch_warnings, simplefilter

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from joserfc.jws import extract_compact
from werkzeug.serving import make_server

with catch_warnings():
    # The library that the provider signs with tells of its own parts, whatever filters are set.
    import_module("authlib.deprecate")
    simplefilter("ignore", DeprecationWarning)
    from oidc_provider_mock import User, app

CLIENT = "readiness"
SECRET = "7c" * 32
HOST = "localhost"
KEY, ANOTHER = (RSAKey.generate_key(2048, {"kid": "the one"}, private=True) for _ in "ab")

# The provider's own, of the library that it signs with.
FILTER = "ignore::DeprecationWarning"
Claims = dict[str, Any]
Spoil = Callable[[Claims], str]


def signed(claims: Claims, key: RSAKey = KEY) -> str:
    """As the provider signs, by its key or by somebody else's that goes by the same name."""
    return jwt.encode({"alg": "RS256", "kid": "the one"}, claims, key)


def with_claims(**changed: Any) -> Spoil:
    """Signed as it should be, of other claims."""
    return lambda claims: signed(claims | changed)


def expired(claims: Claims) -> str:
    """Signed as it should be, an hour too late."""
    now = int(time.time())
    return signed(claims | {"iat": now - 7200, "exp": now - 3600})


def altered(claims: Claims) -> str:
    """The signature of what was said, below something else."""
    head, _, signature = signed(claims).split(".")
    _, said, _ = signed(claims | {"sub": "owner"}).split(".")
    return f"{head}.{said}.{signature}"


def unsigned(claims: Claims) -> str:
    """Nobody's signature."""
    head = jwt.encode({"alg": "HS256"}, {}, OctKey.import_key(SECRET)).split(".")[0]
    return f"{head}.{signed(claims).split('.')[1]}."


@dataclass
class Provider:
    """``spoil``: how the next tokens are made of their claims."""

    spoil: Spoil = signed
    port: int = 0
    people: dict[str, Claims] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where it is asked."""
        return f"http://{HOST}:{self.port}"

    def section(self, app: str) -> str:
        """What an administrator writes for the app at that address."""
        return f"""[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "{CLIENT}"
client_secret = "not asked for"
server_metadata_url = "{self.address}/.well-known/openid-configuration"
"""

    def answered(self, path: str, body: bytes) -> bytes:
        """What goes out: tokens and keys of our own, pages that ask nobody else for their looks."""
        if path.endswith("/jwks"):
            return json.dumps({"keys": [KEY.as_dict(private=False)]}).encode()
        if path.endswith("/token"):
            said = json.loads(body)
            claims = json.loads(extract_compact(said["id_token"].encode()).payload)
            said["id_token"] = self.spoil(claims | self.people.get(claims["sub"], {}))
            return json.dumps(said).encode()
        return body.replace(b'rel="stylesheet"', b'rel="nofollow"')


@contextmanager
def provider(people: dict[str, Claims]) -> Iterator[Provider]:
    """A provider that knows these people, by subject, with their claims."""
    asked = app(user_claims=[User(sub=sub, claims=claims) for sub, claims in people.items()])
    found = Provider(people=people)

    def wsgi(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/favicon.ico":
            start("204 No Content", [])
            return []
        kept: list[Any] = []
        body = b"".join(asked.wsgi_app(environ, lambda *said: kept.extend(said)))
        body = found.answered(environ["PATH_INFO"], body)
        head = [pair for pair in kept[1] if pair[0] != "Content-Length"]
        start(kept[0], [*head, ("Content-Length", str(len(body)))])
        return [body]

    server = make_server(HOST, 0, wsgi, threaded=True)
    found.port = server.port
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
