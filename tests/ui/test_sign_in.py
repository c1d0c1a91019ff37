"""Who is at work is said on every page; beyond this computer nothing is shown without sign-in."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from readiness.domain.errors import NotAllowed
from readiness.settings import Settings
from readiness.ui.cached import workbench
from readiness.workspace.clients import home
from readiness.workspace.members import invite, team
from readiness.workspace.results import state as state_of
from readiness.workspace.session import Session
from tests.ui.desk import ROOT, Opener, drawn
from tests.workspace.test_sign_in_file import GOOD, written


def test_the_local_owner_is_told_that_nobody_signs_in(look: Opener) -> None:
    assert "whoever uses this computer is the one owner" in drawn(look("assessments"))


def test_beyond_this_computer_nothing_is_shown(
    look: Opener, begun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "get_option", lambda _: "0.0.0.0")  # noqa: S104 - refused here
    app = look("questions", begun)
    assert "it shows nothing" in app.error[0].value
    assert not drawn(app).count("Bridge")


def test_it_is_said_loudly_where_it_was_forced(
    look: Opener, desk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.settings = Settings(without_sign_in=True)
    monkeypatch.setattr(st, "get_option", lambda _: "0.0.0.0")  # noqa: S104 - forced here
    app = look("assessments")
    assert any("WARNING: no sign-in" in said.value for said in app.error)
    assert "whoever reaches this address is the one owner" in drawn(app)


def test_where_people_sign_in_nothing_is_reached_before(look: Opener, desk: Session) -> None:
    desk.settings = desk.settings.model_copy(update={"sign_in": desk.settings.data_dir})
    app = look("assessments")
    assert [title.value for title in app.title] == ["Sign in"]
    with pytest.raises(NotAllowed, match="Sign in first"):
        workbench()


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CLAIMS: dict[str, Any] = {
    "is_logged_in": True,
    "iss": "https://id.maker.example",
    "sub": "17",
    "aud": "readiness",
    "email": "ina@maker.example",
    "email_verified": True,
    "name": "Ina Adler",
    "iat": NOW.timestamp(),
    "exp": NOW.timestamp() + 600,
}


class User(dict[str, Any]):
    """What Streamlit made of the cookie."""

    def to_dict(self) -> dict[str, Any]:
        return dict(self)


@pytest.fixture
def clock(desk: Session, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Ina, an assessor, has signed in for ten minutes; the time is ``desk.now``."""
    invite(desk, home(desk), "ina@maker.example", "assessor")
    desk.settings = desk.settings.model_copy(update={"sign_in": written(tmp_path, GOOD)})
    desk.now = lambda: NOW
    monkeypatch.setattr(st, "user", User(CLAIMS))
    return desk


def opened(page: str, assessment: str) -> AppTest:
    """The page, by its address: nothing is kept from before the sign-in."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["assessment"] = assessment
    app.run()
    return app.switch_page(f"readiness/ui/pages/{page}.py").run()


def answer_with(app: AppTest, level: int) -> None:
    next(r for r in app.radio if r.label.startswith("Which describes")).set_value(level).run()


def test_who_signed_in_is_named_and_works_until_the_sign_in_is_over(
    begun: str, clock: Session
) -> None:
    app = opened("questions", begun)
    assert "Signed in as Ina Adler" in drawn(app)
    answer_with(app, 2)
    [said] = state_of(clock, begun).assessment.responses
    clock.now = lambda: NOW + timedelta(minutes=10)
    answer_with(app, 4)
    assert [title.value for title in app.title] == ["Sign in"]
    assert "Your sign-in is over" in app.warning[0].value
    assert "Bridge" not in drawn(app)
    assert state_of(clock, begun).assessment.responses == (said,), "what was pressed then is lost"


def test_a_button_that_was_drawn_before_the_end_does_nothing_after_it(
    begun: str, clock: Session
) -> None:
    """What it acts with was handed to it while the sign-in held."""
    invite(clock, home(clock), "ina@maker.example", "owner")
    olaf = invite(clock, home(clock), "olaf@maker.example", "reader")
    app = opened("members", begun)
    clock.now = lambda: NOW + timedelta(minutes=10)
    app.button(key=f"out_{olaf.person_id}").click().run()
    assert [title.value for title in app.title] == ["Sign in"]
    assert olaf in {member.person for member in team(clock, home(clock)).members}
