"""The profile: every field with what it changes, on a page in every state."""

import pytest

from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose

PARTS = ("Profile", "People", "Incidents", "Drills held", "Parties")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kept", ["begun", "example"])
def test_every_part_is_drawn_in_every_state(
    part: str, kept: str, look: Opener, request: pytest.FixtureRequest
) -> None:
    app = choose(look("profile", request.getfixturevalue(kept)), "Part", part)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == "Profile and people"


def test_without_an_assessment_and_with_a_broken_id(look: Opener, desk: Session) -> None:
    assert look("profile").title[0].value == "No assessment is open"
    assert look("profile", "0" * 32).error


def test_every_field_says_what_it_changes(look: Opener, begun: str) -> None:
    app = look("profile", begun)
    said = " ".join(c.value for c in app.caption)
    for words in ("questions are asked", "Targets now", "MAT\\-5", "MAT\\-3", "no level above 3"):
        assert words.replace("\\-", "-") in said.replace("\\", "")


def test_form_and_clock_are_changed_without_losing_answers(
    look: Opener, desk: Session, example: str
) -> None:
    before = state(desk, example).assessment.responses
    app = choose(look("profile", example), "Form", "short")
    assert not app.exception
    said = state(desk, example).assessment
    assert said.form == "short"
    assert said.responses == before


def test_regions_are_several(look: Opener, desk: Session, begun: str) -> None:
    app = look("profile", begun)
    regions = next(p for p in app.pills if p.label == "Regions")
    regions.set_value(["US", "EU"]).run()
    assert state(desk, begun).assessment.profile.regions == ("US", "EU")
