"""By function: its actions, and its load against its capacity."""

from readiness.report.load_figure import by_function
from tests.report.plans import plan


def test_bars_for_each_function_and_a_curve_where_people_were_entered():
    figure = by_function(plan())
    bars = [trace for trace in figure.data if trace.type == "bar"]
    # QMS-3 from week 0 and X from week 2 ask for QA and RA; RA is not limited.
    assert [list(bar.base) for bar in bars] == [[0, 2], [0, 2]]
    assert bars[0].text[0].startswith("0 · QMS-3")
    booked, there = (trace for trace in figure.data if trace.type == "scatter")
    assert (booked.name, there.name) == ("booked", "there")
    # Eight weeks and the end of the last: half a person booked of three quarters.
    assert list(booked.y) == [0.5] * 9
    assert list(there.y) == [0.75] * 9
    titles = [note.text for note in figure.layout.annotations]
    assert titles == ["QA", "QA: person-weeks a week, booked and there", "RA: not limited"]


def test_nothing_planned_is_an_empty_picture():
    assert not by_function(plan(actions=())).data
