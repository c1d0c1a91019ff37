"""The fields of one early choice: weeks saved, chance, and the six areas that undoing touches."""

from functools import partial
from typing import Any

import streamlit as st

from readiness.domain.lock_in import AreaWeeks, LockInChoice, RippleArea
from readiness.ui import fields
from readiness.ui.cached import workbench
from readiness.ui.entry_list import looked_at, remove_button
from readiness.workspace.lock_in import (
    remove_choice,
    set_chance,
    set_saved,
    set_touch,
    set_weeks,
    touch_of,
)
from readiness.workspace.results import State

TOUCHES = {"not": "Not touched", "small": "Small", "medium": "Medium", "large": "Large"}
OWN = {"own": "Own weeks"}
PARTS = ("low", "mode", "high")
LABELS = {"low": "Lowest", "mode": "Most likely", "high": "Highest"}


def one_choice(assessment: str, now: State) -> None:
    """Draw the choice that is looked at."""
    choice = looked_at("lock_in", "Look at the choice", now.assessment.operating.choices)
    if choice is None:
        return
    shown, bench = choice.id, workbench()
    left, right = st.columns(2, gap="large")
    with left:
        fields.count(
            "Weeks saved now",
            round(choice.weeks_saved),
            f"lock_in_saved_{shown}",
            lambda weeks: set_saved(bench, assessment, shown, weeks),
        )
    with right:
        fields.count(
            "Chance that it must be undone before launch, %",
            round(100 * choice.chance),
            f"lock_in_chance_{shown}",
            lambda chance: set_chance(bench, assessment, shown, chance),
        )
    for area in now.questionnaire.lock_in.areas:
        _area(assessment, now, choice, area)
    remove_button("lock_in", choice, partial(remove_choice, bench, assessment))


def _area(assessment: str, now: State, choice: LockInChoice, area: RippleArea) -> None:
    touch = touch_of(now.questionnaire.lock_in, choice, area.id)
    bench = workbench()
    left, *numbers = st.columns([4, 1, 1, 1], vertical_alignment="top")
    with left:
        fields.choice(
            area.name,
            TOUCHES | (OWN if touch == "own" else {}),
            touch,
            f"lock_in_{choice.id}_{area.id}",
            lambda value: set_touch(bench, assessment, choice.id, area.id, value),
            area.text,
        )
    weeks = next((one for one in choice.areas if one.area == area.id), None)
    if weeks is None:
        return
    for part, column in zip(PARTS, numbers, strict=True):
        with column:
            _number(assessment, choice, weeks, part, area.name)


def _number(assessment: str, choice: LockInChoice, weeks: AreaWeeks, part: str, name: str) -> None:
    def save(value: Any) -> object:
        given = {p: float(getattr(weeks, p)) for p in PARTS} | {part: float(value or 0)}
        return set_weeks(workbench(), assessment, choice.id, weeks.area, **given)

    role = f"lock_in_{choice.id}_{weeks.area}_{part}"
    fields.amount(LABELS[part], float(getattr(weeks, part)), role, save, f"{name}, weeks")
