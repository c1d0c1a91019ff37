"""One app at which people sign in, in every role, beside a client that is none of theirs."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from readiness.store import Role
from readiness.workspace.answers import answer
from readiness.workspace.clients import home
from readiness.workspace.members import assign, invite
from readiness.workspace.people import add_respondent
from tests.browser.by_wire import forged
from tests.browser.prepared import begun, store_of
from tests.browser.provider import CLIENT, Claims, Provider, provider
from tests.browser.serving import TeamServer

ROLES: dict[str, Role] = {
    "ina": "assessor",
    "rita": "reader",
    "rosa": "respondent",
    "carl": "client_reader",
}
NAMES = {
    "ina": "Ina Adler",
    "rita": "Rita Berg",
    "rosa": "Rosa Lind",
    "carl": "Carl Ohm",
    "olaf": "Olaf Stranger",
    "quinn": "Quinn Ash",
}
GROUP = """
[roles]
claim = "groups"

[[roles.give]]
value = "cgt-quality"
workspace = "My assessments"
role = "reader"
"""
TITLE, FOREIGN = "Elm Works", "Birch Elsewhere"
NOTE = "the planner overrules the sheet on Fridays"
"""Said by the first respondent; Rosa answers as the second."""


def claims_of(person: str) -> Claims:
    """What the provider says of a person."""
    return {
        "email": f"{person}@maker.example",
        "email_verified": True,
        "name": NAMES[person],
    }


@dataclass
class Team:
    """The app, at whose people sign in, an assessment, and another client's."""

    server: TeamServer
    asked: Provider
    assessment: str
    foreign: str

    def token(self, person: str) -> Claims:
        """The claims of a good token of this person."""
        now = int(time.time())
        about = {"iss": self.asked.address, "sub": person, "aud": CLIENT}
        return claims_of(person) | about | {"iat": now, "exp": now + 3600}

    def cookie(self, person: str) -> dict[str, str]:
        """That of a person who has signed in."""
        return forged(self.server.address, **self.token(person))


@contextmanager
def team_at(folder: Path) -> Iterator[Team]:
    """The app as its administrator starts it, its people invited by an owner."""
    server = TeamServer(folder)
    with store_of(server) as session:
        made = begun(session, TITLE)
        one = add_respondent(session, made, "QA", "lead")
        two = add_respondent(session, made, "MFG", "lead")
        answer(session, made, "CTL-1", one, level=2, note=NOTE)
        for person, role in ROLES.items():
            who = invite(session, home(session), f"{person}@maker.example", role)
            if role == "respondent":
                assign(session, made, who, two)
        other = session.of(session.store.add_person("Elsewhere"))
        other.store.add_workspace(other.actor, "Elsewhere")
        foreign = begun(other, FOREIGN)
    with provider({person: claims_of(person) for person in NAMES}) as asked:
        server.asks(asked.section(server.address) + GROUP).start()
        try:
            yield Team(server, asked, made, foreign)
        finally:
            server.stop()
