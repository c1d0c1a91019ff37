"""The content of the options kept open: states are whole, gates and questions stand once."""

from collections.abc import Iterator
from typing import get_args

from readiness.content.files import OPEN_OPTIONS
from readiness.content.parts import Complaint, Parts
from readiness.content.shared_checks import usual
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
    if parts.open_options is not None:
        single = {"gates": "gate", "questions": "question"}
        full = {"states": get_args(OptionState)}
        yield from usual(OPEN_OPTIONS, parts, parts.open_options, FILLS, single=single, full=full)
