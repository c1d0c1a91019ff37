"""The app on a store of its own with real measuring: for the pages that bring records in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from readiness.domain.questionnaire import Questionnaire
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.workspace import session
from readiness.workspace.assessments import create
from readiness.workspace.demo import open_example
from readiness.workspace.session import Session
from tests.made import questionnaire

ROOT = Path(__file__).parents[2]
BATCHES = "Lot,Process Start\n" + "".join(f"B{n},2026-0{n}-15\n" for n in range(1, 8))
AMBIGUOUS = "Lot,Process Start\n" + "".join(f"B{n},0{n}/0{n + 1}/2026\n" for n in range(1, 8))
BROKEN = BATCHES + "B8,soon\n"

Opener = Callable[..., AppTest]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """What the pages are handed: a new store and the content."""
    content: Questionnaire = questionnaire()
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(session, "load_questionnaires", lambda _: {content.id: content})
    workbench.clear()
    made = workbench()
    yield made
    made.store.close()
    workbench.clear()


@pytest.fixture
def begun(desk: Session) -> str:
    """The id of an assessment in which nothing was said, on a clock that stands still."""
    return begun_on(desk, date(2026, 11, 22))


def begun_on(desk: Session, as_of: date) -> str:
    """The id of an assessment as of that day, in which nothing was said."""
    return create(
        replace(desk, today=lambda: as_of), "Alder <b>Bridge</b> *x*", "autologous", "phase_1"
    )


@pytest.fixture
def example(desk: Session) -> str:
    """The id of the demonstration organisation, its files included."""
    return open_example(desk)


@pytest.fixture
def look(desk: Session) -> Opener:
    """Open a page of the whole app on an assessment, as a person does."""

    def opened(page: str, assessment: str | None = None, **kept: Any) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        chosen = {state.ASSESSMENT: assessment} if assessment else {}
        for key, value in (chosen | kept).items():
            app.session_state[key] = value
        app.run()
        return app.switch_page(f"readiness/ui/pages/{page}.py").run()

    return opened


def drawn(app: AppTest) -> str:
    """Every piece of HTML on the page, to be searched."""
    return "\n".join(str(piece.proto.body) for piece in app.get("html"))


def press(app: AppTest, label: str) -> AppTest:
    """Press the button of that label, or the first one that begins so."""
    return next(b for b in app.button if b.label.startswith(label)).click().run()


def choose(app: AppTest, label: str, value: Any) -> AppTest:
    """Choose in the first field of that label."""
    families = ("selectbox", "radio", "button_group")
    fields: list[Any] = [field for family in families for field in app.get(family)]
    exact = [field for field in fields if field.label == label]
    begins = [field for field in fields if field.label.startswith(label)]
    return (exact or begins)[0].set_value(value).run()
