"""The command ``compare``: two assessment folders, capability by capability with the reasons."""

from pathlib import Path
from typing import Annotated

import typer

from readiness.cli.speaking import AsJson, Folder, refuse, say, tell
from readiness.domain.errors import ReadinessError


def compare_command(
    folder: Folder,
    other: Annotated[Path, typer.Argument(help="The later round, or another site or product.")],
    json: AsJson = False,
) -> None:
    """What differs between two folders and why: answers, records, rules, content version."""
    from readiness.workspace.comparing_summary import comparison_lines
    from readiness.workspace.folders import open_folder, side_by_side

    try:
        before, after = open_folder(folder, tell), open_folder(other, tell)
        found = side_by_side(before, after)
    except ReadinessError as error:
        refuse(error)
    if json:
        say(found.model_dump_json(indent=2))
        return
    for line in comparison_lines(found, after.questionnaire):
        say(line)
