"""The simulation of an assessment: where its figures come from, and what leaves to be run."""

from typing import Any

import pytest

from readiness.domain.assessment import Assessment
from readiness.domain.errors import InputRefused
from readiness.domain.simulation import Clinic, Material, NoStarts, Parameters, SiteDown
from readiness.domain.slots import SlotFacts
from readiness.domain.stress import StressFigure
from readiness.store import Frozen
from readiness.workspace.rounds import freeze
from readiness.workspace.stress import (
    Figure,
    choose_shocks,
    chosen_shocks,
    content_of,
    figures,
    forget_figure,
    parameters,
    set_figure,
    with_lever,
)
from tests.made import questionnaire
from tests.workspace.desk import begun

CONTENT = content_of(begun()[0], questionnaire().id)
SLOTS = SlotFacts(
    batches=13,
    starts_per_year=11.19,
    process_days={10: 0.75, 12: 0.25},
    timed=12,
    failure=1 / 6,
    failed=2,
    ended=12,
    release=(20, 32, 38.6),
    released=10,
)


def said(modality: str = "autologous", stage: str = "phase_1", **typed: float | None) -> Assessment:
    """An assessment in which these figures were typed; ``__`` stands for a point."""
    desk, id = begun(modality, stage)
    whole = desk.store.load(desk.actor, id).assessment
    told = tuple(StressFigure(id=k.replace("__", "."), value=v) for k, v in typed.items())
    return whole.model_copy(update={"stress": told})


def known(assessment: Assessment, slots: SlotFacts | None = None) -> dict[str, Figure]:
    """Figures by id."""
    return {f.field.id: f for f in figures(CONTENT, assessment, slots)}


def world(assessment: Assessment, slots: SlotFacts | None = None, **profile: Any) -> Parameters:
    """What would be simulated."""
    assessment = assessment.model_copy(
        update={"profile": assessment.profile.model_copy(update=profile)}
    )
    return parameters(CONTENT, assessment, figures(CONTENT, assessment, slots), slots, 20)


def test_typed_before_records_before_typical() -> None:
    found = known(said(failure_rate=3), SLOTS)
    assert (found["failure_rate"].value, found["failure_rate"].origin) == (3, "you said so")
    assert found["demand_per_year"].value == 11.2
    assert found["demand_per_year"].origin.startswith("13 batches started")
    assert (found["suites"].value, found["suites"].typed) == (1, False)
    assert found["suites"].origin == "typical at this stage: 1 to 3 (EJ)"
    assert found["clinic.slack_days"].value is None
    # Wilson with z = 1.2816: centre 0.2351 / 1.1369 = 0.2068, half 1.2816 * 0.1201 / 1.1369.
    assert known(said(), SLOTS)["failure_rate"].origin == (
        "2 of 12 batches; 80 % interval 7.1 to 34.2 %"
    )


def test_the_distribution_of_the_records_holds_until_a_figure_is_typed() -> None:
    assert world(said(), SLOTS).process_days == {10: 0.75, 12: 0.25}
    assert world(said(process_days=9), SLOTS).process_days == {9: 1}
    assert world(said(), None).process_days == {10: 1}


def test_what_is_simulated() -> None:
    found = world(said(suites=5, operators__starts_per_week=2), SLOTS, sites=2)
    assert [(s.name, s.suites) for s in found.sites] == [("site 1", 3), ("site 2", 2)]
    assert found.failure_rate == pytest.approx(0.167)
    assert found.dropout_per_day.before_collection == pytest.approx(0.004)
    assert found.operators is not None
    assert found.operators.starts_per_week == 2
    assert (found.warm_up_days, found.horizon_days) == (180, 910)
    assert found.release is None
    assert found.campaign is None


def test_a_part_holds_only_once_all_of_it_is_known() -> None:
    assert world(said(clinic__slack_days=4)).clinic is None
    whole = world(said(clinic__slack_days=4, clinic__next_opening_days=14))
    assert whole.clinic == Clinic(slack_days=4, next_opening_days=14)
    stock = world(
        said(material__stock=20, material__lot=40, material__lead_days=300, material__reorder_at=12)
    )
    assert stock.materials == (
        Material(name="critical material", stock=20, lot=40, lead_days=300, reorder_at=12),
    )


def test_doses_made_ahead_are_asked_otherwise() -> None:
    asked = known(said("allogeneic"), SLOTS)
    assert "backup" not in asked
    assert asked["demand_per_year"].origin.startswith("typical")  # batches are not doses
    found = world(said("allogeneic", demand_per_year=730)).campaign
    assert found is not None
    assert found.doses_per_day == 2


def test_chosen_shocks_come_half_a_year_after_counting_begins() -> None:
    desk, id = begun()
    choose_shocks(desk, id, CONTENT, ["site_down", "material_late"])
    choose_shocks(desk, id, CONTENT, ["material_late", "site_down"])
    told = desk.store.load(desk.actor, id).assessment
    assert chosen_shocks(CONTENT, told) == ("site_down", "material_late")
    down, late = world(told).shocks
    assert down == SiteDown(kind="site_down", site="site 1", from_day=365, days=30, running="lost")
    assert late == NoStarts(kind="no_starts", from_day=365, days=14)
    choose_shocks(desk, id, CONTENT, [])
    assert chosen_shocks(CONTENT, desk.store.load(desk.actor, id).assessment) == ()


def test_figures_are_kept_with_history_and_can_be_forgotten() -> None:
    desk, id = begun()
    set_figure(desk, id, "suites", 3)
    set_figure(desk, id, "operators.starts_per_week", None)
    kept = desk.store.load(desk.actor, id).assessment
    assert known(kept)["suites"].value == 3
    assert known(kept)["operators.starts_per_week"].typed
    forget_figure(desk, id, "suites")
    assert known(desk.store.load(desk.actor, id).assessment)["suites"].value == 1
    with pytest.raises(InputRefused, match="0 or more"):
        set_figure(desk, id, "suites", -1)
    freeze(desk, id)
    with pytest.raises(Frozen):
        set_figure(desk, id, "suites", 3)


def test_figures_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(InputRefused, match="must not fall"):
        world(said(release_days__minimum=40))


def test_a_remedy_changes_what_is_known() -> None:
    levers = {lever.id: lever for lever in CONTENT.levers}
    found = figures(CONTENT, said(), SLOTS)
    faster = with_lever(found, levers["rapid_release"])
    assert faster is not None
    days = {f.field.id: f.value for f in faster}
    assert (days["release_days.minimum"], days["release_days.p90"]) == (10, 19.3)
    assert with_lever(found, levers["more_operators"]) is None  # people are no limit here
