"""The picture of a slot table, and the same in words."""

from readiness.operating_model.slot_table import slot_figures
from readiness.report.partner_figures import slots_figure, slots_in_words
from tests.operating_model.partners import month, table


def test_suites_of_a_month_are_added() -> None:
    rows = [month("2026-01", 5, 4, 3, 2), month("2026-01", 1, 1, 1, 1, suite="B")]
    bars = {bar.name: list(bar.y) for bar in slots_figure(rows).data}
    assert bars == {"Offered": [6], "Booked": [5], "Started": [4], "Completed": [3]}


def test_the_words_say_what_the_picture_shows() -> None:
    figures = slot_figures(table(5, 4, 3, 2, cancelled_partner=1))
    assert figures is not None
    assert slots_in_words(figures).startswith(
        "36 of 60 slots offered were started (60 %), 48 booked"
    )
    assert "12 by the maker" in slots_in_words(figures)
