"""An assessment taken apart into entries, the smallest things that two people can clash over."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from pydantic import JsonValue, TypeAdapter, ValidationError

from readiness.domain.assessment import (
    Assessment,
    CarriedLevel,
    Consensus,
    Detection,
    Drill,
    HybridAnswers,
    Incidents,
    Override,
    Profile,
    Respondent,
    Response,
    TypedMeasurement,
    Window,
)
from readiness.domain.base import Model
from readiness.domain.calibrating import CalibrationRating
from readiness.domain.complete_logs import CompleteLog
from readiness.domain.data_readiness import AiUse, DataSet
from readiness.domain.drill_run import DrillAction, DrillLine, DrillRun, DrillStamp
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.intersections import Crossing
from readiness.domain.interviewing import EvidenceRequest, FollowUp, Note, Sitting
from readiness.domain.lock_in import LockInChoice
from readiness.domain.model_map import ArchetypeSaid, Conductor, MapLink, MapNode
from readiness.domain.open_options import GateHeld, KeptOption
from readiness.domain.oversight import Overseen
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure, SlotMonth
from readiness.domain.planning import ActionEdit, Plan, Scenario
from readiness.domain.retention import Retained
from readiness.domain.ripple import Change
from readiness.domain.scaling_limits import ScalingLimit
from readiness.domain.simulated import KeptRun
from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRun
from readiness.domain.stress import StressFigure
from readiness.domain.tracking import Tracking
from readiness.store.codec import to_json
from readiness.store.records import WHOLE, EntryKey, Kind, Put


@dataclass(frozen=True)
class ListKind:
    """A kind of which an assessment holds many: where, of which type, known by which fields."""

    field: str
    model: type[Model]
    parts: tuple[str, ...]
    repeats: bool = False
    """Several may share the parts; the second gets the key ``...|2``."""
    inside: str = ""
    """The part of an assessment that holds the field; empty: the assessment itself."""


OPERATING = "operating"
LISTS: dict[Kind, ListKind] = {
    "respondent": ListKind("respondents", Respondent, ("id",)),
    "response": ListKind("responses", Response, ("capability", "respondent")),
    "consensus": ListKind("consensus", Consensus, ("capability",), repeats=True),
    "measurement": ListKind("measurements", TypedMeasurement, ("metric",)),
    "detection": ListKind("detection", Detection, ("metric",), repeats=True),
    "complete_log": ListKind("complete_logs", CompleteLog, ("kind",), repeats=True),
    "drill": ListKind("drills", Drill, ("scenario", "held_on"), repeats=True),
    "override": ListKind("overrides", Override, ("capability", "rating"), repeats=True),
    "carried": ListKind("carried", CarriedLevel, ("metric",)),
    "note": ListKind("notes", Note, ("id",)),
    "follow_up": ListKind("follow_ups", FollowUp, ("capability", "respondent")),
    "request": ListKind("requests", EvidenceRequest, ("id",)),
    "sitting": ListKind("sittings", Sitting, ("respondent",)),
    "calibration": ListKind("calibration", CalibrationRating, ("capability", "rater")),
    "tracking": ListKind("tracking", Tracking, ("item",)),
    "action": ListKind("actions", ActionEdit, ("id",), inside="plan"),
    "scenario": ListKind("scenarios", Scenario, ("id",), inside="plan"),
    "stress": ListKind("stress", StressFigure, ("id",)),
    "drill_run": ListKind("drill_runs", DrillRun, ("id",)),
    "drill_stamp": ListKind("drill_stamps", DrillStamp, ("run", "row")),
    "drill_line": ListKind("drill_log", DrillLine, ("run", "n")),
    "drill_action": ListKind("drill_actions", DrillAction, ("run", "n")),
    "partner": ListKind("partners", Partner, ("id",), inside=OPERATING),
    "partner_answer": ListKind(
        "partner_answers", PartnerAnswer, ("partner", "question"), inside=OPERATING
    ),
    "partner_failure": ListKind(
        "partner_failures", PartnerFailure, ("partner", "n"), inside=OPERATING
    ),
    "partner_slots": ListKind(
        "partner_slots", SlotMonth, ("partner", "suite", "month"), inside=OPERATING
    ),
    "stopwatch": ListKind("stopwatch", StopwatchRun, ("id",), inside=OPERATING),
    "stopwatch_answer": ListKind(
        "stopwatch_answers", StopwatchAnswer, ("run", "n", "field"), inside=OPERATING
    ),
    "lock_in": ListKind("choices", LockInChoice, ("id",), inside=OPERATING),
    "retention": ListKind("retention", Retained, ("id",), inside=OPERATING),
    "intersection": ListKind("intersections", Crossing, ("id",), inside=OPERATING),
    "oversight": ListKind("oversight", Overseen, ("id",), inside=OPERATING),
    "map_node": ListKind("map_nodes", MapNode, ("id",), inside=OPERATING),
    "map_link": ListKind("map_links", MapLink, ("id",), inside=OPERATING),
    "map_archetype": ListKind("map_archetypes", ArchetypeSaid, ("id",), inside=OPERATING),
    "conductor": ListKind("conductors", Conductor, ("id",), inside=OPERATING),
    "change": ListKind("changes", Change, ("id",), inside=OPERATING),
    "data_set": ListKind("data_sets", DataSet, ("id",), inside=OPERATING),
    "option": ListKind("options", KeptOption, ("id",), inside=OPERATING),
    "gate": ListKind("gates", GateHeld, ("id",), inside=OPERATING),
    "scaling_limit": ListKind("limits", ScalingLimit, ("id",), inside=OPERATING),
    "ai_use": ListKind("ai_uses", AiUse, ("id",), inside=OPERATING),
}
WHOLES: dict[Kind, type[Model]] = {
    "window": Window,
    "hybrid": HybridAnswers,
    "simulation": KeptRun,
}
META = ("id", "title", "as_of", "questionnaire", "form", "settings", "follows")
FIELDS: dict[Kind, tuple[type[Model], tuple[str, ...]]] = {
    "meta": (Assessment, META),
    "profile": (Profile, tuple(Profile.model_fields)),
    "incidents": (Incidents, tuple(Incidents.model_fields)),
    "plan": (
        Plan,
        tuple(name for name in Plan.model_fields if name not in ("actions", "scenarios")),
    ),
}
OWNED: tuple[Kind, ...] = ("profile", "incidents", "plan")
"""Kinds whose fields stand in a part of the assessment that bears their name."""
ENTRY_KINDS: frozenset[str] = frozenset(get_args(Kind))
REQUIRED = frozenset(
    EntryKey(kind, name)
    for kind, (model, names) in FIELDS.items()
    for name in names
    if model.model_fields[name].is_required()
)


def entry_key(kind: str, key: str) -> EntryKey:
    """The address that a row holds; its kind was checked when it was written."""
    return EntryKey(cast("Kind", kind), key)


def entry_of(value: Model) -> EntryKey:
    """The address of a response, a respondent, a window ...: ``("response", "CTL-1|r1")``.

    The address of a second one with the same parts is the caller's choice. Raises TypeError for a
    value that is no entry.
    """
    for kind, spec in LISTS.items():
        if type(value) is spec.model:
            return EntryKey(kind, _base_key(spec, value))
    for kind, model in WHOLES.items():
        if type(value) is model:
            return EntryKey(kind, WHOLE)
    raise TypeError(f"{type(value).__name__} is no entry")


def normal(put: Put) -> JsonValue:
    """The payload as it is stored; None takes the entry away.

    Raises InputRefused if it is no value of its kind, if its key is not its own, or if an
    assessment cannot be without it.
    """
    at = EntryKey(put.kind, put.key)
    if put.payload is None:
        if at in REQUIRED:
            raise _refused(at, "An assessment cannot be without it")
        return None
    adapter = _adapter(at)
    try:
        value = adapter.validate_python(put.payload)
    except ValidationError as error:
        raise InputRefused([_problem(at, _sentence(e)) for e in error.errors()]) from error
    if put.kind in LISTS:
        _check_key(at, LISTS[put.kind], value)
    return to_json(value)


def spread(assessment: Assessment) -> list[Put]:
    """Every entry of an assessment, in a fixed order.

    Raises InputRefused if two share an address that may stand once only.
    """
    puts: list[Put] = []
    owners = {"meta": assessment} | {kind: getattr(assessment, kind) for kind in OWNED}
    for kind, (_, names) in FIELDS.items():
        values = ((name, getattr(owners[kind], name)) for name in names)
        puts += [Put(kind, n, v) for n, v in values if v is not None and not _is_unsaid(kind, n, v)]
    for kind in WHOLES:
        if (value := getattr(assessment, kind)) is not None:
            puts.append(Put(kind, WHOLE, value))
    for kind, spec in LISTS.items():
        holder = getattr(assessment, spec.inside) if spec.inside else assessment
        puts += _spread_list(kind, spec, getattr(holder, spec.field))
    return puts


def assemble(entries: Iterable[tuple[EntryKey, JsonValue]]) -> Assessment:
    """The assessment of its entries; lists keep the order in which the entries come."""
    whole: dict[str, Any] = {kind: {} for kind in OWNED}
    for at, payload in entries:
        if at.kind in LISTS:
            spec = LISTS[at.kind]
            holder = whole.setdefault(spec.inside, {}) if spec.inside else whole
            holder.setdefault(spec.field, []).append(payload)
        elif at.kind in WHOLES:
            whole[at.kind] = payload
        elif at.kind == "meta":
            whole[at.key] = payload
        else:
            whole[at.kind][at.key] = payload
    return Assessment.model_validate(whole)


def value_of(at: EntryKey, payload: JsonValue) -> Any:
    """The stored payload of one of a list, as the assessment holds it."""
    return _list_adapter(at.kind).validate_python(payload)


def is_complete(response: JsonValue) -> bool:
    """Whether a stored response closes its question: *does not apply* needs a reason (method 2)."""
    return isinstance(response, dict) and (
        response.get("level") != "not_applicable" or bool(response.get("reason"))
    )


def _is_unsaid(kind: Kind, name: str, value: object) -> bool:
    """Whether a field of the plan says nothing yet: most assessments have no plan."""
    return kind == "plan" and value == Plan.model_fields[name].default


def _spread_list(kind: Kind, spec: ListKind, values: Iterable[Model]) -> list[Put]:
    seen: Counter[str] = Counter()
    puts = []
    for value in values:
        base = _base_key(spec, value)
        seen[base] += 1
        if seen[base] > 1 and not spec.repeats:
            raise _refused(EntryKey(kind, base), "It stands here twice")
        key = base if seen[base] == 1 else f"{base}|{seen[base]}"
        puts.append(Put(kind, key, value))
    return puts


def _base_key(spec: ListKind, value: Model) -> str:
    return "|".join(str(getattr(value, part)) for part in spec.parts)


def _check_key(at: EntryKey, spec: ListKind, value: Model) -> None:
    if any("|" in str(getattr(value, part)) for part in spec.parts):
        raise _refused(at, "The sign | may not stand in an id")
    base = re.escape(_base_key(spec, value))
    pattern = rf"{base}(\|\d+)?" if spec.repeats else base
    if not re.fullmatch(pattern, at.key):
        raise _refused(at, f"Its key would be {_base_key(spec, value)}")


@cache
def _adapter(at: EntryKey) -> TypeAdapter[Any]:
    if at.kind in FIELDS:
        model, names = FIELDS[at.kind]
        if at.key not in names:
            raise _refused(at, f"{at.kind} has no field {at.key}")
        return TypeAdapter(model.model_fields[at.key].rebuild_annotation())
    if at.kind in WHOLES:
        if at.key != WHOLE:
            raise _refused(at, f"{at.kind} stands once and has no key")
        return TypeAdapter(WHOLES[at.kind])
    if at.kind not in LISTS:
        raise _refused(at, f"{at.kind} is no kind of entry")
    return _list_adapter(at.kind)


@cache
def _list_adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(LISTS[kind].model)


def _sentence(error: Any) -> str:
    place = ".".join(str(part) for part in error["loc"])
    return f"{place}: {error['msg']}" if place else str(error["msg"])


def _problem(at: EntryKey, message: str) -> Problem:
    return Problem(file=at.kind, column=at.key or None, message=message)


def _refused(at: EntryKey, message: str) -> InputRefused:
    return InputRefused([_problem(at, message)])
