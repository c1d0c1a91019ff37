"""A portfolio in lines and as JSON says the same (see also tests/cli/test_portfolio)."""

import json
from datetime import date

from readiness.domain.tracking import Tracking
from readiness.workspace.answers import answer
from readiness.workspace.portfolio import portfolio
from readiness.workspace.portfolio_summary import portfolio_json, portfolio_lines
from tests.made import questionnaire
from tests.workspace.desk import begun
from tests.workspace.test_portfolio import home


def test_overdue_in_both_with_the_days() -> None:
    """Due on 2 November, looked at on the 22nd: 20 days."""
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=1)
    due = Tracking(item="OPM-1", owner="QA", due=date(2026, 11, 2))
    desk.store.put(desk.actor, id, "tracking", "OPM-1", due)
    shown = portfolio(desk, home(desk))
    told = portfolio_lines(shown, questionnaire())
    assert "Overdue on 2026-11-22: 1" in told
    assert any(line.startswith("  20 days: Maker, Gap: OPM-1") for line in told)
    [late] = json.loads(portfolio_json(shown))["overdue"]
    assert (late["days"], late["due"]["who"], late["due"]["due"]) == (20, "QA", "2026-11-02")
