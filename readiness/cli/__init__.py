"""The command line: thin calls of the use cases (formats, *Commands*)."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from readiness.cli.comparing import compare_command
from readiness.cli.custody import add_custody_commands
from readiness.cli.database import database_commands
from readiness.cli.health import health_command
from readiness.cli.members import members_commands
from readiness.cli.portfolio import portfolio_command
from readiness.cli.speaking import AsJson, Folder, refuse, say, tell
from readiness.cli.workbooks import partner_commands, questionnaire_commands, report_import
from readiness.domain.errors import ReadinessError

IMPORT_REPORT = "report import"


class Commands(TyperGroup):
    """``report import`` stands beside ``report``, which takes a folder in its place."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Two words name one command."""
        if args[:2] == IMPORT_REPORT.split():
            args = [IMPORT_REPORT, *args[2:]]
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Is cell and gene therapy manufacturing still clinical, or already commercial?",
)
content_commands = typer.Typer(no_args_is_help=True, help="Questionnaires: check them.")
app.add_typer(content_commands, name="content")
app.add_typer(questionnaire_commands, name="questionnaire")
app.add_typer(partner_commands, name="partner")
app.add_typer(database_commands, name="db")
add_custody_commands(database_commands)
app.add_typer(members_commands, name="members")
app.command(IMPORT_REPORT)(report_import)
app.command("health")(health_command)
app.command("portfolio")(portfolio_command)
app.command("compare")(compare_command)


@app.command("app")
def app_command(
    port: Annotated[int | None, typer.Option(help="Port on the loopback address.")] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Open the example organisation.")] = False,
    without_sign_in: Annotated[
        bool,
        typer.Option("--without-sign-in", help="Listen beyond this computer all the same."),
    ] = False,
) -> None:
    """Start the web app on this computer."""
    from readiness.workspace.launching import launch

    try:
        status = launch(port, say, demo=demo, forced=without_sign_in)
    except ReadinessError as error:
        refuse(error)
    raise typer.Exit(status)


@app.command("demo")
def demo_command(
    folder: Annotated[Path, typer.Argument(help="Where the example is written.")],
) -> None:
    """Write the demonstration organisation, assess it, write its gap report beside it."""
    from readiness.workspace.demo import write_demo
    from readiness.workspace.folders import open_folder, report_of
    from readiness.workspace.summary import summary

    try:
        written = write_demo(folder)
        tell(f"Wrote the example (invented names, invented data) to {written}")
        case = open_folder(written, tell)
        report = folder / "gap-report.xlsx"
        report.write_bytes(report_of(case))
    except ReadinessError as error:
        refuse(error)
    say(summary(case.result, case.questionnaire, case.assessment))
    say()
    say(f"Gap report: {report}")


@app.command("template")
def template_command(
    kind: Annotated[str, typer.Argument(help="Kind of log, like deviations, or status_board.")],
    out: Annotated[Path, typer.Argument(help="The workbook to write.")],
) -> None:
    """Write an empty log, or the status board, with headings, an example and drop-downs."""
    from readiness.workspace.evidence import template_of

    try:
        written = template_of(kind)
    except ReadinessError as error:
        tell(str(error))
        raise typer.Exit(2) from error
    out.write_bytes(written)
    say(f"Wrote {out}")


@app.command("assess")
def assess_command(folder: Folder, json: AsJson = False) -> None:
    """Assess a folder: a readable summary, or the result as JSON."""
    from readiness.workspace.folders import open_folder
    from readiness.workspace.summary import summary

    try:
        case = open_folder(folder, tell)
    except ReadinessError as error:
        refuse(error)
    if json:
        say(case.result.model_dump_json(indent=2))
    else:
        say(summary(case.result, case.questionnaire, case.assessment))


@app.command("measure")
def measure_command(
    folder: Folder,
    json: AsJson = False,
    start_mapping: Annotated[
        bool, typer.Option(help="Write an entry of evidence.yaml for each file in doubt.")
    ] = False,
) -> None:
    """Only the evidence of a folder: every measurement with its rows."""
    from readiness.workspace.folders import measured, open_folder
    from readiness.workspace.starting import start_mapping_of
    from readiness.workspace.stated import stated_lines
    from readiness.workspace.summary import doubt_lines, measurement_lines
    from readiness.workspace.versions import version_lines

    try:
        case = open_folder(folder, tell, partly=True)
        started = start_mapping_of(folder) if start_mapping else None
    except ReadinessError as error:
        refuse(error)
    if json:
        say(measured(case))
    else:
        say(measurement_lines(case.result, case.questionnaire, case.evidence.overlaps))
        for line in (*stated_lines(case.assessment), *version_lines(case.evidence)):
            say(line)
    for line in doubt_lines(case.in_doubt, started):
        tell(line)
    if case.in_doubt:
        raise typer.Exit(1)


@app.command("report")
def report_command(
    folder: Folder,
    out: Annotated[Path, typer.Argument(help="The workbook to write.")],
    view: Annotated[
        str, typer.Option(help="full, board, client, or cdmo:NAME for one partner, as cdmo:vector.")
    ] = "full",
    against: Annotated[
        Path | None, typer.Option(help="The folder of an earlier round: what moved since, and why.")
    ] = None,
) -> None:
    """Write the Excel gap report of a folder."""
    from readiness.workspace.folders import open_folder, report_of

    try:
        earlier = open_folder(against, tell) if against else None
        out.write_bytes(report_of(open_folder(folder, tell), view, earlier))
    except ReadinessError as error:
        refuse(error)
    say(f"Wrote {out}")


@app.command("plan")
def plan_command(
    folder: Folder,
    json: AsJson = False,
    out: Annotated[Path | None, typer.Option(help="A file to write: .xlsx, .csv or .ics.")] = None,
    scenarios: Annotated[
        bool, typer.Option("--scenarios", help="Beside it each scenario of the folder.")
    ] = False,
) -> None:
    """The roadmap under capacity: who does what in which week, and what does not fit."""
    from readiness.cli.planning import plan_folder

    for line in plan_folder(folder, out, json=json, scenarios=scenarios):
        say(line)


@app.command("simulate")
def simulate_command(
    parameters: Annotated[Path, typer.Argument(help="A YAML file of parameters.")],
    json: AsJson = False,
) -> None:
    """Simulate patient slots: waiting, losses, use and recovery after shocks."""
    from readiness.stress.simulate import simulate
    from readiness.workspace.simulating import read_parameters
    from readiness.workspace.simulation_summary import simulation_lines

    def progress(done: int, of: int) -> bool:
        if done and done % max(1, of // 10) == 0:
            tell(f"{done} of {of} replications")
        return True

    try:
        given = read_parameters(parameters)
    except ReadinessError as error:
        refuse(error)
    seen = simulate(given, progress)
    if json:
        say(seen.model_dump_json(indent=2))
        return
    for line in simulation_lines(seen):
        say(line)


@content_commands.command("check")
def content_check(
    folder: Annotated[
        Path | None, typer.Argument(help="A folder of questionnaires; default: the shipped one.")
    ] = None,
) -> None:
    """Check questionnaires: every error with file, line and advice."""
    from readiness.content import check_all

    problems, checked = check_all(folder)
    for problem in problems:
        tell(str(problem))
    if problems:
        raise typer.Exit(1)
    say(f"{', '.join(checked)}: no errors.")


def main() -> None:
    """The console script."""
    app()
