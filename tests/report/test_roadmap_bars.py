"""Bars beside the roadmap: as many columns as the weeks need, coloured by rules over the weeks."""

from dataclasses import replace
from datetime import date

import pytest

from readiness.report.facts import Facts, Weeks
from readiness.report.gap_workbook import build
from readiness.report.layout import HEAD_ROW, ROADMAP
from readiness.report.roadmap_bars import MOST, WAVE_FILLS


@pytest.mark.parametrize(("last", "step", "columns"), [(7, 2, 4), (72, 2, 36), (73, 3, 25)])
def test_the_columns_hold_every_week(facts: Facts, last: int, step: int, columns: int) -> None:
    first = facts.result.roadmap[0].capability
    weeks = Weeks({first: (1, last)}, date(2027, 1, 4), "as planned")
    page = build(replace(facts, weeks=weeks)).pages[ROADMAP]
    heads = [c.value for c in page.sheet[HEAD_ROW] if isinstance(c.value, int)]
    assert heads == [1 + step * n for n in range(columns)]
    assert len(heads) <= MOST
    assert heads[-1] <= last < heads[-1] + step
    rules = [r.formula[0] for rules in page.sheet.conditional_formatting for r in rules.rules]
    # A column stands for its week and those before the next: it begins and ends within.
    bars = [rule for rule in rules if f"<=S$4+{step - 1}" in rule and ">=S$4" in rule]
    assert len(bars) == len(WAVE_FILLS)


def test_without_a_week_to_come_there_is_no_bar(facts: Facts) -> None:
    past = Weeks({facts.result.roadmap[0].capability: (-20, -12)}, date(2027, 1, 4), "past")
    for weeks in (None, past):
        page = build(replace(facts, weeks=weeks)).pages[ROADMAP]
        assert not [c.value for c in page.sheet[HEAD_ROW] if isinstance(c.value, int)]
