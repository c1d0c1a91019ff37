"""The worksheet of a change: a worked example, closed results, and what must always hold."""

from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import triang

from readiness.domain.ripple import Change
from readiness.domain.ripple_result import ChangeResult
from readiness.operating_model.lock_in import path_weeks
from readiness.operating_model.ripple import judge_changes, order_of, planned_weeks
from tests.made import questionnaire
from tests.operating_model.worksheets import area, change

RULES, LEDGER = questionnaire().ripple, questionnaire().lock_in
AS_OF, LAUNCH = date(2026, 11, 22), date(2029, 1, 1)
AREAS = [one.id for one in LEDGER.areas]


def judged(*changes: Change, launch: date | None = None) -> tuple[ChangeResult, ...]:
    found = judge_changes(RULES, LEDGER, changes, launch, AS_OF)
    assert found is not None
    return found.changes


def drawn(one: Change) -> np.ndarray:
    order, _ = order_of(LEDGER, one)
    return path_weeks(LEDGER, one.id, planned_weeks(LEDGER, one), order)


def test_a_worked_example() -> None:
    # The usual order: analytics 4, then comparability 10, then regulatory 6: 20 weeks. Digital 5,
    # then transfer 7: 12 weeks. The longest path is 20, one after another it would be 32.
    one = change(
        area("analytics", 4, effort=3, lots=2),
        area("comparability", 10, effort=8, lots=6),
        area("regulatory", 6, effort=2),
        area("digital", 5, effort=4),
        area("transfer", 7, effort="2.5", lots=3),
        area("bridging", 0),
    )
    [found] = judged(one, launch=LAUNCH)
    assert (found.weeks, found.weeks_low, found.weeks_high, found.likely) == (20, 20, 20, 20)
    assert found.one_by_one == 32
    assert found.critical[:3] == ("analytics", "comparability", "regulatory")
    # 3 + 8 + 2 + 4 + 2.5 person-weeks; the same six lots may serve several areas.
    assert (found.effort, found.lots) == (Fraction("19.5"), 6)
    at = {a.id: [a.starts, a.ends] for a in found.areas}
    assert at["regulatory"] == [14, 20]
    assert at["transfer"] == [5, 12]
    # 140 days before 2029-01-01: 2028-08-14.
    assert found.begin_by == date(2028, 8, 14)
    assert not found.is_late


def test_own_order_lengthens_the_path() -> None:
    # Transfer waits for comparability (14) as well as for digital (5): 14 + 7 = 21.
    one = change(
        area("analytics", 4),
        area("comparability", 10),
        area("digital", 5),
        area("transfer", 7, after=["digital", "comparability"]),
    )
    [found] = judged(one)
    assert (found.likely, found.critical[-1]) == (21, "transfer")
    assert found.begin_by is None


def test_plan_against_actual() -> None:
    # Planned 4 + 10 = 14 beside 5; taken 6 + 9 = 15 beside 18: digital was the longest in the end.
    over = change(
        area("analytics", 4, actual_weeks=6, actual_effort=3),
        area("comparability", 10, actual_weeks=9),
        area("digital", 5, actual_weeks=18, actual_effort=2),
    )
    [found] = judged(over)
    assert (found.likely, found.actual, found.actual_effort) == (14, 18, 5)
    assert (found.done, found.of) == (3, 3)
    # While one area goes on nobody knows the whole.
    [going] = judged(change(*over.areas[:2], area("digital", 5)))
    assert (going.actual, going.done, going.of) == (None, 2, 3)


def test_too_late_to_begin_unless_it_is_over() -> None:
    # 20 weeks before 2027-01-01 is August 2026, before the as-of date.
    open_one = change(area("analytics", 20))
    assert judged(open_one, launch=date(2027, 1, 1))[0].is_late
    over = change(area("analytics", 20, actual_weeks=20))
    assert not judged(over, launch=date(2027, 1, 1))[0].is_late
    assert not judged(change(), launch=date(2026, 1, 1))[0].is_late


def test_untouched_and_unplanned_areas_take_no_time_and_pass_the_wait_on() -> None:
    # Comparability is not touched: regulatory still waits for analytics, 5 + 7 = 12.
    one = change(
        area("analytics", 5),
        area("comparability", 99, affected=False),
        area("regulatory", 7),
        area("digital"),
    )
    [found] = judged(one)
    assert found.likely == 12
    assert found.areas[4].planned is None
    assert found.of == 3


def test_areas_that_wait_for_each_other_fall_back_to_the_usual_order() -> None:
    one = change(area("analytics", 4, after=["regulatory"]), area("regulatory", 6))
    [found] = judged(one)
    assert "analytics" in found.loop
    assert "regulatory" in found.loop
    assert found.likely == 10


def test_side_by_side_against_the_closed_maximum_and_in_a_row_against_the_sum() -> None:
    first, second = triang(2 / 16, loc=4, scale=16), triang(6 / 15, loc=3, scale=15)
    weeks = area("analytics", 4, 6, 20), area("regulatory", 3, 9, 18, after=[])
    # E[max] of what is never negative is the integral of 1 - F1 F2 from 0.
    mean = quad(lambda t: 1 - first.cdf(t) * second.cdf(t), 0, 20, points=[3, 4, 6, 9, 18])[0]
    # Largest sigma 3.56; four standard errors of 10,000 draws are 0.14.
    assert drawn(change(*weeks)).mean() == pytest.approx(mean, abs=0.14)
    # In a row: (4 + 6 + 20) / 3 + (3 + 9 + 18) / 3 = 20; sigma sqrt(12.67 + 9.5) = 4.71.
    row = weeks[0], area("regulatory", 3, 9, 18, after=["analytics"])
    assert drawn(change(*row)).mean() == pytest.approx(20, abs=0.19)


def test_without_a_change_there_is_nothing() -> None:
    assert judge_changes(RULES, LEDGER, [], LAUNCH, AS_OF) is None


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.sampled_from(AREAS), st.integers(0, 60), min_size=1),
    st.sampled_from(AREAS),
    st.integers(0, 30),
)
def test_more_weeks_never_shorten_it_and_it_lies_between_the_longest_and_the_sum(
    weeks: dict[str, int], longer: str, more: int
) -> None:
    [before] = judged(change(*(area(id, w) for id, w in weeks.items())))
    assert max(weeks.values()) <= before.likely <= sum(weeks.values()) == before.one_by_one
    path = [a for a in before.areas if a.id in before.critical]
    assert sum(weeks[a.id] for a in path) == before.likely
    grown = weeks | {longer: weeks.get(longer, 0) + more}
    [after] = judged(change(*(area(id, w) for id, w in grown.items())))
    assert before.likely <= after.likely <= before.likely + grown[longer]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sets(st.sampled_from(AREAS)), min_size=6, max_size=6))
def test_any_typed_order_gives_a_figure(afters: list[set[str]]) -> None:
    typed = [area(id, 3, after=sorted(set(b) - {id})) for id, b in zip(AREAS, afters, strict=True)]
    [found] = judged(change(*typed))
    assert 3 <= found.likely <= 18
    if found.loop:
        assert found.likely == 9  # the usual order: analytics, comparability, then one of two
