"""Places that make the product: the larger of what profile and map name."""

import pytest

from readiness.domain.assessment import Assessment
from readiness.engine import assess
from readiness.operating_model.nodes import counted
from tests.made import assessment, questionnaire
from tests.operating_model.maps import drawn

CONTENT = questionnaire()
WARD = {"id": "ward", "kind": "point_of_care", "name": "Ward"}
LABORATORY = {"id": "lab", "kind": "contractor", "name": "Laboratory"}
CLINIC = {"id": "clinic", "kind": "clinic", "name": "Clinic"}


def said(parties: int | None, *more: dict[str, str]) -> Assessment:
    """Two makers on the map, and more nodes."""
    drawing = drawn()
    drawing["map_nodes"] = (*drawing["map_nodes"], *more)
    return assessment(profile={"parties": parties}, operating=drawing)


@pytest.mark.parametrize(
    ("parties", "more", "makers", "at_care"),
    [
        (2, [], 2, False),
        (4, [], 4, False),  # the map shows two of four: it takes none away
        (1, [LABORATORY], 3, False),
        (None, [LABORATORY], 3, False),
        (2, [CLINIC], 2, False),  # collects or treats, makes nothing
        (2, [WARD], 3, True),
    ],
)
def test_whoever_names_more_is_heard(
    parties: int | None, more: list[dict[str, str]], makers: int, at_care: bool
) -> None:
    found = counted(said(parties, *more), CONTENT)
    assert (found.parties, found.point_of_care) == (makers, at_care)


def test_nothing_said_and_nothing_drawn_stays_not_known() -> None:
    assert counted(assessment(profile={"parties": None}), CONTENT).parties is None


def test_a_third_maker_on_the_map_asks_the_questions_of_oversight() -> None:
    """1.22 counts nodes: two on the profile, three on the map."""
    assert assess(said(2), CONTENT, robustness=False).operating_model.oversight is None
    found = assess(said(2, LABORATORY), CONTENT, robustness=False)
    assert found.operating_model.oversight is not None
