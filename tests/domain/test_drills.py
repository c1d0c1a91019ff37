"""The drill's content: a hundred points, ten items a scenario (method 9; domain 6.2, 6.3)."""

from tests.made import questionnaire

RULES = questionnaire().drills


def test_six_blocks_of_a_hundred_points() -> None:
    blocks = {block.id: block.points for block in RULES.blocks}
    assert blocks == {"A": 10, "B": 30, "C": 30, "D": 15, "E": 10, "F": 5}
    assert RULES.timed_block == "B"


def test_ten_items_at_three_points_make_the_timed_block() -> None:
    for scenario in RULES.scenarios:
        assert [item.n for item in scenario.items] == list(range(1, 11))
        assert len(scenario.items) * RULES.right_in_time == 30


def test_five_scenarios_two_of_them_mandatory() -> None:
    assert len(RULES.scenarios) == 5
    mandatory = [s.id for s in RULES.scenarios if s.mandatory]
    assert mandatory == ["demand_doubled", "site_down"]


def test_bands_fall_to_nought() -> None:
    minima = [band.minimum for band in RULES.bands]
    assert minima == sorted(minima, reverse=True)
    assert minima[-1] == 0
