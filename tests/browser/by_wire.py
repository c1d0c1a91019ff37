"""Signing in and looking at the app without a browser: cookies by HTTP, pages by its websocket."""

import json
import time
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from typing import Any
from urllib.parse import urlencode

import httpx
from itsdangerous import URLSafeTimedSerializer
from joserfc import jwt
from joserfc.jwk import OctKey
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.browser.provider import SECRET
from tests.browser.serving import HOST

USER, XSRF = "_streamlit_user", "_streamlit_xsrf"
PATIENCE_S = 60


def plain() -> httpx.Client:
    """Without certificates, which take longest to read and are not asked for here."""
    return httpx.Client(timeout=PATIENCE_S, verify=SSLContext(PROTOCOL_TLS_CLIENT))


def signed_in(app: str, person: str) -> dict[str, str]:
    """The app's cookies after a person pressed *Sign in* and said at the provider who they are."""
    claims = {"provider": "default", "exp": int(time.time()) + 60}
    button = jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))
    with plain() as asked:
        to_provider = asked.get(f"{app}/auth/login", params={"provider": button})
        back = asked.post(to_provider.headers["location"], data={"sub": person})
        at_app = asked.get(back.headers["location"])
        assert at_app.headers["location"] == "/", "sent on to the app, whatever came of it"
        return {one.name: one.value or "" for one in asked.cookies.jar if one.domain == HOST}


def forged(app: str, secret: str = SECRET, **claims: Any) -> dict[str, str]:
    """The cookie of a person who signed in at that app, as whoever knows this secret makes it."""
    said = claims | {"origin": app, "is_logged_in": True, "provider": "default"}
    return {USER: URLSafeTimedSerializer(secret, salt=USER).dumps(json.dumps(said))}


def shown(app: str, cookies: dict[str, str], page: str = "", **ids: str) -> str:
    """Everything that the app sends of a page to who holds these cookies."""
    with plain() as asked:
        token = asked.get(f"{app}/_stcore/health").cookies[XSRF]
    kept = "; ".join(f"{name}={value}" for name, value in (cookies | {XSRF: token}).items())
    with connect(
        app.replace("http", "ws", 1) + "/_stcore/stream",
        origin=Origin(app),
        subprotocols=[Subprotocol("streamlit"), Subprotocol(token)],
        additional_headers={"Cookie": kept},
        max_size=None,
    ) as socket:
        wanted = BackMsg()
        wanted.rerun_script.page_name = page
        wanted.rerun_script.query_string = urlencode(ids)
        socket.send(wanted.SerializeToString())
        said: list[str] = []
        while True:
            frame = socket.recv(timeout=PATIENCE_S)
            assert isinstance(frame, bytes)
            message = ForwardMsg.FromString(frame)
            if message.WhichOneof("type") == "script_finished":
                return "\n".join(said)
            if message.WhichOneof("type") == "delta":
                said.append(str(message.delta))
