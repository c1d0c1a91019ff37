"""Profile and people: everything beside the answers that decides the verdict (screens 1)."""

from readiness.ui import state
from readiness.ui.parts_page import parts_page
from readiness.ui.profile_events import drills_held, incidents
from readiness.ui.profile_fields import profile_fields
from readiness.ui.profile_parties import parties
from readiness.ui.profile_people import people

PARTS = {
    "Profile": profile_fields,
    "People": people,
    "Incidents": incidents,
    "Drills held": drills_held,
    "Parties": parties,
}

parts_page("Profile and people", PARTS, state.PROFILE_PART)
