"""Options kept open judged: past their date or gate, without a trigger, at what cost."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from readiness.domain.open_options import GateHeld, KeptOption, OptionRules
from readiness.domain.operating import Operating
from readiness.domain.operating_result import GateResult, OptionResult, OptionsResult


def judge_options(rules: OptionRules, said: Operating, as_of: date) -> OptionsResult | None:
    """Open options first, the next decision first; None where nothing was said.

    The day of the decision itself is not past. A gate was held if its day is not after ``as_of``.
    """
    if not said.options and not said.gates:
        return None
    held = {gate.id: gate for gate in said.gates}
    options = [_option(one, held, as_of) for one in said.options]
    costs = [one.cost for one in options if one.state == "open" and one.cost is not None]
    return OptionsResult(
        options=tuple(sorted(options, key=_order)),
        gates=tuple(
            _gate(rules, gate.id, gate.name, held.get(gate.id, GateHeld(id=gate.id)), as_of)
            for gate in rules.gates
        ),
        cost=sum(costs, Fraction(0)),
        open=sum(one.state == "open" for one in options),
        costed=len(costs),
    )


def _option(said: KeptOption, held: Mapping[str, GateHeld], as_of: date) -> OptionResult:
    is_open = said.state == "open"
    day = held[said.gate].held_on if said.gate in held else None
    return OptionResult(
        id=said.id,
        name=said.name,
        state=said.state,
        cost=said.cost,
        decide_by=said.decide_by,
        gate=said.gate,
        has_trigger=bool(said.trigger.strip()),
        is_past=is_open and said.decide_by is not None and said.decide_by < as_of,
        gate_held=day if is_open and day is not None and day <= as_of else None,
    )


def _gate(rules: OptionRules, id: str, name: str, said: GateHeld, as_of: date) -> GateResult:
    return GateResult(
        id=id,
        name=name,
        held_on=said.held_on,
        is_held=said.held_on is not None and said.held_on <= as_of,
        unasked=tuple(one.id for one in rules.questions if one.id not in said.asked),
        reshaped=said.reshaped,
    )


def _order(one: OptionResult) -> tuple[bool, bool, date]:
    return one.state != "open", one.decide_by is None, one.decide_by or date.max
