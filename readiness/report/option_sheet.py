"""Options kept open: the register, the next decision first, then the gates."""

from collections.abc import Iterator

from readiness.domain.open_options import OptionRules
from readiness.domain.operating_result import OptionResult, OptionsResult
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import OPTIONS, Value
from readiness.report.list_columns import OPTIONS as COLUMNS
from readiness.report.listed_sheet import write_listed

PAST = "past"


def write_options(book: Book, facts: Facts) -> Page:
    """Write the sheet. Raises AssertionError where nothing was said."""
    found, rules = facts.result.operating_model.options, facts.questionnaire.open_options
    assert found is not None
    typed = {one.id: one.trigger for one in facts.assessment.operating.options}
    rows = [*_options(rules, found, typed), *_gates(rules, found)]
    says = f"{rules.remark} Cost of keeping an option in {rules.unit}."
    return write_listed(book, OPTIONS, COLUMNS, says, rows, ("state", PAST))


def _options(
    rules: OptionRules, found: OptionsResult, typed: dict[str, str]
) -> Iterator[dict[str, Value]]:
    gates = {gate.id: gate.name for gate in rules.gates}
    for one in found.options:
        yield {
            "what": "Option",
            "name": one.name,
            "state": _state(rules, one),
            "cost": one.cost,
            "trigger": typed.get(one.id, ""),
            "day": one.decide_by,
            "gate": gates.get(one.gate, ""),
        }


def _gates(rules: OptionRules, found: OptionsResult) -> Iterator[dict[str, Value]]:
    questions = {one.id: one.name for one in rules.questions}
    reshaped = {True: "It stopped or reshaped a plan.", False: "It changed no plan.", None: ""}
    for gate in found.gates:
        if gate.held_on is None:
            continue
        unasked = ", ".join(questions[id] for id in gate.unasked)
        said = f"Not asked: {unasked}. " if unasked else ""
        yield {
            "what": "Gate",
            "name": gate.name,
            "state": "held" if gate.is_held else "planned",
            "trigger": f"{said}{reshaped[gate.reshaped]}".strip(),
            "day": gate.held_on,
        }


def _state(rules: OptionRules, one: OptionResult) -> str:
    states = {name.id: name.name.lower() for name in rules.states}
    return PAST if one.is_past or one.gate_held else states[one.state]
