"""A drill in the app with its clock in the test's hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

from streamlit.testing.v1 import AppTest

from readiness.workspace import drilling
from readiness.workspace.results import state
from readiness.workspace.session import Session

START = datetime(2026, 11, 20, 12, tzinfo=UTC)
ROLES = ("QA", "Manufacturing")


def at(desk: Session, minutes: int, seconds: int = 0) -> None:
    """Let the clock of the server stand so long after the start."""
    moment = START + timedelta(minutes=minutes, seconds=seconds)
    desk.now = lambda: moment


def started(desk: Session, assessment: str, scenario: str = "site_down") -> str:
    """A drill that has just begun; its id."""
    at(desk, 0)
    return drilling.start(desk, assessment, scenario, ROLES, "lead")


def there(desk: Session, assessment: str, run: str) -> drilling.Hour:
    """The run as it stands in the store."""
    now = state(desk, assessment)
    return drilling.hour(now.assessment, now.questionnaire.drills, run)


def pressed(app: AppTest, label: str, answer: str | None) -> AppTest:
    """Press a button in the row of that text; None: a second time on the one that is chosen."""
    groups: list[Any] = [g for g in app.get("button_group") if getattr(g, "label", "") == label]
    changed: AppTest = groups[0].set_value(answer).run()
    return changed
