"""Workbooks that come back: the edited gap report and the interview workbook, as diffs."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from readiness.cli.speaking import Folder, refusing, say, tell

questionnaire_commands = typer.Typer(
    no_args_is_help=True, help="The offline interview workbook: out, and back in with a diff."
)
partner_commands = typer.Typer(
    no_args_is_help=True, help="The question list of a contract maker: out, and back with a diff."
)
Maker = Annotated[str, typer.Argument(help="The contract maker: NAME of cdmo-NAME.yaml.")]
Conflicts = Annotated[
    Literal["file", "app"] | None, typer.Option(help="Which one holds in every conflict.")
]
Apply = Annotated[bool, typer.Option("--apply", help="Write the changes.")]


def report_import(
    folder: Folder,
    file: Annotated[Path, typer.Argument(help="The report that came back.")],
    apply: Apply = False,
    conflicts: Conflicts = None,
) -> None:
    """Show what an edited gap report changes; written only with --apply."""
    from readiness.workspace import report_folder
    from readiness.workspace.three_way import one_choice

    with refusing():
        back = report_folder.look_at_file(folder, file)
        _tell_all(back.notes, report_folder.lines_of(back))
        if apply:
            chosen = one_choice(back.open_conflicts, conflicts, back.asks)
            say(f"{report_folder.take_file(folder, back, chosen)} changes written")


@questionnaire_commands.command("export")
def questionnaire_export(
    folder: Folder,
    out: Annotated[Path, typer.Argument(help="The workbook to write.")],
    function: Annotated[str, typer.Option(help="Only this function, for example QA.")] = "",
    respondent: Annotated[str, typer.Option(help="Only this respondent, with answers.")] = "",
    shuffled: Annotated[
        bool, typer.Option("--shuffled", help="Descriptions in an order of chance.")
    ] = False,
) -> None:
    """Write the interview workbook of a folder."""
    from readiness.workspace.offline_folder import export_from

    if function and respondent:
        tell("Give --function or --respondent, not both.")
        raise typer.Exit(2)
    with refusing():
        out.write_bytes(export_from(folder, respondent or function or "all", shuffled=shuffled))
    say(f"Wrote {out}")


@questionnaire_commands.command("import")
def questionnaire_import(
    folder: Folder,
    file: Annotated[Path, typer.Argument(help="The workbook that came back.")],
    apply: Apply = False,
    conflicts: Conflicts = None,
) -> None:
    """Show what a filled-in workbook changes; written only with --apply."""
    from readiness.workspace import offline_folder
    from readiness.workspace.three_way import one_choice

    with refusing():
        incoming = offline_folder.look_at_file(folder, file)
        _tell_all((*incoming.notes, *incoming.refused), offline_folder.lines_of(incoming))
        if apply:
            chosen = one_choice(incoming.open_conflicts, conflicts, incoming.asks)
            notes = f", {len(incoming.loose)} notes" if incoming.loose else ""
            say(f"{offline_folder.take_file(folder, incoming, chosen)} answers{notes} written")
    if incoming.refused:
        raise typer.Exit(1)


@partner_commands.command("export")
def partner_export(
    folder: Folder,
    partner: Maker,
    out: Annotated[Path, typer.Argument(help="The workbook to write.")],
) -> None:
    """Write the questions to send to a contract maker."""
    from readiness.workspace.partner_folder import questions_of

    with refusing():
        out.write_bytes(questions_of(folder, partner))
    say(f"Wrote {out}")


@partner_commands.command("import")
def partner_import(
    folder: Folder,
    partner: Maker,
    file: Annotated[Path, typer.Argument(help="The question list that came back.")],
    apply: Apply = False,
    conflicts: Conflicts = None,
) -> None:
    """Show what a filled-in question list changes; written only with --apply."""
    from readiness.workspace import partner_folder
    from readiness.workspace.three_way import one_choice

    with refusing():
        back = partner_folder.look_at_file(folder, partner, file)
        _tell_all((*back.notes, *back.refused), partner_folder.lines_of(back))
        if apply:
            chosen = one_choice(back.open_conflicts, conflicts, back.asks)
            say(f"Values written: {partner_folder.take_file(folder, back, chosen)}")
    if back.refused:
        raise typer.Exit(1)


def _tell_all(problems: Iterable[object], lines: Iterable[str]) -> None:
    """What was wrong with the file, then the difference."""
    for problem in problems:
        tell(str(problem))
    for line in lines:
        say(line)
