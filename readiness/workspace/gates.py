"""Stage gates entered: when each was held, what was asked, whether it reshaped a plan."""

from readiness.domain.open_options import GateHeld
from readiness.store import Saved
from readiness.workspace.session import Session


def set_gate(session: Session, assessment: str, gate: str, field: str, value: object) -> Saved:
    """Change one field of a gate. Raises InputRefused for a value that cannot be."""
    said = session.load(assessment).assessment.operating.gates
    known = next((one for one in said if one.id == gate), GateHeld(id=gate))
    changed = known.model_dump() | {field: value}
    return session.store.put(session.actor, assessment, "gate", gate, changed)
