"""The app on a store of its own, with assessments in every state."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from readiness.domain.assessment import Assessment, Profile
from readiness.domain.questionnaire import Questionnaire
from readiness.ui.cached import workbench
from readiness.workspace import measuring, reports, results, session
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.report.organisations import logs, organisation
from tests.ui.desk import begun, desk, example, look

__all__ = ["begun", "desk", "example", "look"]
ROOT = Path(__file__).parents[2]
Opener = Callable[..., AppTest]
Built = dict[str, Callable[[], bytes]]


@pytest.fixture(scope="session")
def content() -> Questionnaire:
    """The shipped questionnaire."""
    return questionnaire()


@pytest.fixture
def bench(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Questionnaire
) -> Iterator[Session]:
    """What the pages are handed: a new store, the content, logs with rows."""
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(session, "load_questionnaires", lambda _: {content.id: content})
    for module in (measuring, results, reports):
        monkeypatch.setattr(module, "evidence_of", lambda *_: logs(content))
    workbench.clear()
    made = workbench()
    yield made
    made.store.close()
    workbench.clear()


def kept(bench: Session, assessment: Assessment) -> str:
    """Store it; its id."""
    workspace = bench.store.workspaces(bench.actor)[0]
    return bench.store.create(bench.actor, workspace.id, assessment)


@pytest.fixture
def said(content: Questionnaire) -> Assessment:
    """A Phase 1 maker with answers, drills and overrides; its figures come from logs."""
    profile = Profile(
        organisation="Alder Bridge (invented)",
        modality="autologous",
        stage="phase_1",
        sites=1,
        parties=2,
        regions=("US", "EU"),
    )
    made = organisation(content, 1, low=1, high=4, profile=profile)
    title = "Alder <b>Bridge</b> *invented*"
    return made.model_copy(update={"measurements": (), "window": None, "title": title})


@pytest.fixture
def full(bench: Session, said: Assessment) -> str:
    """The id of an assessment with an answer to every question."""
    return kept(bench, said)


@pytest.fixture
def half(bench: Session, said: Assessment) -> str:
    """The id of one that was left halfway, without drills."""
    return kept(bench, said.model_copy(update={"responses": said.responses[:20], "drills": ()}))


@pytest.fixture
def bare(bench: Session, said: Assessment) -> str:
    """The id of one in which nothing was said."""
    nothing = {"responses": (), "drills": (), "consensus": (), "overrides": (), "detection": ()}
    return kept(bench, said.model_copy(update=nothing))


@pytest.fixture
def open_page(bench: Session) -> Opener:
    """Open a page of the whole app on an assessment, as a person does."""

    def opened(page: str, assessment: str | None = None, **state: Any) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        chosen = {"assessment": assessment} if assessment else {}
        for key, value in (chosen | state).items():
            app.session_state[key] = value
        app.run()
        return app.switch_page(f"readiness/ui/pages/{page}.py").run()

    return opened


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Built:
    """What each download button that was drawn builds when it is pressed, by its label."""
    found: Built = {}

    def kept(draw: Callable[..., bool]) -> Callable[..., bool]:
        def button(*args: Any, data: Any, **more: Any) -> bool:
            found[args[-1]] = data
            return draw(*args, data=data, **more)

        return button

    for there in (st, DeltaGenerator):
        monkeypatch.setattr(there, "download_button", kept(there.download_button))
    return found


def drawn(app: AppTest) -> str:
    """Every piece of HTML on the page, to be searched."""
    return "\n".join(str(piece.proto.body) for piece in app.get("html"))
