"""What if: scenarios kept under a name, and laid side by side with the plan (screens 3.6)."""

from datetime import date
from fractions import Fraction

import streamlit as st
from pydantic import ValidationError

from readiness.domain.planning import Scenario
from readiness.ui import confirming, fields, html, state
from readiness.ui.cached import workbench
from readiness.workspace.plan_edits import DAYS
from readiness.workspace.planning import Case
from readiness.workspace.scenario_jobs import begin_comparison, comparison_stamp, last_comparison
from readiness.workspace.scenario_words import changes_of, comparison_table
from readiness.workspace.scenarios import drop_scenario, save_scenario

EVERY = 1.0
"""Seconds between two looks at a running comparison."""
MOVES = {0: "as entered", 13: "a quarter later", 26: "half a year later", -13: "a quarter earlier"}
NOBODY = "nobody"
SCENARIO = "plan_scenario"


def scenarios(assessment: str, case: Case) -> None:
    """The saved ones, the comparison, and the form for one more."""
    st.header("What if", anchor=False)
    st.caption("Scenarios change nothing: each is planned as if, and laid beside the plan.")
    for scenario in case.plan.scenarios:
        named, remove = st.columns([5, 1], vertical_alignment="center")
        shown = [html.bold(scenario.id), html.text(f": {changes_of(scenario)}")]
        named.html(html.tag("p", html.join(shown)))
        remove.button(
            "Remove",
            key=f"scenario_remove_{scenario.id}",
            type="tertiary",
            help=f"Removes the scenario {state.plain(scenario.id)}.",
            disabled=state.is_sealed(),
            on_click=fields.doing(drop_scenario, workbench(), assessment, scenario.id),
        )
    if case.plan.scenarios:
        _compared(assessment, case)
    if not state.is_sealed():
        with st.expander("Add a scenario", expanded=not case.plan.scenarios):
            _form(assessment, case)
            confirming.ask(SCENARIO)


def _compared(assessment: str, case: Case) -> None:
    found = last_comparison(workbench(), assessment)
    if found is not None and not found.is_over:
        _watch(assessment)
        return
    st.button(
        "Compare with the plan",
        icon=":material/compare_arrows:",
        help="Plans each of them with the same work: up to seven seconds each.",
        on_click=fields.doing(begin_comparison, workbench(), assessment, case),
    )
    if found is None:
        return
    if found.trouble:
        st.error(state.plain(f"No plan: {found.trouble}."))
    if found.stamp != comparison_stamp(case):
        st.warning("Changed since this was compared: compare again.")
    heads, *rows = comparison_table(found.outcomes) or [()]
    cells = [[html.bold(name), *map(html.text, figures)] for name, *figures in rows]
    heads = ("Figure", *heads[1:])
    st.html(html.table(heads, cells, "rd-compact", "The plan and its scenarios side by side"))
    st.caption("Priority is weighed as entered in every column, so that the columns compare.")


@st.fragment(run_every=EVERY)
def _watch(assessment: str) -> None:
    found = last_comparison(workbench(), assessment)
    if found is None or found.is_over:
        st.rerun()
    done = len(found.outcomes)
    st.progress(done / found.of, f"Planned {done} of {found.of}")
    st.button("Stop comparing", on_click=found.stop, icon=":material/stop:")


def _form(assessment: str, case: Case) -> None:
    limited = [NOBODY, *case.plan.capacity]
    actions = {t.id: f"{t.id} {t.name}" for t in case.tasks.tasks if t.is_to_do}
    with st.form(f"scenario_{len(case.plan.scenarios)}", border=False):
        name = st.text_input("Name of the scenario", max_chars=40)
        who, days, since = st.columns(3)
        function = who.selectbox("Who is added", limited)
        added = days.number_input("Days a week more", value=2.5, step=0.5)
        begins = since.date_input("From", value=case.weeks.start, format="YYYY-MM-DD")
        skip = st.multiselect("Leave out", list(actions), format_func=actions.__getitem__)
        moved = st.selectbox(
            "The pivotal trial begins",
            list(MOVES),
            format_func=MOVES.__getitem__,
            disabled=case.plan.pivotal is None,
            help="Enter the start of the pivotal trial on the left first.",
        )
        st.caption("Other weights, on any scale; empty: as they are.")
        patients, regulator, lock_in = (
            column.number_input(label, min_value=0.0, value=None)
            for column, label in zip(
                st.columns(3), ("Patient impact", "Regulatory risk", "Lock-in"), strict=True
            )
        )
        if st.form_submit_button("Save the scenario"):
            weights = {"P": patients, "R": regulator, "L": lock_in}
            said: dict[str, object] = {"id": name.strip(), "skip": skip, "pivotal_weeks": moved}
            if function != NOBODY and isinstance(begins, date):
                weeks = Fraction(str(added)) / DAYS
                said["added"] = [{"function": function, "from": begins, "weeks": weeks}]
            if any(value is not None for value in weights.values()):
                said["weights"] = {r: Fraction(str(value or 0)) for r, value in weights.items()}
            _save(assessment, said)


def _save(assessment: str, said: dict[str, object]) -> None:
    if not said["id"]:
        st.error("Give it a name. Nothing was saved.")
        return
    try:
        scenario = Scenario.model_validate(said)
    except ValidationError as error:
        st.error(state.plain(str(error)))
        return

    def save(confirmed: bool) -> None:
        save_scenario(workbench(), assessment, scenario, note_confirmed=confirmed)

    if confirming.saved(SCENARIO, save, scenario.id):
        st.rerun()
