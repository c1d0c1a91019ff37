"""A rate month by month: drawn once it is asked for, with words and table beside it."""

from readiness.ui import state
from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn
from tests.ui.test_evidence_file import deviations


def test_a_chart_is_made_on_demand_with_its_words_and_its_table(
    look: Opener, desk: Session, example: str
) -> None:
    app = look("evidence", example, **{state.EVIDENCE: deviations(desk, example)})
    assert not app.get("plotly_chart")
    app = choose(app, "Show month by month", "D1")
    assert not app.exception
    assert "D1 month by month" in [h.value for h in app.header]
    assert any(m.value.startswith("On average 5.38 per batch") for m in app.markdown)
    assert len(app.get("plotly_chart")) == 1
    found = next(m for m in result(desk, example).measurements if m.metric == "D1")
    # every deviation that D1 counts stands in some month, over its batches
    assert sum(month.events for month in found.months) == found.events
    assert sum(month.size for month in found.months) == found.exposure
    assert "D1 by month, per batch" in drawn(app)


def test_figures_that_are_no_rate_have_no_chart(look: Opener, desk: Session, example: str) -> None:
    app = look("evidence", example, **{state.EVIDENCE: deviations(desk, example)})
    offered = next(s for s in app.selectbox if s.label == "Show month by month").options
    # D7 is a median
    assert [name[:2] for name in offered] == ["D1", "D2", "D3", "D4", "D5", "D6", "D8", "D9"]
