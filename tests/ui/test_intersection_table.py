"""The weakest pairs in a table."""

from readiness.domain.intersections import Crossing
from readiness.operating_model.intersections import judge_intersections
from readiness.ui import html
from readiness.ui.intersection_table import weakest_table
from tests.made import questionnaire

RULES = questionnaire().intersections


def test_no_more_than_the_content_names_and_nothing_that_was_not_said() -> None:
    two = [Crossing(id=pair.id, known="alert", decides="Planner") for pair in RULES.pairs[:2]]
    found = judge_intersections(RULES, [Crossing(id="slots-staff", known="too_late"), *two])
    assert found is not None
    shown = weakest_table(RULES, found, lambda one: html.text(f"days of {one.id}"))
    assert shown.count('scope="col"') == 8
    # No fallback and no known slack: (3 * 3 + 2 * 3) / 30 = 50 for both; the third has 100.
    assert (shown.count("▲ weak, 50"), shown.count("▲ weak, 100")) == (2, 1)
    assert shown.index("Slots × staff") < shown.index("Slots × materials")
    assert shown.count("✗ nobody") == 1
    assert "days of slots-batch" in shown
    every = [Crossing(id=pair.id, known="meeting") for pair in RULES.pairs]
    full = judge_intersections(RULES, every)
    assert full is not None
    assert weakest_table(RULES, full).count("▲ weak") == RULES.named == 5
