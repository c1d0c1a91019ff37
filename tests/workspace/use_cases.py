"""The authorisation matrix: each use case with the right that it needs and a call that succeeds.

A use case that is not here fails ``test_matrix``. Rights are those of ``store.rights``; *mine*: of
the acting person alone, whatever workspace. Arguments come after the session, and after the
assessment or client where it takes one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Literal

from readiness.domain.assessment import Respondent, Settings, Window
from readiness.domain.planning import ActionEdit, Scenario
from readiness.settings import Settings as Installation
from readiness.store import ROLES, Actor, Assignment, MemoryStore, Role, entry_of
from readiness.store.rights import Right
from readiness.workspace.carrying import export_zip
from readiness.workspace.interview import asked
from readiness.workspace.results import State, state
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.store.samples import answer, full, log
from tests.workspace.desk import TODAY

SECRET = "the blue folder of Ina"  # noqa: S105 - a note that some roles never see
Needs = Right | Literal["mine"]


@dataclass
class Lab:
    """A workspace with a member in every role, and one of a stranger."""

    store: MemoryStore
    people: dict[Role, Actor]
    stranger: Actor
    client: str
    id: str
    filed: str
    foreign: str
    foreign_client: str
    spare: Actor
    file: str
    acting: Actor | None = None
    content: Any = field(default_factory=questionnaire)

    def session(self, actor: Actor) -> Session:
        """A person at work."""
        contents = {self.content.id: self.content}
        return Session(self.store, actor, Installation(), contents, lambda: TODAY)

    @property
    def owner(self) -> Session:
        """The owner at work."""
        return self.session(self.people["owner"])

    @property
    def now(self) -> State:
        """What the page of whoever acts was drawn from."""
        return state(self.session(self.acting or self.people["owner"]), self.id)


def lab() -> Lab:
    """A new one."""
    store = MemoryStore()
    owner = store.local_owner()
    client = store.workspaces(owner)[0].id
    people: dict[Role, Actor] = {"owner": owner}
    for role in ROLES[1:]:
        people[role] = store.invite(owner, client, f"{role}@maker.example", role)
    said = full()
    capability = next(q.id for q in asked(said, questionnaire()))
    said = said.model_copy(
        update={"responses": (*said.responses, answer(capability, "r2", 3, note=SECRET))}
    )
    id, filed = store.create(owner, client, said), store.create(owner, client, said, [log()])
    for one in (id, filed):
        store.assign(owner, one, people["respondent"], Assignment("r1"))
    said_by: tuple[tuple[Role, str, str], ...] = (
        ("owner", "OPM-2", "r2"),
        ("assessor", "OPM-1", "r2"),
        ("respondent", "OPM-1", "r1"),
    )
    for role, question, code in said_by:
        value = answer(question, code, 4)
        store.put(people[role], id, *entry_of(value), value)
    stranger = store.add_person("Stranger")
    elsewhere = store.add_workspace(stranger, "Elsewhere")
    foreign = store.create(stranger, elsewhere, said, [log()])
    spare = store.invite(owner, client, "spare@maker.example", "respondent")
    [file] = store.files(owner, filed)
    return Lab(store, people, stranger, client, id, filed, foreign, elsewhere, spare, file.id)


@dataclass(frozen=True)
class Case:
    """One line: the right, how the arguments are made, and which assessment it is tried on."""

    needs: Needs
    args: Callable[[Lab], tuple[Any, ...]]
    named: dict[str, Any]
    filed: bool = False


def case(needs: Needs, *args: Any, filed: bool = False, **named: Any) -> Case:
    """A line; an argument that is a function is called with the lab."""
    return Case(needs, lambda at: tuple(a(at) if callable(a) else a for a in args), named, filed)


@cache
def _packed() -> bytes:
    at = lab()
    return export_zip(at.owner, at.id)


DAY = date(2026, 11, 20)
CASES: dict[str, Case] = {
    "answers.answer": case("answer", "OPM-1", "r1", level=2),
    "answers.undo": case("answer"),
    "answers.undoable": case("see"),
    "answers.history": case("read"),
    "assessments.listed": case("mine"),
    "assessments.create": case("mine", "Maker", "autologous", "phase_1"),
    "assessments.delete": case("write"),
    "calibrating.rate": case("write", "CTL-1", "second", 3),
    "calibrating.begin_again": case("write"),
    "carrying.export_zip": case("read"),
    "carrying.kept_files": case("read", filed=True),
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
    "evidence.kept": case("judge", filed=True),
    "evidence.remove": case("write", lambda at: at.file, filed=True),
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
}
ELSEWHERE: dict[str, str] = {
    "alike.resembling": "compares with the kept files by evidence.kept and read_table",
    "alike.answered_before": "as resembling",
    "answers.changed_answer": "pure: what was loaded in, a change out; stored by answer",
    "assessments.lined": "pure: a row of one's own list",
    "carrying.import_zip": "creates, as assessments.create does",
    "clients.home": "picks among one's own workspaces",
    "custody.desk": "pure; the store checks give and take (tests/store/test_custody.py)",
    "debriefing.counted": "reads what state gives",
    "debriefing.before": "reads what state gives",
    "debriefing.forms": "reads the content",
    "demo.open_example": "creates, as assessments.create does",
    "drill_plan.into_roadmap": "one put_many, as remove_action",
    "drilling.pause": "a put, as discard",
    "drilling.stamp": "a put, as discard",
    "drilling.read_out": "a put, as discard",
    "drilling.critical_fail": "a put, as discard",
    "drilling.add_line": "a put, as discard",
    "drilling.remove_line": "a put, as discard",
    "drilling.end": "a put, as discard",
    "drilling.start": "a put, as discard",
    "drilling.correct": "a put, as discard",
    "earlier_rounds.are_rounds": "reads one's own list",
    "earlier_rounds.in_pairs": "reads one's own list",
    "earlier_rounds.compared": "two assessments: tried with a foreign one below",
    "earlier_rounds.since": "as compared",
    "evidence.open_file": "opens an upload; words_of checks the person",
    "evidence.look": "as words_of and kept",
    "evidence.other_kind": "as kept",
    "evidence.same_file": "as kept",
    "evidence.confirm": "add_file, as remove",
    "evidence.loss": "as kept",
    "benchmarking.benchmark": "one's own clients (tests/workspace/test_benchmarking.py)",
    "benchmarking.decide": "by an owner; the store checks (tests/store, sharing)",
    "benchmarking.decisions": "as decide",
    "benchmarking.is_owner": "reads one's own list",
    "benchmarking.takes_part": "reads one's own list",
    "exporting.taken_out": "notes a file that another use case made",
    "model_map.decide_archetype": "a put, as set_conductor",
    "model_map.keep_links": "put_many, as set_conductor",
    "model_map.keep_nodes": "put_many, as set_conductor",
    "partner_back.look_at_answers": "reads what state gives, and the file that one brings",
    "partner_back.take_answers": "put_many, as set_partner",
    "gates.set_gate": "a put, as set_retained",
    "scaling_limits.set_limit": "a put, as set_retained",
    "stopwatch.drawable": "read_table, as carrying.kept_files",
    "stopwatch.is_repeatable": "as drawable",
    "stopwatch.start": "a put, as drilling.discard",
    "stopwatch.stop": "a put, as drilling.discard",
    "stopwatch.tell": "a put, as drilling.discard",
    "stopwatch.discard": "a put, as drilling.discard",
    "intersections.set_crossing": "a put, as set_retained",
    "jottings.make_answer": "put_many of answer and note, as add_note",
    "kept_runs.keep_run": "a put, as set_figure",
    "lock_in.set_touch": "a put, as set_saved",
    "lock_in.set_weeks": "a put, as set_saved",
    "members.is_of": "reads one's own list",
    "members.client_named": "picks among one's own workspaces",
    "offline_store.export_workbook": "reads what state gives",
    "offline_store.look_at_workbook": "reads what state gives",
    "offline_store.take_workbook": "put_many, as plan_edits",
    "operating_entries.add_entry": "a put, as add_choice",
    "operating_entries.set_entry": "a put, as set_saved",
    "operating_entries.remove_entry": "a put, as remove_choice",
    "outlines.summed": "rows of one's own list; the store checks outlines",
    "oversight.set_overseen": "a put, as set_retained",
    "overview.glances": "rows of one's own list, as summed",
    "partner_slots.keep_complete": "put_many, as set_partner",
    "partner_slots.take_slots": "put_many, as set_partner",
    "partners.set_slots": "put_many, as set_partner",
    "people.remove_respondent": "put_many, as add_respondent",
    "plan_jobs.finished_plan": "the person's own last plan, of a case that case_of gave",
    "plan_jobs.begin": "as finished_plan",
    "scenario_jobs.finished_comparison": "as finished_plan",
    "report_store.look_at_report": "reads what state gives, and the file that one brings",
    "report_store.take_report": "put_many, as ratings",
    "ripple.add_change": "a put, as add_choice",
    "ripple.set_area": "a put, as set_saved",
    "ripple.set_weeks": "a put, as set_saved",
    "ripple.remove_change": "a put, as remove_choice",
    "scenario_jobs.begin_comparison": "as plan_jobs.begin",
    "sittings.start": "a put, as add_note",
    "sittings.stop": "a put, as add_note",
    "sittings.plan": "a put, as add_note",
    "portfolio.portfolio": "outlines of one workspace (tests/workspace/test_portfolio.py)",
    "splitting.split": "put_many, as plan_edits",
    "signing_in.person_of": "before anybody acts: finds out who does (test_signing_in.py)",
    "splitting.join": "put_many, as plan_edits",
    "stated.state_complete": "put_many, as take_back",
    "stated.take_back_complete": "put_many, as take_back",
    "stress.content_of": "reads the content",
    "stress.choose_shocks": "put_many, as set_figure",
}
"""Use cases that are not called here, each with why its check is another's."""
