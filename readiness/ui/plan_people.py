"""Who can be spared, from when to when, and when nobody works on it (screens 3.6, left)."""

from fractions import Fraction

import streamlit as st

from readiness.domain.planning import Freeze
from readiness.ui import fields, state
from readiness.ui.cached import workbench
from readiness.ui.plan_spans import removable, spans
from readiness.workspace.plan_edits import DAYS, begin_on, freeze, look_ahead, spare
from readiness.workspace.planning import Case
from readiness.workspace.ratings import use_horizon

HORIZONS = {26: "6 months", 39: "9 months", 52: "12 months", 78: "18 months", 104: "24 months"}


def people(assessment: str, case: Case) -> None:
    """Every field saves as it is changed; nothing is searched before *Plan again*."""
    st.header("People you can spare", anchor=False)
    st.caption("Days a week for each function; 5 days are one person. Empty: not limited.")
    used = {f for t in case.tasks.tasks if t.is_to_do for f, e in t.effort.items() if e}
    names = {f.code: f.name for f in case.questionnaire.functions}
    asked = [code for code in names if code in used | case.plan.capacity.keys()]
    for code in asked:
        _days(assessment, case, code, names[code])
    _calendar(assessment, case)


def _days(assessment: str, case: Case, code: str, name: str) -> None:
    there = case.plan.capacity.get(code)
    stored = None if there is None else float(there * DAYS)
    key = f"plan_days_{code}"
    shown = fields.keep(key, stored)

    def save(days: float | None) -> object:
        exact = None if days is None else Fraction(str(days))
        return spare(workbench(), assessment, code, exact)

    st.number_input(
        f"{code}, days a week",
        min_value=0.0,
        max_value=500.0,
        step=0.5,
        value=None,
        key=shown,
        help=name,
        placeholder="not limited",
        disabled=state.is_sealed(),
        on_change=fields.saving(save, key, shown),
    )


def _calendar(assessment: str, case: Case) -> None:
    plan = case.plan
    fields.day(
        "First day",
        plan.start,
        "plan_start",
        lambda day: begin_on(workbench(), assessment, day),
        f"Now {case.weeks.start:%d %b %Y}.",
    )
    fields.pick(
        "Horizon",
        [str(weeks) for weeks in sorted({*HORIZONS, plan.horizon_weeks})],
        {str(w): HORIZONS.get(w, f"{w} weeks") for w in {*HORIZONS, plan.horizon_weeks}},
        str(plan.horizon_weeks),
        "plan_horizon",
        lambda weeks: look_ahead(workbench(), assessment, int(weeks)),
    )
    fields.choice(
        "Plan to close",
        {"next_stage": "Gaps to the next stage", "launch": "Gaps to launch"},
        case.assessment.settings.horizon,
        "plan_close",
        lambda horizon: use_horizon(workbench(), assessment, horizon),
    )
    spans(assessment, case)
    _freezes(assessment, case)


def _freezes(assessment: str, case: Case) -> None:
    spans = case.plan.freeze
    st.subheader("No project work", anchor=False)
    removable(
        spans,
        lambda span: f"{span.from_:%d %b} to {span.to:%d %b %Y}",
        lambda rest: freeze(workbench(), assessment, rest),
    )
    key = f"plan_freeze_{len(spans)}"

    def save(chosen: object) -> object:
        if not isinstance(chosen, tuple) or len(chosen) != 2:
            return None
        span = Freeze.model_validate({"from": chosen[0], "to": chosen[1]})
        return freeze(workbench(), assessment, [*spans, span])

    def changed() -> None:
        st.session_state.pop(state.TROUBLE, None)
        save(st.session_state.get(key))

    st.date_input(
        "Add days from and to",
        value=[],
        key=key,
        format="YYYY-MM-DD",
        disabled=state.is_sealed(),
        on_change=changed,
    )
