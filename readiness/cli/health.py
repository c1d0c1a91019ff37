"""``readiness health``: whether the installation is well, a line a check."""

from typing import Annotated

import typer

from readiness.cli.speaking import say


def health_command(
    json: Annotated[bool, typer.Option("--json", help="A JSON document alone.")] = False,
) -> None:
    """Look at settings, data place, disk, content, store and chains; exit status 1 if one fails."""
    import json as writer
    from dataclasses import asdict

    from readiness.workspace.health import health

    found = list(health())
    if json:
        say(writer.dumps([asdict(one) for one in found], indent=2))
    else:
        for one in found:
            say(f"{'ok  ' if one.is_well else 'FAIL'}  {one.name}: {one.said}")
    raise typer.Exit(0 if all(one.is_well for one in found) else 1)
