"""Profile and people: everything beside the answers that decides the verdict (screens 1)."""

from readiness.ui import state
from readiness.ui.band import band, chosen
from readiness.ui.fields import title_with_undo, trouble
from readiness.ui.profile_events import drills_held, incidents
from readiness.ui.profile_fields import profile_fields
from readiness.ui.profile_parties import parties
from readiness.ui.profile_people import people
from readiness.ui.switch import switch

PARTS = {
    "Profile": profile_fields,
    "People": people,
    "Incidents": incidents,
    "Drills held": drills_held,
    "Parties": parties,
}


def draw() -> None:
    """The page; only the chosen part is drawn."""
    now = chosen()
    if now is None:
        return
    assessment, here = now
    band(here)
    title_with_undo("Profile and people", assessment)
    part = switch("Part", list(PARTS), state.PROFILE_PART)
    trouble()
    PARTS[part](assessment, here)


draw()
