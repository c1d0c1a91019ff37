"""What the options kept open say to the capability of optionality; no level moves (domain 1.25)."""

from collections.abc import Iterator, Mapping
from datetime import date

from readiness.domain.open_options import OptionRules
from readiness.domain.operating_result import OptionResult, OptionsResult
from readiness.domain.result import CapabilityResult, Finding

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
    shown = capabilities.get(rules.capability)
    named = rules.capability if shown and shown.applicable and shown.in_form else None
    options = [one for one in found.options if one.state == "open"]
    for one in options:
        for kind, text in _of_each(rules, one):
            yield Finding(kind=kind, capability=named, text=f"{one.name}: {text}.")
    for text in _open(rules, found, options):
        said = f"Options kept open: {text}."
        yield Finding(kind=OPEN, capability=named, text=said, severity="hint")
    claimed = shown.claimed if shown and named else None
    for text in _claims(rules, found, options, claimed or 0):
        yield Finding(kind=CLAIM, capability=named, text=f"{named}: {text}.")


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


def _claims(
    rules: OptionRules, found: OptionsResult, options: list[OptionResult], claimed: int
) -> Iterator[str]:
    loose = sum(one.is_past or not one.has_trigger or one.decide_by is None for one in options)
    if loose and claimed >= rules.claim_from:
        yield rules.findings.claim.format(claimed=claimed, loose=loose, count=len(options))
    if claimed >= rules.gate_claim_from and not any(
        gate.is_held and gate.reshaped for gate in found.gates
    ):
        yield rules.findings.gate_claim.format(claimed=claimed)


def _day(day: date) -> str:
    return f"{day:%d %b %Y}"
