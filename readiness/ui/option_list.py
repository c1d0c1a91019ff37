"""Options kept open: what each costs, its trigger and date, and the gates where they close."""

from functools import partial

import streamlit as st

from readiness.domain.open_options import GateHeld, KeptOption, Named
from readiness.domain.operating_result import OptionResult, OptionsResult
from readiness.report.numerals import short
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.entry_list import add_form, looked_at, remove_button, save
from readiness.ui.folded import folded
from readiness.ui.html import Html
from readiness.workspace.gates import set_gate
from readiness.workspace.operating_entries import add_entry, remove_entry
from readiness.workspace.results import State, standing

HEAD = ("Option kept open", "State", "Cost", "Trigger", "Decide by", "Gate")
SAID: dict[bool | None, str] = {True: "Yes", False: "No", None: "Not said"}


def options(assessment: str, now: State) -> None:
    """Draw the register, the fields of the option looked at, and the gates."""
    rules = now.questionnaire.open_options
    st.write(
        "Decisions that are kept open on purpose: what keeping each costs, what would trigger it, "
        f"and by when it closes. {state.plain(rules.remark)}"
    )
    found = standing(workbench(), assessment, now).operating_model.options
    if found is not None and found.options:
        st.html(table(found, now))
        st.html(html.paragraph(in_words(found, rules.unit), ""))
    hint = "A second site, a frozen start, another reagent"
    add_form("option", "Option", hint, partial(add_entry, workbench(), assessment, "option"))
    _one(assessment, now)
    st.subheader("Gates", anchor=False)
    known = {gate.id: gate for gate in now.assessment.operating.gates}
    for gate in rules.gates:
        _gate(assessment, now, gate, known.get(gate.id, GateHeld(id=gate.id)))


def in_words(found: OptionsResult, unit: str) -> str:
    """How many are open, and what keeping them costs, as far as anybody reckoned it."""
    past = sum(one.is_past for one in found.options)
    said = f"{found.open} open, {past} past the decision date. Keeping them costs "
    said += f"{short(found.cost)} {unit}, reckoned for {found.costed} of {found.open}."
    return said


def table(found: OptionsResult, now: State) -> Html:
    """A row an option, the next decision first."""
    rules = now.questionnaire.open_options
    states = {one.id: one.name for one in rules.states}
    gates = {gate.id: gate.name for gate in rules.gates}
    rows = [
        [
            html.bold(one.name),
            html.text(states[one.state]),
            html.number("not known" if one.cost is None else short(one.cost)),
            html.text("✓ written down" if one.has_trigger else "✗ none"),
            html.text(_day(one)),
            html.text(gates.get(one.gate, "none") + (" ✗ held" if one.gate_held else "")),
        ]
        for one in found.options
    ]
    return html.table(HEAD, rows, caption=f"Options, the next decision first; cost in {rules.unit}")


def _day(one: OptionResult) -> str:
    if one.decide_by is None:
        return "no date"
    return f"{one.decide_by:%d %b %Y}" + (" ✗ past" if one.is_past else "")


def _one(assessment: str, now: State) -> None:
    one = looked_at("option", "Look at the option", now.assessment.operating.options)
    if one is None:
        return
    rules = now.questionnaire.open_options
    to = {field: save(assessment, "option", one.id, field) for field in KeptOption.model_fields}
    states = {name.id: name.name for name in rules.states}
    fields.choice("State", states, one.state, f"option_state_{one.id}", to["state"])
    left, right = st.columns([2, 1], gap="large")
    with left:
        hint = "The event or figure at which you would use it"
        fields.line("Trigger", one.trigger, f"option_trigger_{one.id}", to["trigger"], hint=hint)
        gates = {"": "No gate"} | {gate.id: gate.name for gate in rules.gates}
        label = "Closed at the latest at"
        key = f"option_gate_{one.id}"
        fields.pick(label, list(gates), gates, one.gate, key, to["gate"])
    with right:
        cost = None if one.cost is None else round(one.cost)
        label = f"Cost of keeping it, {rules.unit}"
        fields.count(label, cost, f"option_cost_{one.id}", to["cost"], most=1_000_000)
        fields.day("Decide by", one.decide_by, f"option_day_{one.id}", to["decide_by"])
    remove_button("option", one, partial(remove_entry, workbench(), assessment, "option"))


def _gate(assessment: str, now: State, gate: Named, said: GateHeld) -> None:
    told = "not held" if said.held_on is None else f"held {said.held_on:%d %b %Y}"
    opened = folded(f"{gate.name}: {told}", f"gate_{gate.id}")
    if opened is None:
        return
    names = {one.id: one.name for one in now.questionnaire.open_options.questions}
    with opened:
        left, right = st.columns([1, 2], gap="large")
        with left:
            held = _save(assessment, gate.id, "held_on")
            fields.day("Held on", said.held_on, f"gate_held_{gate.id}", held)
        with right:
            fields.several(
                "Asked there",
                names,
                said.asked,
                f"gate_asked_{gate.id}",
                _save(assessment, gate.id, "asked"),
                "Choose the questions that were asked",
            )
        label = "It stopped or reshaped a plan"
        reshaped = _save(assessment, gate.id, "reshaped")
        fields.choice(label, SAID, said.reshaped, f"gate_reshaped_{gate.id}", reshaped)


def _save(assessment: str, gate: str, field: str) -> fields.Save:
    return lambda value: set_gate(workbench(), assessment, gate, field, value)
