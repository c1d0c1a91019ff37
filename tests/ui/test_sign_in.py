"""Who is at work is said on every page; beyond this computer nothing is shown without sign-in."""

import pytest
import streamlit as st

from readiness.domain.errors import NotAllowed
from readiness.settings import Settings
from readiness.ui.cached import workbench
from readiness.workspace.session import Session
from tests.ui.desk import Opener, drawn


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
    assert app_says(look, "WARNING: no sign-in")


def app_says(look: Opener, words: str) -> bool:
    return any(words in said.value for said in look("assessments").error)


def test_where_people_sign_in_nothing_is_reached_before(look: Opener, desk: Session) -> None:
    desk.settings = desk.settings.model_copy(update={"sign_in": desk.settings.data_dir})
    app = look("assessments")
    assert [title.value for title in app.title] == ["Sign in"]
    with pytest.raises(NotAllowed, match="Sign in first"):
        workbench()
