"""The benchmark on the page: off, too few, shown with its table, and taken out again."""

import pytest

from readiness.ui import state
from readiness.workspace.benchmarking import decide, decisions
from readiness.workspace.clients import clients
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press
from tests.workspace.test_benchmarking import six_clients


@pytest.fixture
def among(desk: Session) -> list[str]:
    """Six clients with two assessments each, so that each has a portfolio."""
    six_clients(desk)
    return six_clients(desk, every=[c.id for c in clients(desk) if c.name.startswith("Client")])


def test_switched_on_by_its_owner_seen_from_five_on_and_taken_out(
    look: Opener, desk: Session, among: list[str]
) -> None:
    first = {state.CLIENT: among[0]}
    app = choose(look("portfolio", **first), "Part of the portfolio", "Benchmark")
    assert any("takes no part" in m.value for m in app.markdown)
    assert not app.get("plotly_chart")
    app.text_input(key="benchmark_reason").input("agreed in writing")
    app = press(app, "Let this client take part")
    assert not app.exception
    assert [(d.is_on, d.reason) for d in decisions(desk, among[0])] == [(True, "agreed in writing")]
    assert "agreed in writing" in drawn(app)
    assert any("Fewer than five" in m.value for m in app.markdown)
    for client in among[1:5]:
        decide(desk, client, is_on=True)
    app = app.run()
    [chart] = app.get("plotly_chart")
    assert "below it in 1" in chart.proto.alt, "an index of 1, and half are 1.5 to 3"
    assert "1.50 and 3.00" in drawn(app)
    app = press(app, "Take this client out")
    assert any("takes no part" in m.value for m in app.markdown)
    assert "1.50 and 3.00" not in drawn(app)


def test_nobody_but_an_owner_sees_it(look: Opener, desk: Session, among: list[str]) -> None:
    for client in among:
        decide(desk, client, is_on=True)
    colleague = desk.store.add_person("Colleague")
    desk.store.add_member(desk.actor, among[0], colleague, "assessor")
    desk.actor = colleague
    app = choose(
        look("portfolio", **{state.CLIENT: among[0]}), "Part of the portfolio", "Benchmark"
    )
    assert any("Only an owner" in m.value for m in app.markdown)
    assert not app.get("plotly_chart")
