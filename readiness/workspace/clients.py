"""The clients whose data are kept apart, each in a workspace of its own."""

from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.store import Workspace
from readiness.workspace.session import Session

LONGEST = 80


def clients(session: Session) -> list[Workspace]:
    """The workspaces of the acting person, by name."""
    return session.store.workspaces(session.actor)


def home(session: Session, client: str | None = None) -> str:
    """The workspace for something new: the one given, else that of the last work, else the first.

    Whether the person may write there is for the store to say. Raises NotFound where they are no
    member of any.
    """
    if client is not None:
        return client
    there = clients(session)
    if not there:
        raise NotFound(
            "You are no member of any workspace yet. Ask an owner of one to add you, or add a "
            "client: you own what you begin."
        )
    rows = session.store.assessments(session.actor) if len(there) > 1 else []
    return rows[0].workspace if rows else there[0].id


def add_client(session: Session, name: str) -> str:
    """A new workspace, empty; its id. Raises InputRefused for a name that tells nobody apart."""
    said = " ".join(name.split())
    if not said:
        raise _refused("Give the client a name.")
    if len(said) > LONGEST:
        raise _refused(f"The name is longer than {LONGEST} characters. Shorten it.")
    if said.casefold() in {there.name.casefold() for there in clients(session)}:
        raise _refused(f"{said} is there already. Choose it, or give another name.")
    return session.store.add_workspace(session.actor, said)


def _refused(message: str) -> InputRefused:
    return InputRefused([Problem(file="", message=message)])
