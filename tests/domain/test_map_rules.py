"""Which kinds of node make the product, and which are places."""

from tests.made import questionnaire


def test_makers_are_places_and_a_clinic_makes_nothing() -> None:
    rules = questionnaire().model_map
    assert rules.makers == {"site", "contractor", "point_of_care"}
    assert rules.places == rules.makers | {"clinic", "carrier"}
