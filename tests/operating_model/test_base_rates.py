"""What changes took, counted by area and size, beside the usual weeks."""

from readiness.operating_model.base_rates import base_rates
from tests.made import questionnaire
from tests.operating_model.worksheets import area, change

RULES, LEDGER = questionnaire().ripple, questionnaire().lock_in


def over(weeks: float, id: str, size: str | None = "medium", **more):
    return change(area("analytics", size=size, actual_weeks=weeks, **more), id=id)


def test_median_range_and_n_beside_the_usual_weeks() -> None:
    # 9, 14 and 20 weeks: the middle is 14; the content says 4 to 12.
    found = base_rates(RULES, LEDGER, [over(14, "a"), over(9, "b"), over(20, "c")])
    [rate] = found
    assert (rate.area, rate.size, rate.n) == ("analytics", "medium", 3)
    assert (rate.least, rate.middle, rate.most) == (9, 14, 20)
    assert (rate.usual_low, rate.usual_high, rate.is_enough) == (4, 12, True)
    # Of an even number the mean of the two in the middle: (9 + 14) / 2 = 11.5, exactly.
    [two] = base_rates(RULES, LEDGER, [over(14, "a"), over(9, "b")])
    assert (two.middle, two.is_enough) == (11.5, False)


def test_sizes_stand_apart_and_free_weeks_or_untouched_areas_count_nowhere() -> None:
    changes = [
        over(14, "a"),
        over(2, "b", "small"),
        over(50, "c", None),
        over(60, "d", affected=False),
    ]
    assert [(r.size, r.n) for r in base_rates(RULES, LEDGER, changes)] == [
        ("small", 1),
        ("medium", 1),
    ]
    assert base_rates(RULES, LEDGER, []) == ()


def test_base_rates_replace_nothing() -> None:
    before = LEDGER.areas[0].usual("medium")
    base_rates(RULES, LEDGER, [over(90, id) for id in "abcd"])
    planned = over(90, "a").areas[0].planned(LEDGER.areas[0])
    assert planned == before
