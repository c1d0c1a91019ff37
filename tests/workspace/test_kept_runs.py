"""The last simulation stays with its assessment."""

import pytest

from readiness.domain.assessment import Assessment
from readiness.domain.base import remade
from readiness.domain.simulated import Cascade, Interval, Slack
from readiness.store import Frozen
from readiness.stress.simulate import simulate
from readiness.workspace.kept_runs import keep_pairs, keep_run, keep_slack
from readiness.workspace.results import result
from readiness.workspace.rounds import freeze
from readiness.workspace.session import Session
from readiness.workspace.stress import content_of, figures, parameters, set_figure
from tests.made import questionnaire
from tests.workspace.desk import begun

CONTENT = content_of(begun()[0], questionnaire().id)


def simulated(desk: Session, id: str) -> None:
    """Simulate and keep."""
    said = desk.load(id).assessment
    known = figures(CONTENT, said, None)
    given = parameters(CONTENT, said, known, None, 3)
    keep_run(desk, id, known, given, simulate(given), None)


def test_the_last_run_is_kept_with_what_it_came_from() -> None:
    desk, id = begun()
    set_figure(desk, id, "demand_per_year", 60)  # 60 * 10 / 365: far more than one suite can do
    set_figure(desk, id, "suites", 1)
    simulated(desk, id)
    kept = desk.load(id).assessment.simulation
    assert kept is not None
    assert (kept.on, kept.parameters.demand_per_year) == (desk.today(), 60)
    assert {a.id: a.known for a in kept.assumptions}["suites"]
    assert not {a.id: a.known for a in kept.assumptions}["failure_rate"]
    assert kept.today.queue.by_day == ()
    assert {"XR-FULL", "XR-SUITE"} <= {f.kind for f in result(desk, id).findings}
    set_figure(desk, id, "demand_per_year", 6)
    simulated(desk, id)
    assert "XR-FULL" not in {f.kind for f in result(desk, id).findings}


def test_what_is_asked_of_a_run_is_kept_beside_it_and_beside_no_other() -> None:
    desk, id = begun()
    simulated(desk, id)
    kept = desk.load(id).assessment.simulation
    assert kept is not None
    none = Interval(value=0, low=0, high=0)
    late = {"a late reagent": Slack(alone=none, both=none, extra=none, hardest=0)}
    pairs = Cascade(replications=3, alone=(), pairs=(), worst=None, story=None)
    keep_slack(desk, id, kept.parameters, late)
    keep_pairs(desk, id, kept.parameters, pairs)
    now = desk.load(id).assessment.simulation
    assert now == remade(kept, slack=late, cascade=pairs)
    keep_slack(desk, id, remade(kept.parameters, seed=99), {})
    assert desk.load(id).assessment.simulation == now
    simulated(desk, id)
    assert desk.load(id).assessment.simulation == kept


def test_it_survives_the_way_out_and_back() -> None:
    desk, id = begun()
    simulated(desk, id)
    said = desk.load(id).assessment
    assert Assessment.model_validate_json(said.model_dump_json(by_alias=True)) == said


def test_a_frozen_assessment_keeps_what_it_had() -> None:
    desk, id = begun()
    freeze(desk, id)
    with pytest.raises(Frozen):
        simulated(desk, id)
