"""The page Roadmap opened on the demonstration organisation, searches kept short."""

from collections.abc import Iterator

import pytest

from readiness.roadmap.plan.planner import Work
from readiness.workspace import plan_jobs
from tests.ui.conftest import Opener


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A search of a moment."""
    kept = plan_jobs.begin.__defaults__
    monkeypatch.setattr(plan_jobs.begin, "__defaults__", (Work(0.2, 0.2),))
    yield
    plan_jobs.begin.__defaults__ = kept


def opened(look: Opener, assessment: str):
    """The page, drawn without trouble."""
    app = look("roadmap", assessment)
    assert not app.exception
    assert not app.error
    return app
