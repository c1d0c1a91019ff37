"""Data before AI: the join-rate test, uses of AI, and the data sets they consume (domain 1.24)."""

from fractions import Fraction
from functools import partial

import streamlit as st

from readiness.domain.data_readiness import AiUse, DataReadinessRules, DataSet
from readiness.report.join_words import NO_TEST, in_words
from readiness.store import Kind
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.data_tables import join_table, set_table, use_table
from readiness.ui.entry_list import add_form, looked_at, remove_button, save
from readiness.workspace.operating_entries import add_entry, remove_entry
from readiness.workspace.results import State, standing

SAID: dict[bool | None, str] = {True: "Yes", False: "No", None: "Not said"}
SET: Kind = "data_set"
USE: Kind = "ai_use"


def data_before_ai(assessment: str, now: State) -> None:
    """Draw the test, the uses and the sets, and the fields of those looked at."""
    rules = now.questionnaire.data_readiness
    st.write(state.plain(rules.basis))
    found = standing(workbench(), assessment, now).operating_model.data_readiness
    st.subheader("Do the records join?", anchor=False)
    if found is None or found.joins is None:
        st.html(html.paragraph(NO_TEST, ""))
    else:
        st.html(html.paragraph(in_words(found.joins), ""))
        st.html(join_table(found.joins))
    st.subheader("Data sets", anchor=False)
    if found is not None and found.sets:
        st.html(set_table(rules, found))
    add_set, add_use = (partial(add_entry, workbench(), assessment, kind) for kind in (SET, USE))
    add_form(SET, "Data set", "Deviations of the quality system", add_set)
    _one_set(assessment, now)
    st.subheader("Uses of AI", anchor=False)
    if found is not None and found.uses:
        st.html(use_table(rules, found))
    add_form(USE, "Use of AI", "The decision that an algorithm should support", add_use)
    _one_use(assessment, now)


def _one_set(assessment: str, now: State) -> None:
    one = looked_at(SET, "Look at the data set", now.assessment.operating.data_sets)
    if one is None:
        return
    rules = now.questionnaire.data_readiness
    texts = {origin.id: origin.text for origin in rules.origins}
    fields.choice(
        "Born in",
        {origin.id: origin.name for origin in rules.origins} | {None: "Not said"},
        one.origin,
        f"data_origin_{one.id}",
        save(assessment, SET, one.id, "origin"),
        texts.get(one.origin, "") if one.origin else "",
    )
    left, right = st.columns(2, gap="large")
    with left:
        keyed, stamped = (save(assessment, SET, one.id, f) for f in ("identified", "stamped"))
        what = "Every record bears the key of its batch or patient"
        fields.choice(what, SAID, one.identified, f"data_identified_{one.id}", keyed)
        what = "Every record bears the time at which it was made"
        fields.choice(what, SAID, one.stamped, f"data_stamped_{one.id}", stamped)
    with right:
        _counts(assessment, rules, one)
    remove_button(SET, one, partial(remove_entry, workbench(), assessment, SET))


def _counts(assessment: str, rules: DataReadinessRules, one: DataSet) -> None:
    """How complete it was found to be, the degree asked for, and the log that holds it."""
    most = 10_000_000
    checked, complete = (save(assessment, SET, one.id, f) for f in ("checked", "complete"))
    fields.count("Records checked", one.checked, f"data_checked_{one.id}", checked, most=most)
    label = "Of these without a gap"
    fields.count(label, one.complete, f"data_complete_{one.id}", complete, most=most)
    needed = None if one.needed is None else round(100 * one.needed)
    usual = f"Left open: {round(100 * rules.needed)} %."
    key = f"data_needed_{one.id}"
    set_needed = save(assessment, SET, one.id, "needed")
    fields.count(
        "Asked for, %",
        needed,
        key,
        lambda share: set_needed(None if share is None else Fraction(share, 100)),
        usual,
        least=1,
        most=100,
    )
    logs = {"": "None of them"} | {log.id: log.name for log in rules.join.logs}
    fields.pick(
        "Log of the join-rate test that holds it",
        list(logs),
        logs,
        one.log,
        f"data_log_{one.id}",
        save(assessment, SET, one.id, "log"),
    )


def _one_use(assessment: str, now: State) -> None:
    use = looked_at(USE, "Look at the use", now.assessment.operating.ai_uses)
    if use is None:
        return
    states = {one.id: one.name for one in now.questionnaire.data_readiness.states}
    to_state = save(assessment, USE, use.id, "state")
    fields.choice("State", states, use.state, f"use_state_{use.id}", to_state)
    _consumes(assessment, now, use)
    for field, label in (("decides", "Who owns the decision"), ("checks", "Who checks it")):
        role = "A role, never a name"
        key = f"use_{field}_{use.id}"
        stored = getattr(use, field)
        fields.line(label, stored, key, save(assessment, USE, use.id, field), hint=role)
    remove_button(USE, use, partial(remove_entry, workbench(), assessment, USE))


def _consumes(assessment: str, now: State, use: AiUse) -> None:
    names = {one.id: one.name for one in now.assessment.operating.data_sets}
    fields.several(
        "Data sets that it consumes",
        names,
        use.consumes,
        f"use_consumes_{use.id}",
        save(assessment, USE, use.id, "consumes"),
        "Choose those described above",
    )
