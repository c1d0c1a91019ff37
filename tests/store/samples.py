"""Assessments and files for the tests of the store."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from readiness.domain.assessment import (
    Assessment,
    CarriedLevel,
    Consensus,
    Detection,
    Drill,
    DrillAnswer,
    Follows,
    HybridAnswers,
    Incidents,
    Override,
    Profile,
    Respondent,
    Response,
    Settings,
    TypedMeasurement,
    Window,
)
from readiness.domain.calibrating import CalibrationRating
from readiness.domain.complete_logs import CompleteLog
from readiness.domain.data_readiness import AiUse, DataSet
from readiness.domain.drill_run import DrillAction, DrillLine, DrillRun, DrillStamp, Pause
from readiness.domain.intersections import Crossing
from readiness.domain.interviewing import EvidenceRequest, FollowUp, Note, Sitting
from readiness.domain.lock_in import AreaWeeks, LockInChoice
from readiness.domain.model_map import ArchetypeSaid, Conductor, MapLink, MapNode
from readiness.domain.open_options import GateHeld, KeptOption
from readiness.domain.operating import Operating
from readiness.domain.oversight import Overseen
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure, SlotMonth
from readiness.domain.planning import Absence, ActionEdit, Added, Freeze, Plan, Scenario
from readiness.domain.retention import Retained
from readiness.domain.ripple import Change, ChangeArea
from readiness.domain.scaling_limits import ScalingLimit
from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRun
from readiness.domain.stress import StressFigure
from readiness.domain.tracking import Tracking
from readiness.store import NewFile
from tests.stress.slots import kept

DAY = date(2026, 11, 20)
MORE = {"function": "QA", "from": DAY, "weeks": Fraction(1, 2)}
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def small() -> Assessment:
    """The least that an assessment needs, and one respondent."""
    return Assessment(
        id="northgate-2026",
        title="Northgate baseline",
        as_of=date(2026, 11, 22),
        questionnaire="cgt-operational-readiness",
        profile=Profile(organisation="Northgate", modality="autologous", stage="phase_1"),
        respondents=(Respondent(id="team", function="TEAM"),),
    )


def full() -> Assessment:
    """Something of every kind, numbers that no float holds, and repeated addresses."""
    profile = Profile(
        organisation="Northgate",
        modality="autologous",
        stage="phase_1",
        sites=1,
        parties=2,
        regions=("US", "EU"),
        launch_date=date(2029, 1, 1),
    )
    return Assessment(
        id="northgate-2026",
        title="Northgate baseline",
        as_of=date(2026, 11, 22),
        questionnaire="cgt-operational-readiness",
        form="short",
        profile=profile,
        window=Window.model_validate({"from": "2025-09-22", "to": "2026-11-22", "batches": 12}),
        respondents=(
            Respondent(id="r1", function="MFG", chain_owner="supply chain lead"),
            Respondent(id="r2", function="QA", seniority="executive"),
        ),
        responses=(
            Response(capability="OPM-2", respondent="r2", level=3, basis="document", note="a\nb"),
            Response(capability="OPM-1", respondent="r1", level=2),
            Response(capability="CTL-5", respondent="r1", level="not_applicable", reason="none"),
            Response(capability="DIG-2", respondent="r1", level="unknown"),
        ),
        consensus=(
            Consensus(capability="OPM-1", level=2, reason="first", by="assessor", on=DAY),
            Consensus(capability="OPM-1", level=3, reason="second", by="assessor", on=DAY),
        ),
        measurements=(
            TypedMeasurement(metric="D1", events=74, exposure=Fraction(12), source="tally"),
            TypedMeasurement(metric="D7", value=Fraction(1, 3), n=74),
        ),
        detection=(
            Detection(
                metric="D1", records_sampled=5, reported=9, found_unreported=1, by="a", on=DAY
            ),
        ),
        complete_logs=(
            CompleteLog.model_validate(
                {"kind": "deviations", "from": DAY, "to": DAY, "by": "QA lead", "on": DAY}
            ),
        ),
        incidents=Incidents(identity_mismatch=0, custody_gap=1),
        drills=(
            Drill(scenario="site_down", held_on=DAY, points=22, critical_fail=True),
            Drill(
                scenario="site_down",
                held_on=DAY,
                blocks={"A": 7, "C": 15},
                items=(DrillAnswer(n=1, answer="right", minute=Fraction("9.5")),),
            ),
        ),
        hybrid=HybridAnswers(archetypes=("process_step",), flags=("F2",), not_known=("F4",)),
        overrides=(
            Override(capability="CTL-1", rating="P", value=4, reason="why", by="a", on=DAY),
        ),
        settings=Settings(weights={"P": Fraction("0.45"), "R": Fraction(1, 3), "L": Fraction(1)}),
        follows=Follows(assessment="0" * 32, version="2026.1", sha256="a" * 64),
        carried=(CarriedLevel(metric="D1", level=3, measured_on=DAY),),
        notes=(
            Note(id="n1", text="moved in May"),
            Note(id="n2", text="printed", capability="CTL-1", respondent="r1"),
        ),
        follow_ups=(FollowUp(capability="OPM-2", respondent="r2"),),
        requests=(
            EvidenceRequest(id="e1", what="log", status="promised", asked_on=DAY, due=DAY),
            EvidenceRequest(id="e2", what="list", respondent="r1", asked_on=DAY),
        ),
        sittings=(
            Sitting(
                respondent="r1",
                planned_minutes=55,
                seconds=90,
                started=datetime(2026, 11, 22, 9, tzinfo=UTC),
            ),
        ),
        calibration=(CalibrationRating(capability="CTL-1", rater="first", level=2),),
        tracking=(
            Tracking(item="CTL-1", owner="supply chain lead", status="in progress", due=DAY),
            Tracking(item="suspicion:D1:0a1b2c", comment="asked twice"),
        ),
        simulation=kept(12),
        stress=(StressFigure(id="suites", value=3), StressFigure(id="clinic.slack_days")),
        plan=Plan(
            start=DAY,
            horizon_weeks=40,
            capacity={"QA": Fraction(1, 2)},
            absences=(Absence.model_validate({"function": "QA", "from": DAY, "to": DAY}),),
            freeze=(Freeze.model_validate({"from": DAY, "to": DAY}),),
            actions=(ActionEdit(id="QMS-3", status="started", start=DAY, reason="asked for"),),
            added=(Added.model_validate(MORE),),
            pivotal=DAY,
            scenarios=(
                Scenario(id="Later", pivotal_weeks=13, added=(Added.model_validate(MORE),)),
            ),
        ),
        drill_runs=(
            DrillRun(
                id="d1",
                scenario="site_down",
                started=NOON,
                ended=NOON + timedelta(minutes=62),
                pauses=(Pause(begun=NOON, over=NOON + timedelta(minutes=2)),),
                led_by="deputy",
                roles=("QA", "Supply chain"),
                drill=f"site_down|{DAY}",
                replay_on=DAY,
            ),
            DrillRun(id="d2", scenario="site_down", started=NOON, pauses=(Pause(begun=NOON),)),
        ),
        drill_stamps=(
            DrillStamp(run="d1", row="item-1", answer="right", second=851),
            DrillStamp(run="d1", row="fail-1", answer="seen", second=1805, reason="not listed"),
        ),
        drill_log=(DrillLine(run="d1", n=1, second=600, text="QA moves the frozen bags"),),
        drill_actions=(DrillAction(run="d1", n=1, text="List of freezers", owner="QA", due=DAY),),
        operating=operating(),
    )


def operating() -> Operating:
    """Something of every part of the operating model."""
    return Operating(
        partners=(Partner(id="vector", name="Maker", claimed_utilisation=Fraction("0.9")),),
        partner_answers=(
            PartnerAnswer(partner="vector", question="CD-1", score=2, reaction="deflected"),
            PartnerAnswer(partner="vector", question="CD-10", score=1, red_flag=True, note="PDF"),
        ),
        partner_failures=(PartnerFailure(partner="vector", n=1, month="2026-03", cause="titre"),),
        partner_slots=(
            SlotMonth(
                partner="vector",
                month="2026-03",
                suite="V1",
                offered=4,
                booked=4,
                started=3,
                completed=2,
                cancelled_partner=1,
            ),
        ),
        retention=(Retained(id="raw_data", held="shared", clause="7.2", last_proof=DAY),),
        intersections=(
            Crossing(id="slots-materials", known="meeting", decides="Planner", slack_days=2),
        ),
        oversight=(Overseen(id="hours", answer="partly", note="Seen at two of three"),),
        map_nodes=(
            MapNode(id="own", kind="site", name="Own"),
            MapNode(id="vector", kind="contractor", name="Maker"),
        ),
        map_links=(
            MapLink(
                id="lots",
                source="vector",
                target="own",
                kind="material",
                connection="paper",
                owner="Supply chain lead",
                escalation_hours=48,
                since="phase_2",
            ),
        ),
        map_archetypes=(ArchetypeSaid(id="process_step", holds=True, reason="No own suite"),),
        conductors=(Conductor(role="Head of supply chain"),),
        stopwatch=(
            StopwatchRun(
                id="w1",
                started=NOON,
                ended=NOON + timedelta(minutes=9),
                seed=7,
                pool="in_process",
                drawn_from=5,
                register_print="0a1b2c3d4e5f",
                codes=("B-1", "B 2"),
            ),
            StopwatchRun(
                id="w2", started=NOON, seed=8, pool="begun_last", drawn_from=5, codes=("B-3",)
            ),
        ),
        stopwatch_answers=(
            StopwatchAnswer(run="w1", n=2, field="where", answer="right", second=61),
        ),
        changes=(
            Change(
                id="bag",
                name="New bag",
                areas=(ChangeArea(area="digital", affected=True, effort=Fraction(1, 3)),),
            ),
        ),
        data_sets=(
            DataSet(
                id="schedule", name="Plan", origin="paper", checked=9, complete=7, log="schedule"
            ),
        ),
        options=(KeptOption(id="site", name="Site", cost=Fraction(7, 2), decide_by=DAY),),
        gates=(GateHeld(id="phase_2", held_on=DAY, asked=("cost",), reshaped=True),),
        limits=(ScalingLimit(id="DOC", volume=30, basis="judged", owner="Head of Quality"),),
        ai_uses=(AiUse(id="slots", name="Next slot", decides="Planner", consumes=("schedule",)),),
        choices=(
            LockInChoice(
                id="assay",
                name="Assay built by hand",
                weeks_saved=Fraction(13, 3),
                chance=Fraction(1, 2),
                areas=(
                    AreaWeeks(
                        area="analytics", low=Fraction(4), mode=Fraction(8), high=Fraction(12)
                    ),
                ),
            ),
        ),
    )


def log(name: str = "deviations.csv", sha: str = "a" * 64) -> NewFile:
    """A file as intake hands it over."""
    return NewFile(
        name=name,
        sha256=sha,
        kind="deviations",
        table=b"coded \x00 bytes",
        sheet="Log 2026",
        mapping={"columns": {"id": "Record no."}},
        meta={"rows": 77, "first": "2025-09-22"},
    )


def answer(capability: str, respondent: str, level: int, note: str = "") -> Response:
    """A response on a statement."""
    return Response.model_validate(
        {"capability": capability, "respondent": respondent, "level": level, "note": note}
    )
