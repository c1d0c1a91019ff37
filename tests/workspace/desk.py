"""A session on a store in memory, with the shipped content: for tests of use cases."""

from datetime import date

from readiness.settings import Settings
from readiness.store import MemoryStore
from readiness.workspace.assessments import create
from readiness.workspace.session import Session
from tests.made import questionnaire

TODAY = date(2026, 11, 22)


def session() -> Session:
    """The local owner of an empty store, on the day of the demonstration."""
    store = MemoryStore()
    content = questionnaire()
    return Session(store, store.local_owner(), Settings(), {content.id: content}, lambda: TODAY)


def begun(modality: str = "autologous", stage: str = "phase_1") -> tuple[Session, str]:
    """A session with one assessment begun."""
    desk = session()
    return desk, create(desk, "Maker", modality, stage)  # type: ignore[arg-type]  # as typed in
