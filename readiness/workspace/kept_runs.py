"""The last simulation of an assessment is kept with all that it came from (method 10)."""

from collections.abc import Mapping, Sequence

from readiness import __version__
from readiness.domain.base import remade
from readiness.domain.simulated import Assumption, Cascade, KeptRun, Simulated, Slack
from readiness.domain.simulation import Parameters
from readiness.store import WHOLE, Saved
from readiness.workspace.results import state
from readiness.workspace.session import Session
from readiness.workspace.stress import Figure, chosen_shocks, content_of


def keep_run(
    session: Session,
    assessment: str,
    known: Sequence[Figure],
    parameters: Parameters,
    shocked: Simulated,
    usual: Simulated | None,
) -> Saved:
    """Keep a run in the place of the one before: its findings and its part of the report follow.

    Raises Frozen where nothing may be changed any more.
    """
    now = state(session, assessment)
    content = content_of(session, now.assessment.questionnaire)
    chosen = chosen_shocks(content, now.assessment)
    run = KeptRun(
        on=session.today(),
        engine_version=__version__,
        content_version=now.questionnaire.version,
        parameters=parameters,
        assumptions=tuple(_assumption(figure) for figure in known),
        shocks=tuple(shock.name for shock in content.shocks if shock.id in chosen),
        shocked=_without_days(shocked),
        usual=_without_days(usual) if usual else None,
    )
    return session.store.put(session.actor, assessment, "simulation", WHOLE, run)


def keep_slack(
    session: Session, assessment: str, parameters: Parameters, found: Mapping[str, Slack]
) -> None:
    """Keep what small delays cost, by their names, beside the run of these very parameters.

    Where another run is kept, or none, nothing is. Raises Frozen.
    """
    _beside(session, assessment, parameters, slack=dict(found))


def keep_pairs(session: Session, assessment: str, parameters: Parameters, found: Cascade) -> None:
    """Keep what two shocks do together, as ``keep_slack``."""
    _beside(session, assessment, parameters, cascade=found)


def _beside(session: Session, assessment: str, parameters: Parameters, **found: object) -> None:
    run = session.load(assessment).assessment.simulation
    if run is not None and run.parameters == parameters:
        kept = remade(run, **found)
        session.store.put(session.actor, assessment, "simulation", WHOLE, kept)


def _assumption(figure: Figure) -> Assumption:
    return Assumption(
        id=figure.field.id,
        label=figure.field.label,
        value=figure.value,
        origin=figure.origin,
        known=figure.known,
    )


def _without_days(found: Simulated) -> Simulated:
    """The figures of two years need no line for each day."""
    doses = remade(found.doses, stock_by_day=()) if found.doses else None
    return remade(found, queue=remade(found.queue, by_day=()), doses=doses)
