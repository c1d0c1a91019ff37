"""The fields of one change, area by area: touched, owner, effort, weeks, lots, order, actual."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import streamlit as st

from readiness.domain.lock_in import RippleArea
from readiness.domain.ripple import ChangeArea
from readiness.domain.ripple_result import AreaResult, BaseRate, ChangeResult
from readiness.report.numerals import short
from readiness.ui import fields
from readiness.ui.cached import workbench
from readiness.ui.folded import folded
from readiness.ui.lock_in_choice import LABELS, PARTS, TOUCHES
from readiness.workspace.results import State
from readiness.workspace.ripple import set_area, set_weeks

AFFECTED: dict[bool | None, str] = {True: "Yes", False: "No", None: "Not said"}
SIZES: dict[str | None, str] = {
    None: "Not said",
    **{size: name for size, name in TOUCHES.items() if size != "not"},
}
AMOUNTS = {
    "effort": "Person-weeks planned",
    "actual_weeks": "Weeks it took",
    "actual_effort": "Person-weeks it took",
}


def areas(assessment: str, now: State, one: ChangeResult, base_rates: Sequence[BaseRate]) -> None:
    """An expander an area; the mark says what is still open."""
    change = next(c for c in now.assessment.operating.changes if c.id == one.id)
    for area in one.areas:
        told = f"{mark(area)} {area.name}: {in_words(area, area.id in one.critical)}"
        opened = folded(told, f"ripple_{one.id}_{area.id}")
        if opened is not None:
            with opened:
                rates = [rate for rate in base_rates if rate.area == area.id]
                _area(assessment, now, one, area, change.of(area.id), rates)


def mark(area: AreaResult) -> str:
    """Open, in order, or lacking an owner or weeks."""
    if area.affected is None:
        return "?"
    if not area.affected or (area.has_owner and area.planned):
        return "✓"
    return "✗"


def in_words(area: AreaResult, is_critical: bool) -> str:
    """What is known of an area in a line."""
    if area.affected is None:
        return "not said"
    if not area.affected:
        return "not touched"
    parts = ["no owner"] if not area.has_owner else []
    if area.starts is None or area.ends is None:
        parts.append("no weeks planned")
    else:
        parts.append(f"week {short(round(area.starts, 1))} to {short(round(area.ends, 1))}")
    if is_critical:
        parts.append("on the longest path")
    if area.actual_weeks is not None:
        parts.append(f"took {short(area.actual_weeks)} weeks")
    return ", ".join(parts)


def _area(
    assessment: str,
    now: State,
    one: ChangeResult,
    area: AreaResult,
    said: ChangeArea,
    rates: Sequence[BaseRate],
) -> None:
    key = f"ripple_{one.id}_{area.id}"
    spec = next(a for a in now.questionnaire.lock_in.areas if a.id == area.id)

    def save(field: str) -> fields.Save:
        return lambda value: set_area(workbench(), assessment, one.id, area.id, field, value)

    label = f"Does it touch {area.name.lower()}?"
    fields.choice(label, AFFECTED, said.affected, f"{key}_affected", save("affected"), spec.text)
    if not said.affected:
        return
    left, right = st.columns([3, 1], gap="large")
    with left:
        hint = "A role, never a name"
        fields.line("Owner", said.owner, f"{key}_owner", save("owner"), hint=hint)
    with right:
        fields.count("Lots", said.lots, f"{key}_lots", save("lots"))
    note = usual_in_words(spec, rates)
    fields.choice("How large", SIZES, said.size, f"{key}_size", save("size"), note)
    _weeks(assessment, one.id, area, key)
    _order(one, area, said, key, save("after"))
    for column, (field, words) in zip(st.columns(3), AMOUNTS.items(), strict=True):
        with column:
            stored = getattr(said, field)
            value = None if stored is None else float(stored)
            fields.amount(words, value, f"{key}_{field}", save(field), area.name)


def usual_in_words(spec: RippleArea, rates: Sequence[BaseRate]) -> str:
    """The usual weeks of each size, and beside them what changes took here."""
    usual = (f"{SIZES[size]} {_span(*getattr(spec, size))}" for size in SIZES if size)
    own = (f"{SIZES[rate.size]} took {short(rate.middle)} (n = {rate.n})" for rate in rates)
    said = "; ".join(own)
    return f"Usual weeks: {', '.join(usual)}." + (f" Changes here: {said}." if said else "")


def _span(low: Fraction, high: Fraction) -> str:
    return f"{short(low)} to {short(high)}"


def _weeks(assessment: str, change: str, area: AreaResult, key: str) -> None:
    """The planned weeks, those of the size until others are typed."""
    if area.planned is None:
        return
    planned = {part: float(getattr(area.planned, part)) for part in PARTS}

    def save(part: str) -> fields.Save:
        def keep(value: Any) -> object:
            given = planned | {part: float(value or 0)}
            return set_weeks(workbench(), assessment, change, area.id, **given)

        return keep

    for part, column in zip(PARTS, st.columns(3), strict=True):
        with column:
            note = f"{area.name}, weeks planned"
            fields.amount(LABELS[part], planned[part], f"{key}_{part}", save(part), note)


def _order(
    one: ChangeResult, area: AreaResult, said: ChangeArea, key: str, save: fields.Save
) -> None:
    """What must be done before; as usual until somebody says otherwise."""
    names = {other.id: other.name for other in one.areas if other.id != area.id}
    note = "As usual" if said.after is None else "Your own order"
    hint = "Waits for nothing"
    fields.several("Comes after", names, area.after, f"{key}_after", save, hint, note)
