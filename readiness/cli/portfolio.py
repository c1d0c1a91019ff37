"""The command ``portfolio``: all assessments of one client in the store, told or as JSON."""

from typing import Annotated

import typer

from readiness.cli.speaking import AsJson, refuse, say, tell
from readiness.domain.errors import NotFound, ReadinessError


def portfolio_command(
    client: Annotated[
        str, typer.Option(help="The client's name; not needed where there is one alone.")
    ] = "",
    json: AsJson = False,
) -> None:
    """Where every site and product of a client stands, the gaps they share, what is overdue."""
    from readiness.workspace.clients import clients, home
    from readiness.workspace.portfolio import portfolio
    from readiness.workspace.portfolio_summary import portfolio_json, portfolio_lines
    from readiness.workspace.session import open_workspace

    def progress(done: int, of: int) -> None:
        tell(f"Summing up, once: {done} of {of} assessments")

    try:
        session = open_workspace()
        ids = {one.name: one.id for one in clients(session)}
        if client and client not in ids:
            raise NotFound(f"There is no client {client!r}; there is {', '.join(ids)}.")
        found = portfolio(session, ids.get(client) or home(session), progress=progress)
        content = session.questionnaire(found.questionnaire.id)
    except ReadinessError as error:
        refuse(error)
    if json:
        say(portfolio_json(found))
        return
    for line in portfolio_lines(found, content):
        say(line)
