"""What an assessment folder must keep to beyond its types: known ids, no doubles, whole answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from readiness.domain.assessment import Assessment
from readiness.domain.capability import Reference
from readiness.domain.errors import Problem
from readiness.domain.metric import Metric
from readiness.domain.questionnaire import Questionnaire
from readiness.workspace.placed import Placed, Where
from readiness.workspace.plan_key import plan_problems
from readiness.workspace.refusals import nearest, say_choices

REGIONS = tuple(
    r for r in get_args(Reference.model_fields["region"].annotation) if r not in ("any", "ICH")
)
ONCE = {
    "respondents": ("id",),
    "responses": ("capability", "respondent"),
    "measurements": ("metric",),
    "carried": ("metric",),
    "notes": ("id",),
    "follow_ups": ("capability", "respondent"),
    "requests": ("id",),
    "sittings": ("respondent",),
    "calibration": ("capability", "rater"),
    "tracking": ("item",),
    "drill_runs": ("id",),
    "drill_stamps": ("run", "row"),
    "drill_log": ("run", "n"),
    "drill_actions": ("run", "n"),
}
"""Lists in which nothing may stand twice, and what makes two entries the same."""


@dataclass(frozen=True)
class Draft:
    """A document as far as it was valid: ``head`` without its lists, the lists with places."""

    placed: Placed
    head: Assessment | None
    rows: dict[str, list[tuple[int, Any]]]
    unfinished: bool = False
    """Whether what is still open, as opposed to wrong, may stay open."""

    def listed(self, name: str) -> list[Any]:
        """A list as it was written, broken entries included."""
        found = self.placed.value.get(name)
        return found if isinstance(found, list) else []


def check_draft(draft: Draft, questionnaire: Questionnaire) -> list[Problem]:
    """Every problem that the types alone do not see, in no particular order."""
    checks = [_ids, _profile, _doubles, _respondents, _measurements, _drills, _settings, _plan]
    if not draft.unfinished:
        checks += [_open_profile, _open_reasons, _open_measurements]
    return [problem for check in checks for problem in check(draft, questionnaire)]


def _ids(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    capabilities, metrics = questionnaire.capabilities, questionnaire.metric_by_id
    known: dict[str, tuple[str, Iterable[str]]] = {
        "responses": ("capability", capabilities),
        "consensus": ("capability", capabilities),
        "overrides": ("capability", capabilities),
        "measurements": ("metric", metrics),
        "detection": ("metric", metrics),
        "carried": ("metric", metrics),
        "notes": ("capability", capabilities),
        "follow_ups": ("capability", capabilities),
        "requests": ("capability", capabilities),
        "calibration": ("capability", capabilities),
        "drills": ("scenario", [s.id for s in questionnaire.drills.scenarios]),
        "drill_runs": ("scenario", [s.id for s in questionnaire.drills.scenarios]),
    }
    for name, (key, ids) in known.items():
        # As written, so that an entry with another mistake shows this one too.
        for index, row in enumerate(draft.listed(name)):
            if isinstance(row, dict) and isinstance(row.get(key), str):
                yield from _unknown(draft, (name, index, key), [row[key]], ids, key)
    for index, row in draft.rows["tracking"]:
        if ":" not in row.item:  # a finding's id names a finding that may be gone by now
            yield from _unknown(draft, ("tracking", index, "item"), [row.item], capabilities, "gap")
    if draft.head and draft.head.hybrid:
        flags = [f.id for f in questionnaire.hybrid.flags]
        archetypes = [a.id for a in questionnaire.hybrid.archetypes]
        said = draft.head.hybrid
        yield from _unknown(draft, ("hybrid", "flags"), said.flags, flags, "flag")
        yield from _unknown(draft, ("hybrid", "not_known"), said.not_known, flags, "flag")
        yield from _unknown(
            draft, ("hybrid", "archetypes"), said.archetypes, archetypes, "archetype"
        )


def _unknown(
    draft: Draft, where: Where, found: Iterable[str], known: Iterable[str], what: str
) -> Iterator[Problem]:
    ids = list(known)
    for id in found:
        if id not in ids:
            yield draft.placed.problem(
                where, f"there is no {what} {id}", advice=nearest(id, ids) or _some(ids)
            )


def _some(ids: list[str]) -> str:
    return f"There is {say_choices(ids)}" if len(ids) <= 12 else ""


def _open_profile(draft: Draft, _: Questionnaire) -> Iterator[Problem]:
    profile = draft.placed.value.get("profile")
    for name in ("parties", "sites"):
        if isinstance(profile, dict) and profile.get(name) is None:
            yield draft.placed.problem(("profile", name), "is missing", advice="Add it")
    if draft.rows["measurements"] and draft.head and draft.head.window is None:
        yield draft.placed.problem(
            ("measurements",),
            "typed-in measurements need their window",
            advice="Add window: {from: 2025-11-22, to: 2026-11-22, batches: 12}",
        )


def _profile(draft: Draft, _: Questionnaire) -> Iterator[Problem]:
    if draft.head is None:
        return
    regions = draft.head.profile.regions
    yield from _unknown(draft, ("profile", "regions"), regions, REGIONS, "region")
    window = draft.head.window
    if window and window.from_ > window.to:
        yield draft.placed.problem(("window",), "it ends before it begins")


def _doubles(draft: Draft, _: Questionnaire) -> Iterator[Problem]:
    for name, keys in ONCE.items():
        first: dict[tuple[Any, ...], int] = {}
        for index, row in draft.rows[name]:
            same = tuple(getattr(row, key) for key in keys)
            if same in first:
                line = draft.placed.line((name, first[same]))
                text = f"{' of '.join(same)} stands here twice, first in line {line}"
                yield draft.placed.problem((name, index), text, advice="Keep one of the two")
            first.setdefault(same, index)


def _respondents(draft: Draft, _: Questionnaire) -> Iterator[Problem]:
    # One that is listed with another mistake is known all the same: one problem is enough.
    people = draft.listed("respondents")
    ids = [str(row["id"]) for row in people if isinstance(row, dict) and "id" in row]
    for name in ("responses", "notes", "follow_ups", "requests", "sittings"):
        for index, row in draft.rows[name]:
            if row.respondent is not None:
                where = (name, index, "respondent")
                yield from _unknown(draft, where, [row.respondent], ids, "respondent")
    for index, row in draft.rows["respondents"]:
        if not row.id or "|" in row.id:
            yield draft.placed.problem(
                ("respondents", index, "id"), "a code of letters and digits was expected"
            )


def _open_reasons(draft: Draft, _: Questionnaire) -> Iterator[Problem]:
    for index, row in draft.rows["responses"]:
        if row.level == "not_applicable" and not row.reason.strip():
            yield draft.placed.problem(
                ("responses", index),
                f"{row.capability} does not apply, but no reason is given",
                advice='Add reason: "..."',
            )


def _measurements(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    for index, row in draft.rows["measurements"]:
        metric = questionnaire.metric_by_id.get(row.metric)
        if metric is not None:
            for key, text, advice in _mistyped(row, metric):
                yield draft.placed.problem(("measurements", index, key), text, advice=advice)


def _open_measurements(draft: Draft, _: Questionnaire) -> Iterator[Problem]:
    for index, row in draft.rows["measurements"]:
        where: Where = ("measurements", index)
        if row.level is not None and not row.source.strip():
            text = f"the level of {row.metric} needs its source"
            yield draft.placed.problem((*where, "level"), text, advice='Add source: "..."')
        if all(figure is None for figure in (row.value, row.events, row.level)):
            text = f"{row.metric} has no figure"
            yield draft.placed.problem(where, text, advice="Add events, a value or a level")


def _mistyped(row: Any, metric: Metric) -> Iterator[tuple[str, str, str]]:
    if row.level is not None and not metric.typed_level:
        yield "level", f"{metric.id} gets its level from its cut points", "Type its counts instead"
    if metric.interval == "poisson" and row.trials is not None:
        yield "trials", f"{metric.id} is a rate", "Give events and exposure"
    if metric.interval == "wilson" and row.exposure is not None:
        yield "exposure", f"{metric.id} is a share", "Give events and trials"
    if row.trials is not None and row.events is not None and row.events > row.trials:
        yield "events", f"{row.events} of {row.trials} cannot be", ""


def _drills(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    points = {block.id: block.points for block in questionnaire.drills.blocks}
    items = {s.id: [i.n for i in s.items] for s in questionnaire.drills.scenarios}
    for index, row in draft.rows["drills"]:
        where: Where = ("drills", index, "blocks")
        yield from _unknown(draft, where, row.blocks, points, "block")
        for block, given in row.blocks.items():
            if block in points and not 0 <= given <= points[block]:
                text = f"block {block} has 0 to {points[block]} points, found {given}"
                yield draft.placed.problem((*where, block), text)
        seen: set[int] = set()
        for place, item in enumerate(row.items):
            at: Where = ("drills", index, "items", place)
            if row.scenario in items and item.n not in items[row.scenario]:
                yield draft.placed.problem(at, f"{row.scenario} has no item {item.n}")
            if item.n in seen:
                yield draft.placed.problem(at, f"item {item.n} stands here twice")
            seen.add(item.n)


def _plan(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    if draft.head is not None:
        for where, text, advice in plan_problems(draft.head.plan, questionnaire):
            yield draft.placed.problem(where, text, advice=advice)


def _settings(draft: Draft, questionnaire: Questionnaire) -> Iterator[Problem]:
    if draft.head is None:
        return
    settings = draft.head.settings
    where: Where = ("settings", "weights")
    if any(weight < 0 for weight in (settings.weights or {}).values()):
        yield draft.placed.problem(where, "a weight is 0 or more")
    elif settings.weights and not any((questionnaire.priority.weights | settings.weights).values()):
        yield draft.placed.problem(where, "they are all 0", advice="Give one of them weight")
