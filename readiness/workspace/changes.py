"""The history in sentences: who changed what, from what to what, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pydantic import JsonValue

from readiness.domain.questionnaire import Questionnaire
from readiness.store import ERASURE, Export, HistoryRow
from readiness.workspace.answers import history
from readiness.workspace.results import state
from readiness.workspace.session import Session

EXPORT = "export"
LONGEST, LONGEST_CHANGE = 90, 400
UNTOLD = {
    "calibration": "rated",  # neither rater may read here what the other one gave
    "simulation": "run; its figures stand on Stress test",
}
SUBJECTS = {
    "meta": "Assessment, {key}",
    "profile": "Profile, {key}",
    "incidents": "Incidents of the last 12 months, {key}",
    "window": "Window of typed figures",
    "hybrid": "Set-up and fragmentation flags",
    "respondent": "Respondent {key}",
    "response": "Answer to {first} by {second}",
    "consensus": "Consensus on {key}",
    "measurement": "Figure typed in for {key}",
    "detection": "Detection shown for {key}",
    "complete_log": "Log stated to be complete: {first}",
    "drill": "Drill {first}, held {second}",
    "override": "{rating} of {first}",
    "carried": "Carried level of {key}",
    "note": "Note {key}",
    "follow_up": "Follow-up on {first} with {second}",
    "request": "Evidence asked for, {key}",
    "sitting": "Clock of the talk with {key}",
    "calibration": "Calibration, {first} by the {second} rater",
    "plan": "Plan, {key}",
    "action": "Action {key}",
    "scenario": "Scenario {key}",
    "tracking": "Owner, status, due date of {first}",
    "stress": "Simulation, {key}",
    "simulation": "Simulation, last run",
    "drill_run": "Drill run {key}",
    "drill_stamp": "Drill run {first}, {second}",
    "drill_line": "Drill run {first}, line {second} of the decision log",
    "drill_action": "Drill run {first}, action {second}",
    "partner": "Contract maker {key}",
    "partner_answer": "Scorecard of {first}, {second}",
    "partner_failure": "Contract maker {first}, failure {second}",
    "partner_slots": "Slot table of {first}, suite {second}",
    "stopwatch": "Visibility stopwatch {key}",
    "stopwatch_answer": "Visibility stopwatch {first}, code {second}",
    "lock_in": "Early choice {key}",
    "retention": "Retention matrix, {key}",
    "intersection": "Intersection matrix, {key}",
    "oversight": "QA oversight, {key}",
    "map_node": "Model map, {key}",
    "map_link": "Model map, link {key}",
    "map_archetype": "Archetype {key}",
    "conductor": "Who leads the chain",
    "change": "Process change {key}",
    "data_set": "Data set {key}",
    "ai_use": "Use of AI, {key}",
    "scaling_limit": "Scaling limit, {key}",
    "option": "Option kept open, {key}",
    "gate": "Gate {key}",
    "evidence": "Evidence file",
    "assignment": "Who answers",
    "assessment": "Assessment",
    "erasure": "Erased on request",
    "export": "Taken out",
}
RATINGS = {"P": "Patient impact", "R": "Regulatory risk", "L": "Reversibility", "target": "Target"}
SILENT = frozenset(
    {
        "capability",
        "respondent",
        "by",
        "on",
        "rating",
        "id",
        "metric",
        "scenario",
        "reason",
        "item",
    }
)
"""Fields that the subject or the column *Why* names already."""


@dataclass(frozen=True)
class Change:
    """One change as people read it."""

    at: datetime
    who: str
    what: str
    change: str
    why: str
    kind: str


def changes(session: Session, assessment: str) -> list[Change]:
    """Every change and every export of an assessment, newest first."""
    content = state(session, assessment).questionnaire
    found = [change(row, content) for row in reversed(history(session, assessment))]
    taken = session.store.exports.of(session.actor, assessment)
    found += [_export(one) for one in reversed(taken)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _export(one: Export) -> Change:
    return Change(
        one.at, one.person, f"Taken out: {one.what}", f"SHA-256 {one.sha256}", "—", EXPORT
    )


def change(row: HistoryRow, content: Questionnaire) -> Change:
    """A row of the history in words."""
    undone = "Undone: " if row.undo_of is not None else ""
    return Change(
        at=row.at,
        who=row.person,
        what=undone + ("Content erased" if row.erased else subject(row, content)),
        change=_change(row),
        why=" · ".join(dict.fromkeys(filter(None, (_reason(row.new), row.reason)))) or "—",
        kind=row.kind,
    )


GONE = "its content was erased on request"


def _change(row: HistoryRow) -> str:
    if row.erased:
        return GONE
    if row.kind == ERASURE and isinstance(row.new, dict):
        whose = "of one respondent" if row.new["what"] == "respondent" else "of all of it"
        return (
            f"{row.new['entries']} entries and {row.new['files']} files {whose}; "
            f"asked for by {row.new['asked_by']}"
        )
    return UNTOLD.get(row.kind) or _cut(from_to(row.old, row.new), LONGEST_CHANGE)


def _reason(new: JsonValue) -> str:
    """The reason that an override or a consensus carries itself."""
    given = new.get("reason") if isinstance(new, dict) else None
    return given if isinstance(given, str) else ""


def subject(row: HistoryRow, content: Questionnaire) -> str:
    """What was changed: *Answer to CTL-1 Slot scheduling ... by r3*."""
    first, _, second = row.key.partition("|")
    known = content.capabilities.get(first)
    named = f"{first} {known.name}" if known else first.replace("_", " ")
    return SUBJECTS.get(row.kind, "{kind} {key}").format(
        kind=row.kind,
        key=named if not second else row.key,
        first=named,
        second=second.replace("|", ", "),
        rating=RATINGS.get(second, second),
    )


def from_to(old: JsonValue, new: JsonValue) -> str:
    """*level 2 → 3; basis statement → document*; what was first said, or taken away."""
    if isinstance(old, dict) or isinstance(new, dict):
        before = old if isinstance(old, dict) else {}
        after = new if isinstance(new, dict) else {}
        if new is None:
            return f"taken away (was {_fields(before)})"
        if old is None:
            return _fields(after)
        return "; ".join(_differences(before, after)) or "nothing else"
    if new is None:
        return f"taken away (was {_word(old)})"
    return _word(new) if old is None else f"{_word(old)} → {_word(new)}"


def _fields(values: Mapping[str, JsonValue]) -> str:
    said = [
        f"{name.rstrip('_').replace('_', ' ')} {_word(value)}"
        for name, value in values.items()
        if name not in SILENT and value not in (None, "", [], {}, False)
    ]
    return "; ".join(said) or "marked"


def _differences(old: Mapping[str, JsonValue], new: Mapping[str, JsonValue]) -> list[str]:
    return [
        f"{name.rstrip('_').replace('_', ' ')} {_word(old.get(name))} → {_word(new.get(name))}"
        for name in dict.fromkeys([*old, *new])
        if name not in SILENT and old.get(name) != new.get(name)
    ]


def _word(value: JsonValue) -> str:
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_word(v) for v in value) or "nothing"
    if isinstance(value, dict):
        return _fields(value)
    text = str(value).replace("_", " ") if isinstance(value, str) else str(value)
    return _cut(text, LONGEST)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0] + " …"
