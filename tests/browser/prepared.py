"""Assessments as a test wants to find them, made by the use cases before the page is opened."""

from collections.abc import Iterator
from contextlib import contextmanager

from readiness.domain.assessment import Said
from readiness.workspace.answers import answer
from readiness.workspace.assessments import TEAM, create
from readiness.workspace.interview import asked
from readiness.workspace.people import set_meta
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.browser.serving import Server, workspace


@contextmanager
def store_of(server: Server) -> Iterator[Session]:
    """The store that a server shows."""
    with workspace(server.data_dir) as session:
        yield session


def begun(session: Session, name: str) -> str:
    """An assessment of which nothing is answered."""
    made = create(session, name, "autologous", "phase_1")
    set_meta(session, made, "as_of", "2026-11-23")
    return made


def questions(session: Session, assessment: str) -> list[str]:
    """What it asks, in the order of the content."""
    here = state(session, assessment)
    return [c.id for c in asked(here.assessment, here.questionnaire)]


def answered(session: Session, name: str, count: int, level: Said = 2) -> str:
    """An assessment with so many answers of its first questions."""
    made = begun(session, name)
    for capability in questions(session, made)[:count]:
        answer(session, made, capability, TEAM, level=level)
    return made
