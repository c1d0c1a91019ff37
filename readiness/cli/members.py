"""Members of a workspace from the command line, as the local owner of the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.speaking import refusing, say

if TYPE_CHECKING:
    from readiness.workspace.session import Session

members_commands = typer.Typer(
    no_args_is_help=True, help="Who may work in a workspace: list, add, remove, owner."
)
Client = Annotated[str, typer.Option("--client", help="Name of the workspace, if several.")]
Address = Annotated[str, typer.Argument(help="The e-mail address that the person signs in with.")]
Why = Annotated[str, typer.Option("--reason", help="Kept in the history.")]


@members_commands.command("list")
def list_members(
    client: Client = "",
    history: Annotated[bool, typer.Option("--history", help="Every change beside.")] = False,
) -> None:
    """Who is a member, in which role."""
    from readiness.workspace.members import NAMES, client_named, team

    with refusing(), _opened() as session:
        found = team(session, client_named(session, client))
    for one in found.members:
        say("  ".join(filter(None, dict.fromkeys((one.name, one.login, NAMES[one.role])))))
    for change in found.changes if history else ():
        moved = f"{change.old or 'no member'} to {change.new or 'no member'}"
        why = f" ({change.reason})" if change.reason else ""
        say(f"{change.at:%Y-%m-%d %H:%M} UTC  {change.by}: {change.member}, {moved}{why}")


@members_commands.command("add")
def add(
    address: Address,
    role: Annotated[
        str, typer.Argument(help="owner, assessor, respondent, reader or client_reader.")
    ],
    client: Client = "",
    reason: Why = "",
) -> None:
    """Give a person a role, or another one."""
    from readiness.workspace.members import NAMES, client_named, invite, known_role

    with refusing(), _opened() as session:
        known = known_role(role)
        invite(session, client_named(session, client), address, known, reason)
    say(f"{address}: {NAMES[known]}")


@members_commands.command("remove")
def remove(address: Address, client: Client = "", reason: Why = "") -> None:
    """Take a person out; what they said stays."""
    from readiness.workspace.members import client_named, member_at, remove_member

    with refusing(), _opened() as session:
        here = client_named(session, client)
        remove_member(session, here, member_at(session, here, address), reason)
    say(f"{address}: no member any more")


@members_commands.command("owner")
def owner(address: Address, client: Client = "", reason: Why = "") -> None:
    """Name a new owner of any workspace: where its only owner went away. --reason is needed."""
    from readiness.workspace.keeping import name_owner

    with refusing():
        found = name_owner(client, address, reason)
    before = ", ".join(found.owners) or "nobody"
    say(f"{address}: Owner of {found.name}, beside {before}.")
    say("Who went away is taken out by the new owner, on the page Members.")


@contextmanager
def _opened() -> "Iterator[Session]":
    from readiness.workspace.session import open_workspace

    session = open_workspace()
    try:
        yield session
    finally:
        session.store.close()
