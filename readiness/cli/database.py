"""The store from the command line: brought up to date, verified, copied, put back."""

from pathlib import Path
from typing import Annotated

import typer

from readiness.cli.speaking import refuse, say, tell
from readiness.domain.errors import ReadinessError

database_commands = typer.Typer(
    no_args_is_help=True, help="The store: bring it up to date, verify, back up, restore."
)


@database_commands.command("upgrade")
def upgrade() -> None:
    """Bring the store up to this version; a copy is made first."""
    from readiness.workspace.keeping import upgrade_store

    try:
        say(f"{upgrade_store()} is up to date")
    except ReadinessError as error:
        refuse(error)


@database_commands.command("verify")
def verify() -> None:
    """Follow the history of every assessment; names the first broken link of each."""
    from readiness.workspace.keeping import verify_store

    try:
        found = verify_store()
    except ReadinessError as error:
        refuse(error)
    for one in found.broken:
        tell(str(one))
    say(
        f"{found.assessments} assessments, {found.rows} rows of history: {len(found.broken)} broken"
    )
    raise typer.Exit(1 if found.broken else 0)


@database_commands.command("backup")
def backup(
    file: Annotated[Path, typer.Argument(help="The copy to write; nothing is overwritten.")],
) -> None:
    """Copy the store, also while the app runs."""
    from readiness.workspace.keeping import back_up_store

    try:
        found = back_up_store(file)
    except ReadinessError as error:
        refuse(error)
    say(f"{file}: {found.assessments} assessments, {found.rows} rows of history")
    for one in found.broken:
        tell(str(one))


@database_commands.command("restore")
def restore(
    file: Annotated[Path, typer.Argument(help="A copy that backup made.")],
) -> None:
    """Put a copy in the place of the store, whose own copy stays. Close the app first."""
    from readiness.workspace.keeping import restore_store

    try:
        found, before = restore_store(file)
    except ReadinessError as error:
        refuse(error)
    say(f"{found.assessments} assessments, {found.rows} rows of history are back")
    if before is not None:
        say(f"What was there before: {before}")
