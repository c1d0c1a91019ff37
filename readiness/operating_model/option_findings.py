"""What the options kept open say to the capability of optionality; no level moves (domain 1.25)."""

from collections.abc import Iterator, Mapping
from datetime import date

from readiness.domain.open_options import OptionRules
from readiness.domain.operating_result import OptionResult, OptionsResult
from readiness.domain.result import CapabilityResult, Finding
from readiness.operating_model.concerned import Concerned

PAST, NO_TRIGGER, PAST_GATE = "option_past", "option_no_trigger", "option_past_gate"
OPEN, CLAIM = "option_open", "option_claim"


def option_findings(
    rules: OptionRules,
    found: OptionsResult | None,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """Open options past their date or gate, or without a trigger; open ends; claims."""
    if found is None:
        return
    concerned = Concerned.of(rules.capability, capabilities)
    options = [one for one in found.options if one.state == "open"]
    for one in options:
        for kind, text in _of_each(rules, one):
            yield concerned.warn(kind, f"{one.name}: {text}")
    for text in _open(rules, found, options):
        yield concerned.hint(OPEN, f"Options kept open: {text}")
    loose = sum(one.is_past or not one.has_trigger or one.decide_by is None for one in options)
    if loose:
        least, words = rules.claim_from, rules.findings.claim
        yield from concerned.against(CLAIM, least, words, loose=loose, count=len(options))
    if not any(gate.is_held and gate.reshaped for gate in found.gates):
        yield from concerned.against(CLAIM, rules.gate_claim_from, rules.findings.gate_claim)


def _of_each(rules: OptionRules, one: OptionResult) -> Iterator[tuple[str, str]]:
    says = rules.findings
    if one.is_past and one.decide_by:
        yield PAST, says.past.format(day=_day(one.decide_by))
    if not one.has_trigger:
        yield NO_TRIGGER, says.no_trigger
    if one.gate_held:
        names = {gate.id: gate.name for gate in rules.gates}
        gate = names.get(one.gate, one.gate)
        yield PAST_GATE, says.past_gate.format(gate=gate.lower(), day=_day(one.gate_held))


def _open(rules: OptionRules, found: OptionsResult, options: list[OptionResult]) -> Iterator[str]:
    says = rules.findings
    groups = (
        (says.no_date, [one.name for one in options if one.decide_by is None]),
        (says.no_cost, [one.name for one in options if one.cost is None]),
    )
    for text, names in groups:
        if names:
            yield text.format(names=", ".join(names))
    questions = {one.id: one.name for one in rules.questions}
    for gate in found.gates:
        if gate.is_held and gate.unasked:
            unasked = ", ".join(questions[id].lower() for id in gate.unasked)
            yield says.unasked.format(gate=gate.name.lower(), questions=unasked)


def _day(day: date) -> str:
    return f"{day:%d %b %Y}"
