"""Scenarios in words and side by side."""

import json

from readiness.domain.planning import Scenario
from readiness.workspace.scenario_words import (
    changes_of,
    comparison,
    comparison_json,
    comparison_lines,
    comparison_table,
)
from readiness.workspace.scenarios import compare
from tests.workspace.test_planning import PEOPLE, case
from tests.workspace.test_scenarios import HALF, SHORT, SKIP

WHOLE = Scenario.model_validate(
    {
        "id": "All at once",
        "added": [{"function": "QA", "from": "2027-03-01", "weeks": 0.5}],
        "skip": ["DOC-3"],
        "pivotal_weeks": -13,
        "weights": {"P": 3, "R": 1, "L": 1},
    }
)


def test_what_a_scenario_changes():
    assert changes_of(WHOLE) == (
        "QA +2.5 days a week from 01 Mar 2027; without DOC-3; the pivotal 13 weeks earlier; "
        "weights 60 · 20 · 20"
    )


def test_a_row_a_figure_and_a_column_an_outcome():
    given = case({"capacity": PEOPLE, "pivotal": "2027-03-01"})
    found = compare(given, (HALF, SKIP), SHORT)
    rows = {name: figures for name, *figures in comparison(found)}
    assert rows["How good the plan is"] == ["Plan optimal"] * 3
    assert rows["Gaps left open"] == ["0", "0", "1"]
    assert rows["Priority left open"] == ["0.0", "0.0", "25.0"]
    assert rows["Last action ends after week"] == ["18", "18", "14"]
    assert rows["At the pivotal start"][0].endswith("1 gap open")
    assert rows["Reopens comparability"] == ["none"] * 3
    assert comparison_table(found)[0] == ("", "As entered", "Half", "Without COI-1")
    assert comparison_table(()) == []
    lines = list(comparison_lines((HALF, SKIP), found))
    assert "  Half: QA +2.5 days a week from 23 Nov 2026" in lines
    assert "  Without COI-1: 25.0" in lines
    assert list(comparison_lines((), ())) == []
    told = json.loads(comparison_json(found[0].plan, found))
    assert told["status"] == "optimal"
    assert [s["name"] for s in told["scenarios"]] == ["As entered", "Half", "Without COI-1"]
    # Without a pivotal start there is no row for it.
    bare = compare(case({"capacity": PEOPLE}), (), SHORT)
    assert "At the pivotal start" not in [row[0] for row in comparison(bare)]
