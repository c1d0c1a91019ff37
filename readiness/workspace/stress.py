"""The simulation of an assessment: figures that are known, typed or typical, and what to try."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from readiness.content import content_root
from readiness.content.stress import load_stress
from readiness.domain.assessment import Assessment, Profile
from readiness.domain.errors import InputRefused, Problem
from readiness.domain.simulation import Parameters, Shock
from readiness.domain.slots import SlotFacts
from readiness.domain.stress import Lever, SmallDelay, StressContent, StressField, StressFigure
from readiness.report.numerals import one, short
from readiness.scoring.intervals import wilson
from readiness.store import Saved
from readiness.workspace.session import Session

SHOCK = "shock:"
GROUPS = ("operators", "release", "reviewers", "clinic", "material", "campaign")
"""Parts of the parameters that hold only where all of their figures are known."""
WHOLE_NUMBERS = frozenset(
    {
        "suites",
        "operators.starts_per_week",
        "release.capacity_per_week",
        "reviewers.records_per_week",
        "material.stock",
        "material.lot",
        "material.reorder_at",
        "campaign.batch_doses",
        "campaign.batches_per_campaign",
        "campaign.initial_stock",
    }
)


@dataclass(frozen=True)
class Figure:
    """One figure of the simulation as it stands: in the unit in which it is typed.

    ``value`` None: without a limit. ``origin``: where it comes from, in words. ``typed``: by a
    person. ``low``, ``high``: the typical range.
    """

    field: StressField
    value: float | None
    origin: str
    typed: bool
    low: float
    high: float
    known: bool = False
    """Typed, or told by the records; else typical."""


def content_of(session: Session, questionnaire: str) -> StressContent:
    """What a questionnaire asks for a simulation. Raises ContentRefused."""
    root = session.settings.content_dir or content_root()
    return load_stress(root / questionnaire)


def figures(
    content: StressContent, assessment: Assessment, slots: SlotFacts | None
) -> tuple[Figure, ...]:
    """Every figure that this assessment is asked: typed before known before typical."""
    said = {figure.id: figure.value for figure in assessment.stress}
    profile = assessment.profile
    seen = _seen(slots, profile) if slots else {}
    asked = [f for f in content.fields if not f.modalities or profile.modality in f.modalities]
    size = content.size_of(profile.stage)
    found = []
    for field in asked:
        low, start, high = field.typical[size]
        usual = f"typical at this stage: {short(low)} to {short(high)} ({field.basis})"
        if field.id in said:
            value, origin = said[field.id], "you said so"
        elif field.id in seen:
            value, origin = seen[field.id]
        else:
            value, origin = (None, f"no limit; {usual}") if field.optional else (start, usual)
        known = field.id in said or field.id in seen
        found.append(Figure(field, value, origin, field.id in said, low, high, known))
    return tuple(found)


def _seen(slots: SlotFacts, profile: Profile) -> dict[str, tuple[float, str]]:
    """What the batch register tells, with the batches that it rests on."""
    found: dict[str, tuple[float, str]] = {}
    if slots.starts_per_year is not None and profile.modality == "autologous":
        found["demand_per_year"] = (
            round(slots.starts_per_year, 1),
            f"{slots.batches} batches started in the window of your records",
        )
    if slots.process_days:
        mean = sum(day * share for day, share in slots.process_days.items())
        days = f"{min(slots.process_days)} to {max(slots.process_days)} days"
        found["process_days"] = (round(mean, 1), f"{slots.timed} batches took {days}")
    if slots.failure is not None:
        low, high = (100 * share for share in wilson(slots.failed, slots.ended, 0.8))
        found["failure_rate"] = (
            round(100 * slots.failure, 1),
            f"{slots.failed} of {slots.ended} batches; 80 % interval {one(low)} to {one(high)} %",
        )
    if slots.release:
        names = ("minimum", "median", "p90")
        for name, value in zip(names, slots.release, strict=True):
            origin = f"{slots.released} released batches of your records"
            found[f"release_days.{name}"] = (round(value, 1), origin)
    return found


def chosen_shocks(content: StressContent, assessment: Assessment) -> tuple[str, ...]:
    """The shocks that were chosen, in the order of the content."""
    said = {figure.id for figure in assessment.stress if figure.value}
    return tuple(shock.id for shock in content.shocks if SHOCK + shock.id in said)


def set_figure(session: Session, assessment: str, id: str, value: float | None) -> Saved:
    """Keep what was typed; None: no limit. Raises InputRefused for what cannot be."""
    loaded = session.store.load(session.actor, assessment)
    try:
        figure = StressFigure(id=id, value=value)
    except ValidationError as error:
        problem = Problem(file="simulation", message="A number of 0 or more was expected")
        raise InputRefused([problem]) from error
    expected = loaded.expected("stress", id)
    return session.store.put(session.actor, assessment, "stress", id, figure, expected=expected)


def forget_figure(session: Session, assessment: str, id: str) -> Saved:
    """Back to what the records tell, or what is typical."""
    return session.store.put(session.actor, assessment, "stress", id, None)


def choose_shocks(
    session: Session, assessment: str, content: StressContent, shocks: Sequence[str]
) -> None:
    """Exactly these shocks from now on."""
    loaded = session.store.load(session.actor, assessment)
    now = chosen_shocks(content, loaded.assessment)
    for shock in content.shocks:
        if (shock.id in shocks) != (shock.id in now):
            value = 1 if shock.id in shocks else 0
            set_figure(session, assessment, SHOCK + shock.id, value)


def parameters(
    content: StressContent,
    assessment: Assessment,
    known: Sequence[Figure],
    slots: SlotFacts | None,
    replications: int,
) -> Parameters:
    """The figures as the simulation takes them (formats, *Simulation parameters*).

    A part with several figures (clinic, material) holds only once all of them are there. Raises
    InputRefused where the figures contradict each other.
    """
    whole: dict[str, Any] = {
        "replications": replications,
        "horizon_days": content.warm_up_days + content.counted_days,
        "warm_up_days": content.warm_up_days,
        "full_above": content.full_above,
    }
    for figure in known:
        if figure.value is not None:
            value = figure.value / 100 if figure.field.per_cent else figure.value
            _place(whole, figure.field.id, value)
    whole["sites"] = _sites(int(whole.pop("suites")), assessment.profile.sites or 1)
    days = next(f for f in known if f.field.id == "process_days")
    taken = slots.process_days if slots and not days.typed else {}
    whole["process_days"] = taken or {whole["process_days"]: 1.0}
    for group in GROUPS:
        asked = [f for f in known if f.field.id.startswith(f"{group}.")]
        if any(f.value is None for f in asked):
            whole.pop(group, None)
    if "material" in whole:
        whole["materials"] = [whole.pop("material") | {"name": "critical material"}]
    if "campaign" in whole:
        whole["campaign"]["doses_per_day"] = whole["demand_per_year"] / 365
    whole["shocks"] = _shocks(content, chosen_shocks(content, assessment), whole["sites"])
    return _checked(whole)


def _place(whole: dict[str, Any], id: str, value: float) -> None:
    *path, last = id.split(".")
    for part in path:
        whole = whole.setdefault(part, {})
    whole[last] = round(value) if id in WHOLE_NUMBERS else value


def _sites(suites: int, sites: int) -> list[dict[str, Any]]:
    """As even as it goes; the first site is the one that goes down."""
    count = max(1, min(sites, suites))
    each, over = divmod(suites, count)
    return [{"name": f"site {n + 1}", "suites": each + (n < over)} for n in range(count)]


def _shocks(
    content: StressContent, chosen: Sequence[str], sites: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    day = content.warm_up_days + content.shock_after_days
    placed = []
    for shock in content.shocks:
        if shock.id in chosen:
            site = {"site": sites[0]["name"]} if shock.change["kind"] == "site_down" else {}
            placed.append({**shock.change, **site, "from_day": day})
    return placed


def small_delays(
    content: StressContent, given: Parameters
) -> tuple[tuple[SmallDelay, tuple[Shock, Shock]], ...]:
    """The small delays of the content in this world: each once, and the same again."""
    begins = content.warm_up_days + content.shock_after_days
    found = []
    for delay in content.slack:
        days = (begins, begins + delay.again_after)
        placed = [{**delay.change, "from_day": day} for day in days]
        whole = given.model_dump(exclude={"shocks"}) | {"shocks": placed}
        first, again = _checked(whole).shocks
        found.append((delay, (first, again)))
    return tuple(found)


def _checked(whole: dict[str, Any]) -> Parameters:
    try:
        return Parameters.model_validate(whole)
    except ValidationError as error:
        messages = [str(found["msg"]).removeprefix("Value error, ") for found in error.errors()]
        raise InputRefused(
            [Problem(file="simulation", message=message) for message in messages]
        ) from error


def with_lever(known: Sequence[Figure], lever: Lever) -> tuple[Figure, ...] | None:
    """The figures after a remedy; None where it changes what is not known or not asked here."""
    values = {figure.field.id: figure.value for figure in known}
    changes = {change.field: change for change in lever.changes}
    if any(values.get(field) is None for field in changes):
        return None
    return tuple(
        Figure(f.field, changes[f.field.id].applied(f.value), lever.name, True, f.low, f.high)
        if f.field.id in changes and f.value is not None
        else f
        for f in known
    )
