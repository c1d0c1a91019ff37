"""What sites and products lack together, and what is overdue, on the page Portfolio."""

from datetime import date

from readiness.domain.tracking import Tracking
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn


def two(desk: Session, begun: str) -> str:
    """Both at level 1 of OPM-1, below the target of any stage; the second with a day long past."""
    other = create(desk, "Birch", "in_vivo", "pivotal")
    for id in (begun, other):
        answer(desk, id, "OPM-1", "team", level=1)
    return other


def test_gaps_in_common_name_which(look: Opener, desk: Session, begun: str) -> None:
    other = two(desk, begun)
    app = choose(look("portfolio"), "Part of the portfolio", "Gaps in common")
    assert not app.exception
    [chart] = app.get("plotly_chart")
    assert "is a gap in 2 of 2" in chart.proto.alt
    page = drawn(app)
    assert "2 of 2 known" in page
    for id in (begun, other):
        assert f"gaps?assessment={id}&amp;capability=OPM-1" in page


def test_nothing_overdue_says_where_days_are_set(look: Opener, desk: Session, begun: str) -> None:
    two(desk, begun)
    app = choose(look("portfolio"), "Part of the portfolio", "Overdue")
    assert any("Nothing is overdue" in m.value for m in app.markdown)


def test_overdue_says_what_who_and_since_when(look: Opener, desk: Session, begun: str) -> None:
    other = two(desk, begun)
    due = Tracking(item="OPM-1", owner="Head <b>of</b> QA", due=date(2020, 1, 31))
    desk.store.put(desk.actor, other, "tracking", "OPM-1", due)
    app = choose(look("portfolio"), "Part of the portfolio", "Overdue")
    assert not app.exception
    page = drawn(app)
    assert "31 Jan 2020" in page
    assert "Gap: OPM-1" in page
    assert "Head &lt;b&gt;of&lt;/b&gt; QA" in page
    assert f"{(desk.today() - date(2020, 1, 31)).days}" in page
