"""In whose name a transaction runs, told to a database that itself keeps clients apart.

What is told holds for the transaction alone, so that a pooled connection hands nothing on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from sqlalchemy import Connection, func, select

from readiness.store.records import Actor

Errand = Literal["administrator", "register", "custody"]
"""administrator: all rows, for who looks after the whole store. register: the people of this
installation, looked up by address or sign-in, and added. custody: whether an id that arrives is in
use anywhere."""

Acting = Actor | Literal["administrator"] | None
"""A person; or who looks after the store; None: nobody, who sees no row of any client."""

OPTION = "readiness_acting"
"""The option of a connection that holds it."""
ERRAND, WORKSPACES = "readiness.acting", "readiness.workspaces"


def tell(connection: Connection, acting: Acting) -> None:
    """Say at the beginning of a transaction on PostgreSQL who acts in it."""
    if isinstance(acting, Actor):
        connection.exec_driver_sql("SELECT readiness_acts(%s)", (acting.person_id,))
    elif acting is not None:
        _set(connection, ERRAND, acting)


@contextmanager
def errand(connection: Connection, what: Errand) -> Iterator[None]:
    """Let the block see what its errand needs, and nothing after it do so.

    What raises inside ends the transaction, and what was told goes with it.
    """
    before = _said(connection, ERRAND)
    _set(connection, ERRAND, what)
    yield
    _set(connection, ERRAND, before)


def begins(connection: Connection, workspace_id: str) -> None:
    """The acting person begins a workspace under this new id: from here on it is theirs too."""
    mine = _said(connection, WORKSPACES)
    _set(connection, WORKSPACES, f"{mine},{workspace_id}" if mine else workspace_id)


def _said(connection: Connection, name: str) -> str:
    if connection.dialect.name != "postgresql":
        return ""
    return connection.execute(select(func.current_setting(name, True))).scalar_one() or ""


def _set(connection: Connection, name: str, value: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.set_config(name, value, True)))
