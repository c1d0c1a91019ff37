"""Assessments: begun with four fields, listed with the questions that are asked, deleted."""

import pytest

from readiness.domain.errors import NotFound
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create, delete, lined, listed, slug
from readiness.workspace.results import state
from tests.workspace.desk import begun, session


def test_a_new_assessment_has_one_respondent_team() -> None:
    desk, id = begun()
    said = state(desk, id).assessment
    assert [(r.id, r.function) for r in said.respondents] == [("team", "TEAM")]
    assert said.profile.parties is None
    assert said.as_of.isoformat() == "2026-11-22"


def test_interviews_begin_without_a_respondent() -> None:
    desk = session()
    id = create(desk, "Maker", "autologous", "phase_1", interviews=True)
    assert not state(desk, id).assessment.respondents


@pytest.mark.parametrize(
    ("modality", "form", "asked"),
    [("autologous", "full", 50), ("allogeneic", "full", 49), ("autologous", "short", 29)],
)
def test_listed_with_the_questions_of_the_profile(modality: str, form: str, asked: int) -> None:
    """Allogeneic drops CTL-5; the short form asks 25 gates and four more (method 5)."""
    desk = session()
    id = create(desk, "Maker", modality, "phase_1", form=form)  # type: ignore[arg-type]  # as typed
    answer(desk, id, "CTL-1", "team", level=2)
    line = lined(desk, listed(desk)[0])
    assert (line.asked, line.answered) == (asked, 1)


def test_deleted_is_out_of_sight() -> None:
    desk, id = begun()
    delete(desk, id)
    assert not listed(desk)
    with pytest.raises(NotFound):
        state(desk, id)


def test_a_slug_is_safe_for_a_folder() -> None:
    assert slug("Northgate (2026)/ÄÖ") == "northgate-2026"
    assert slug("...") == "assessment"
