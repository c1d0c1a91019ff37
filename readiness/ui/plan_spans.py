"""When a function is away, who comes or goes, and when the pivotal trial begins."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeVar

import streamlit as st

from readiness.domain.base import Model
from readiness.domain.planning import Absence, Added
from readiness.ui import fields, state
from readiness.ui.cached import workbench
from readiness.workspace.plan_edits import DAYS, away, come_or_go, pivotal_on
from readiness.workspace.planning import Case

Entry = TypeVar("Entry", bound=Model)


def spans(assessment: str, case: Case) -> None:
    """Three small parts, each saved at once."""
    fields.day(
        "Pivotal trial begins",
        case.plan.pivotal,
        "plan_pivotal",
        lambda day: pivotal_on(workbench(), assessment, day),
        "What is dear after it, and what reopens comparability, is told by this day.",
    )
    functions = list(case.plan.capacity)
    if not functions:
        return
    changes, absences = case.plan.added, case.plan.absences
    with st.expander(f"Who comes or goes ({len(changes)})"):
        removable(changes, _told, lambda rest: come_or_go(workbench(), assessment, rest))
        _comes(assessment, functions, changes)
    with st.expander(f"Away ({len(absences)})"):
        removable(absences, _gone, lambda rest: away(workbench(), assessment, rest))
        _leaves(assessment, functions, absences)


def _told(change: Added) -> str:
    days = f"{float(change.weeks * DAYS):+g} days a week"
    return f"{change.function} {days} from {change.from_:%d %b %Y}"


def _gone(span: Absence) -> str:
    return f"{span.function} {span.from_:%d %b} to {span.to:%d %b %Y}"


def removable(
    entries: Sequence[Entry],
    told: Callable[[Entry], str],
    save: Callable[[Sequence[Entry]], object],
) -> None:
    """A line for each entry, which takes it away; ``save`` gets those that stay."""
    for place, entry in enumerate(entries):
        rest = [other for n, other in enumerate(entries) if n != place]
        st.button(
            f"{told(entry)}, remove",
            key=f"plan_span_{type(entry).__name__}_{place}",
            type="tertiary",
            icon=":material/close:",
            disabled=state.is_sealed(),
            on_click=fields.doing(save, rest),
        )


def _comes(assessment: str, functions: list[str], before: Sequence[Added]) -> None:
    with st.form(f"plan_comes_{len(before)}", border=False):
        function = st.selectbox("Function", functions, disabled=state.is_sealed())
        days = st.number_input(
            "Days a week more, or below 0 fewer", value=2.5, step=0.5, disabled=state.is_sealed()
        )
        begins = st.date_input("From", value=None, format="YYYY-MM-DD", disabled=state.is_sealed())
        if st.form_submit_button("Add", disabled=state.is_sealed()):
            if begins is None:
                st.error("Say from which day on. Nothing was saved.")
                return
            weeks = Fraction(str(days)) / DAYS
            said = {"function": function, "from": begins, "weeks": weeks}
            come_or_go(workbench(), assessment, [*before, Added.model_validate(said)])
            st.rerun()


def _leaves(assessment: str, functions: list[str], before: Sequence[Absence]) -> None:
    with st.form(f"plan_away_{len(before)}", border=False):
        function = st.selectbox("Function", functions, disabled=state.is_sealed())
        days: object = st.date_input(
            "From and to", value=[], format="YYYY-MM-DD", disabled=state.is_sealed()
        )
        if st.form_submit_button("Add", disabled=state.is_sealed()):
            if not isinstance(days, tuple) or len(days) != 2:
                st.error("Choose the first and the last day. Nothing was saved.")
                return
            said = {"function": function, "from": days[0], "to": days[1]}
            away(workbench(), assessment, [*before, Absence.model_validate(said)])
            st.rerun()
