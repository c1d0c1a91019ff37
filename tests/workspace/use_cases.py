"""The authorisation matrix: each use case with the right that it needs and a call that succeeds.

A use case that is not here fails ``test_matrix``. Rights are those of ``store.rights``; *mine*: of
the acting person alone, whatever workspace; *own*: says of what is not one's own what it says of
nothing. Arguments come after the session, and after the assessment or client where it takes one.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from readiness.domain.assessment import Respondent, Settings, Window
from readiness.domain.planning import ActionEdit, Scenario
from readiness.domain.simulated import Cascade
from readiness.report.layout import REGISTER
from readiness.store import AssessmentRow
from readiness.workspace import evidence
from readiness.workspace.carrying import export_zip
from readiness.workspace.drilling import hour
from readiness.workspace.interview import asked
from readiness.workspace.model_map import node_rows
from readiness.workspace.offline_store import export_workbook, look_at_workbook
from readiness.workspace.partner_back import look_at_answers
from readiness.workspace.plan_jobs import case_of
from readiness.workspace.report_store import look_at_report
from readiness.workspace.reports import gap_report
from readiness.workspace.splitting import Parts
from readiness.workspace.stress import content_of
from tests.store.samples import full
from tests.workspace.filled_list import XLSX, filled
from tests.workspace.filling import fill
from tests.workspace.lab import DAY, NOON, Case, Lab, case, once
from tests.workspace.northgate import dropped
from tests.workspace.reporting import typed

LOG = (
    "Record No.,Date Discovered,Root Cause,Short Description\n"
    "D1,2026-01-05,,Wash pump alarm\nD2,2026-02-05,,Alarm of wash pump\n"
)
SLOT_FILE = b"Suite,Month,Offered,Booked,Started,Completed\nV1,2026-04,4,4,3,3\n"
SLOTS: list[dict[str, Any]] = [
    {"suite": "V1", "month": "2026-04", "offered": 4, "booked": 4, "started": 3, "completed": 3}
]
OPENED = once(lambda at: dropped(at.owner, at.id, "Log.csv", LOG))
MAPPING = once(lambda at: evidence.look(at.owner, at.id, OPENED(at)).mapping())
SPREADSHEET = once(lambda at: replace(OPENED(at), type="xlsx"))
PACKED = once(lambda at: export_zip(at.owner, at.bare))
HOUR = once(lambda at: hour(at.whole.assessment, at.content.drills, "d1"))
SHOCKS = once(lambda at: content_of(at.owner, at.content.id))
ASKED = once(lambda at: next(q.id for q in asked(full(), at.content) if "MFG" in q.functions))
WAITING = once(
    lambda at: next(t.id for t in case_of(at.owner, at.id, at.whole).tasks.tasks if t.is_to_do)
)
SITTING = once(lambda at: at.whole.assessment.sittings[0])
RAN = ("parameters", "shocked", "usual")
PAIRS = Cascade(replications=3, alone=(), pairs=(), worst=None, story=None)
WORKBOOK = once(lambda at: export_workbook(at.session(at.people["respondent"]), at.id))
INCOMING = once(
    lambda at: look_at_workbook(
        at.owner,
        at.id,
        "back.xlsx",
        fill(export_workbook(at.owner, at.id, "r1"), "MFG", {ASKED(at): ("b", "said")}),
    )
)
QUESTIONS = once(
    lambda at: filled(at.owner, at.id, "vector", {("Questions", "D5"): "Three, listed"})
)
ANSWERS = once(lambda at: look_at_answers(at.owner, at.id, "vector", XLSX, QUESTIONS(at)))
REPORT = once(lambda at: gap_report(at.owner, at.id))
REPORT_BACK = once(
    lambda at: look_at_report(
        at.owner,
        at.id,
        "back.xlsx",
        typed({(REGISTER, "CTL-1", "Owner"): "QA lead"}, data=REPORT(at)),
    )
)


def ran(name: str) -> Callable[[Lab], Any]:
    """A field of the simulation that is kept."""
    return lambda at: getattr(at.whole.assessment.simulation, name)


def rows_of(at: Lab, id: str) -> list[AssessmentRow]:
    """The line of an assessment in the list of its owner; of none, one that was made up."""
    lists = [at.store.assessments(who) for who in (at.people["owner"], at.stranger)]
    rows = {row.id: row for row in (*lists[0], *lists[1])}
    return [rows[id] if id in rows else replace(rows[at.foreign], id=id, workspace=id)]


CASES: dict[str, Case] = {
    "answers.answer": case("answer", "OPM-1", "r1", level=2),
    "answers.undo": case("answer"),
    "answers.undoable": case("see"),
    "answers.history": case("read"),
    "assessments.listed": case("mine"),
    "assessments.create": case("write", "Maker", "autologous", "phase_1", takes="client"),
    "assessments.delete": case("write"),
    "calibrating.rate": case("write", "CTL-1", "second", 3),
    "calibrating.begin_again": case("write"),
    "carrying.export_zip": case("read"),
    "carrying.kept_files": case("read", tried="filed"),
    "changes.changes": case("read"),
    "clients.clients": case("mine"),
    "clients.add_client": case("mine", "Client of one's own"),
    "consensus.record_consensus": case("write", "OPM-2", 3, "agreed"),
    "consensus.withdraw_consensus": case("write", "OPM-1"),
    "debriefing.set_replay": case("write", "d1", DAY),
    "debriefing.add_action": case("write", "d1", "List it", "QA", None),
    "drilling.discard": case("write", "d2"),
    "drill_plan.remove_action": case("write", "d1", 1),
    "earlier_rounds.comparable": case("see"),
    "earlier_rounds.predecessor": case("see"),
    "evidence.words_of": case("see"),
    "evidence.kept": case("judge", tried="filed"),
    "evidence.remove": case("write", lambda at: at.file, tried="filed"),
    "guides.guide_file": case("see"),
    "history_file.history_csv": case("read"),
    "model_map.set_conductor": case("write", "Head of supply"),
    "jottings.add_note": case("write", "seen on Friday"),
    "jottings.place_note": case("write", "n1", "OPM-1", "r1"),
    "jottings.remove_note": case("write", "n1"),
    "jottings.follow_up": case("answer", "OPM-1", "r1", True),
    "lock_in.add_choice": case("write", "A shortcut"),
    "lock_in.set_saved": case("write", "assay", 3.0),
    "lock_in.set_chance": case("write", "assay", 40.0),
    "lock_in.remove_choice": case("write", "assay"),
    "measuring.evidence_of": case(
        "judge", lambda at: at.now.loaded, lambda at: at.now.questionnaire
    ),
    "members.team": case("read"),
    "members.invite": case("manage", "new@maker.example", "reader"),
    "members.change_role": case("manage", lambda at: at.spare, "reader"),
    "members.member_at": case("read", "spare@maker.example"),
    "members.remove_member": case("manage", lambda at: at.spare),
    "members.role_in": case("see"),
    "members.assigned": case("read"),
    "members.assign": case("write", lambda at: at.spare, "r2"),
    "members.take_back": case("write", lambda at: at.spare),
    "overview.found": case("mine"),
    "overview.place_of_data": case("mine"),
    "overview.where": case("mine"),
    "partners.add_partner": case("write", "Second maker"),
    "partners.set_partner": case("write", "vector", "lines", 2),
    "partners.partner_of": case("judge", "vector"),
    "partners.remove_partner": case("write", "vector"),
    "partners.set_answer": case("write", "vector", "CD-1", {"score": 3}),
    "partners.set_failure": case("write", "vector", 1, {"cause": "filter"}),
    "partners.question_list": case("judge", "vector"),
    "people.set_profile": case("write", "sites", 4),
    "people.set_meta": case("write", "title", "Another title"),
    "people.set_incident": case("write", "custody_gap", 3),
    "people.set_flag": case("write", "F1", "yes"),
    "people.set_archetypes": case("write", ("process_step",)),
    "people.add_respondent": case("write", "QA", "lead"),
    "people.set_respondent": case("write", Respondent(id="r2", function="QC")),
    "people.add_drill": case("write", "site_down", DAY, 40, False),
    "people.drills": case("see"),
    "people.remove_drill": case("write", f"site_down|{DAY}"),
    "plan_edits.spare": case("write", "QA", Fraction(1)),
    "plan_edits.begin_on": case("write", date(2027, 1, 4)),
    "plan_edits.look_ahead": case("write", 60),
    "plan_edits.freeze": case("write", ()),
    "plan_edits.away": case("write", ()),
    "plan_edits.come_or_go": case("write", ()),
    "plan_edits.pivotal_on": case("write", date(2028, 1, 3)),
    "plan_edits.change_action": case("write", ActionEdit(id="OPM-1", reason="sooner")),
    "plan_edits.restore_action": case("write", "QMS-3"),
    "plan_jobs.case_of": case("judge", lambda at: at.now),
    "plan_jobs.last_search": case("mine"),
    "ratings.override": case("write", "OPM-1", "P", 4, "why"),
    "ratings.remove_override": case("write", "CTL-1", "P"),
    "ratings.use_weights": case("write", {"P": 50, "R": 30, "L": 20}),
    "ratings.use_horizon": case("write", "launch"),
    "reports.report_views": case("see"),
    "reports.gap_report": case("judge", view="client"),
    "reports.sensitivity_line": case("judge"),
    "reports.result_json": case("judge"),
    "reports.file_name": case("see", "gap-report.xlsx"),
    "requests.ask_for": case("write", "the log"),
    "requests.set_request": case("write", "e1", "status", "received"),
    "requests.remove_request": case("write", "e1"),
    "results.state": case("see"),
    "results.result": case("judge"),
    "results.standing": case("judge", lambda at: at.now),
    "results.without_answer": case("judge", lambda at: at.now, "OPM-1", "r1"),
    "results.what_if": case("judge", Settings(horizon="launch")),
    "retention.set_retained": case("write", "raw_data", "clause", "8.1"),
    "roles.use_role_only": case("write", on=True),
    "rounds.freeze": case("write"),
    "rounds.seal_words": case("see"),
    "rounds.reopen": case("write"),
    "rounds.next_round": case("write"),
    "scenario_jobs.last_comparison": case("mine"),
    "scenarios.save_scenario": case("write", Scenario(id="Sooner", pivotal_weeks=-4)),
    "scenarios.drop_scenario": case("write", "Later"),
    "stress.set_figure": case("write", "suites", 4.0),
    "stress.forget_figure": case("write", "suites"),
    "tallies.take_back": case("write", "D1"),
    "tallies.detect": case("write", "D1", 5, 9, 1, DAY),
    "tallies.type_in": case(
        "write",
        "D1",
        {"events": 7, "exposure": 12},
        "tally",
        Window.model_validate({"from": "2025-09-22", "to": "2026-11-22", "batches": 12}),
    ),
    "alike.answered_before": case("judge", OPENED),
    "alike.resembling": case("judge", OPENED, MAPPING),
    "benchmarking.benchmark": case("own", lambda at: at.content.id),
    "benchmarking.decide": case("manage", is_on=True),
    "benchmarking.decisions": case("manage"),
    "benchmarking.is_owner": case("own"),
    "benchmarking.takes_part": case("own"),
    "carrying.import_zip": case("write", "sent.zip", PACKED, takes="client"),
    "clients.home": case("mine"),
    "debriefing.before": case("see", HOUR),
    "debriefing.counted": case("see", HOUR),
    "debriefing.forms": case("see"),
    "demo.open_example": case("write", takes="client"),
    "drill_plan.into_roadmap": case("write", "d1", 1, "QA", Fraction(1), 4),
    "drilling.add_line": case("write", "d2", "QA calls the clinic"),
    "drilling.correct": case("write", "d1", "item-1", None, 851, "pressed too early"),
    "drilling.critical_fail": case("write", "d2", 1, True),
    "drilling.end": case("write", "d2"),
    "drilling.pause": case("write", "d2"),
    "drilling.read_out": case("write", "d2", 0),
    "drilling.remove_line": case("write", "d1", 1),
    "drilling.stamp": case("write", "d2", "item-1", "right"),
    "drilling.start": case("write", "site_down", ("QA",), "lead", tried="bare"),
    "earlier_rounds.are_rounds": case("see", takes="one", other=lambda at: at.filed),
    "earlier_rounds.compared": case("judge", takes="later", earlier=lambda at: at.bare),
    "earlier_rounds.since": case("see"),
    "evidence.confirm": case("write", OPENED, MAPPING),
    "evidence.look": case("judge", OPENED),
    "evidence.loss": case("judge", "no such file"),
    "evidence.open_file": case("see", "Log.csv", LOG.encode()),
    "evidence.other_kind": case("judge", SPREADSHEET, "bookings"),
    "evidence.same_file": case("judge", OPENED, MAPPING),
    "exporting.taken_out": case("see", "A file", lambda _: lambda: b"bytes"),
    "gates.set_gate": case("write", "phase_2", "reshaped", False),
    "intersections.set_crossing": case("write", "slots-materials", "slack_days", 3),
    "jottings.make_answer": case("write", "n1", "OPM-2", "r2"),
    "kept_runs.keep_pairs": case("write", ran("parameters"), PAIRS),
    "kept_runs.keep_run": case("write", (), *(ran(n) for n in RAN)),
    "kept_runs.keep_slack": case("write", ran("parameters"), {}),
    "lock_in.set_touch": case("write", "assay", "analytics", "not"),
    "lock_in.set_weeks": case("write", "assay", "analytics", 1.0, 2.0, 3.0),
    "members.client_named": case("mine", lambda at: at.client),
    "members.is_of": case("own", lambda at: at.filed),
    "model_map.decide_archetype": case("write", "process_step", False, "an own suite now"),
    "model_map.keep_links": case("write", ()),
    "model_map.keep_nodes": case("write", lambda at: node_rows(at.whole.assessment)[:1]),
    "offline_store.export_workbook": case("see"),
    "offline_store.look_at_workbook": case("see", "back.xlsx", WORKBOOK),
    "offline_store.take_workbook": case("answer", INCOMING, {}),
    "operating_entries.add_entry": case("write", "option", "Second site"),
    "operating_entries.remove_entry": case("write", "option", "site"),
    "operating_entries.set_entry": case("write", "option", "site", "cost", 4),
    "outlines.summed": case("judge", takes="rows", through=rows_of),
    "oversight.set_overseen": case("write", "hours", "answer", "in_place"),
    "overview.glances": case("see", takes="rows", through=rows_of),
    "partner_back.look_at_answers": case("judge", "vector", XLSX, QUESTIONS),
    "partner_back.take_answers": case("write", ANSWERS, {}),
    "partner_slots.keep_complete": case("write", "vector", SLOTS),
    "partner_slots.take_slots": case("write", "vector", "slots.csv", SLOT_FILE),
    "partners.set_slots": case("write", "vector", SLOTS),
    "people.remove_respondent": case("write", "r3"),
    "portfolio.portfolio": case("judge"),
    "report_store.look_at_report": case("see", "back.xlsx", REPORT),
    "report_store.take_report": case("write", REPORT_BACK, {}),
    "ripple.add_change": case("write", "New filter"),
    "ripple.remove_change": case("write", "bag"),
    "ripple.set_area": case("write", "bag", "digital", "owner", "QA lead"),
    "ripple.set_weeks": case("write", "bag", "digital", 1.0, 2.0, 3.0),
    "scaling_limits.set_limit": case("write", "DOC", "volume", 40),
    "sittings.plan": case("write", SITTING, 40),
    "sittings.start": case("write", SITTING, NOON),
    "sittings.stop": case("write", SITTING, NOON),
    "splitting.join": case("write", "CTL-1.1"),
    "splitting.split": case("write", WAITING, Parts(Fraction(1, 2), "Draft it", "Train"), "two"),
    "stated.state_complete": case("write", "deviations", DAY, DAY, "QA lead"),
    "stated.take_back_complete": case("write", "deviations"),
    "stopwatch.discard": case("write", "w1"),
    "stopwatch.drawable": case("read", tried="bare"),
    "stopwatch.is_repeatable": case(
        "read", lambda at: at.whole.assessment.operating.stopwatch[0], tried="bare"
    ),
    "stopwatch.start": case("write", tried="bare"),
    "stopwatch.stop": case("write", "w2"),
    "stopwatch.tell": case("write", "w2", 1, "where", "right"),
    "stress.choose_shocks": case("write", SHOCKS, lambda at: [SHOCKS(at).shocks[0].id]),
}
PURE = {
    "answers.changed_answer",
    "assessments.lined",
    "custody.desk",
    "earlier_rounds.in_pairs",
    "plan_jobs.begin",
    "plan_jobs.finished_plan",
    "scenario_jobs.begin_comparison",
    "scenario_jobs.finished_comparison",
    "stress.content_of",
}
"""Use cases that are handed what was checked before, and ask the store nothing."""
ELSEWHERE = {
    "signing_in.person_of": "before anybody acts: finds out who does",
    "signing_in.refuse_unknown": "before the app starts, for the local owner",
}
