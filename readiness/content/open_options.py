"""The content of the options kept open: states are whole, gates and questions stand once."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import OPEN_OPTIONS
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import capability, once, sentences, whole
from readiness.domain.open_options import OptionState

FILLS: dict[str, set[str]] = {
    "past": {"day"},
    "no_trigger": set(),
    "past_gate": {"gate", "day"},
    "no_date": {"names"},
    "no_cost": {"names"},
    "unasked": {"gate", "questions"},
    "claim": {"claimed", "loose", "count"},
    "gate_claim": {"claimed"},
}


def open_options(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module; nothing while the file itself is broken."""
    rules = parts.open_options
    if rules is None:
        return
    yield from capability(OPEN_OPTIONS, parts, rules.capability)
    states = [one.id for one in rules.states]
    yield from whole(OPEN_OPTIONS, "states", states, get_args(OptionState))
    yield from once(OPEN_OPTIONS, "gates", "gate", [one.id for one in rules.gates])
    yield from once(OPEN_OPTIONS, "questions", "question", [one.id for one in rules.questions])
    yield from sentences(OPEN_OPTIONS, rules.findings, FILLS)
