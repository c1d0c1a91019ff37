"""Operating model: who makes it, who knows it, and what early choices will cost (method 11, 12)."""

from readiness.ui import state
from readiness.ui.band import band, chosen
from readiness.ui.fields import title_with_undo, trouble
from readiness.ui.intersection_list import intersections
from readiness.ui.lock_in_list import lock_in
from readiness.ui.partner_list import contract_makers
from readiness.ui.retention_list import retention
from readiness.ui.ripple_list import ripple
from readiness.ui.switch import switch

PARTS = {
    "Contract makers": contract_makers,
    "Lock-in ledger": lock_in,
    "What stays with us": retention,
    "Where flows meet": intersections,
    "Change ripple": ripple,
}


def draw() -> None:
    """The page; only the chosen part is drawn."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    title_with_undo("Operating model", assessment)
    part = switch("Part", list(PARTS), state.OPERATING_PART)
    trouble()
    PARTS[part](assessment, here)


draw()
