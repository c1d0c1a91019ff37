"""Worksheets of concrete changes: six areas, the longest path, plan against actual (domain 1.4)."""

from functools import partial

import streamlit as st

from readiness.domain.ripple_result import BaseRate, ChangeResult, RippleResult
from readiness.report.numerals import short
from readiness.report.ripple_figure import path_figure, path_in_words, planned_areas
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.entry_list import add_form, looked_at, remove_button
from readiness.ui.picture import picture
from readiness.ui.ripple_area import areas
from readiness.workspace.results import State, standing
from readiness.workspace.ripple import add_change, remove_change

HEADS = (
    "Change",
    "Areas over",
    "Weeks planned",
    "One after another",
    "Weeks taken",
    "Person-weeks",
    "Lots at least",
    "Begin by",
    "Longest path",
)
RATE_HEADS = ("Area", "Size", "Your changes, n", "Weeks they took", "Usual weeks", "What it tells")


def ripple(assessment: str, now: State) -> None:
    """Draw every change, the way to add one, the fields of one, and what changes took here."""
    st.write(
        "One change, six areas: which does it touch, who owns each, how long does it take, and "
        "what did it take in the end?"
    )
    st.caption(state.plain(now.questionnaire.ripple.remark))
    found = standing(workbench(), assessment, now).operating_model.ripple
    if found is not None:
        st.html(table(found, now))
    hint = "What is to be changed, in your words"
    add_form("change", "Change", hint, partial(add_change, workbench(), assessment))
    shown = looked_at("change", "Look at the change", found.changes if found else ())
    if found is None or shown is None:
        return
    if planned_areas(shown):
        picture(path_figure(shown), state.plain(path_in_words(shown)), f"path_{shown.id}")
    areas(assessment, now, shown, found.base_rates)
    remove_button("change", shown, partial(remove_change, workbench(), assessment))
    if found.base_rates:
        st.subheader("What changes took here", anchor=False)
        st.html(rates(found.base_rates, now.questionnaire.ripple.least))


def table(found: RippleResult, now: State) -> html.Html:
    """A row a change; the interval is that of the draws."""
    names = {area.id: area.name for area in now.questionnaire.lock_in.areas}
    rows = [
        [
            html.bold(one.name),
            html.text(f"{one.done} of {one.of}"),
            html.text(planned(one)),
            html.number(short(round(one.one_by_one, 1))),
            html.text(taken(one)),
            html.number(short(one.effort)),
            html.number(one.lots),
            html.text(_moment(one)),
            html.text(" → ".join(names[id] for id in one.critical) or "nothing planned yet"),
        ]
        for one in found.changes
    ]
    return html.table(HEADS, rows, caption="Weeks; in brackets the middle nine of ten draws")


def planned(one: ChangeResult) -> str:
    """The expected weeks with their interval."""
    return f"{round(one.weeks)} ({round(one.weeks_low)} to {round(one.weeks_high)})"


def taken(one: ChangeResult) -> str:
    """What it took against the plan, or that it goes on."""
    if one.actual is None:
        return "not over"
    more = one.actual - one.likely
    against = "as planned" if more == 0 else f"{short(abs(round(more, 1)))} "
    against += "" if more == 0 else ("more" if more > 0 else "less")
    return f"{short(round(one.actual, 1))} ({against})"


def rates(found: tuple[BaseRate, ...], least: int) -> html.Html:
    """The base rates beside the usual weeks, each with its n."""
    rows = [
        [
            html.text(one.name),
            html.text(one.size),
            html.number(one.n),
            html.text(f"{short(one.middle)} ({short(one.least)} to {short(one.most)})"),
            html.text(f"{short(one.usual_low)} to {short(one.usual_high)}"),
            html.text(_tells(one, least)),
        ]
        for one in found
    ]
    caption = "Median and range of the actual weeks; nothing of the usual weeks is replaced"
    return html.table(RATE_HEADS, rows, caption=caption)


def _tells(one: BaseRate, least: int) -> str:
    if not one.is_enough:
        return f"too few to plan with: {least} are needed"
    if one.middle > one.usual_high:
        return "longer than usual: plan with your own"
    return "shorter than usual" if one.middle < one.usual_low else "as usual"


def _moment(one: ChangeResult) -> str:
    if one.actual is not None:
        return "over"
    if one.begin_by is None:
        return "no launch date"
    return f"{one.begin_by:%d %b %Y}" + (" ✗ passed" if one.is_late else "")
