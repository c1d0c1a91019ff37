"""Operating model: who makes it, who knows it, and what early choices will cost (method 11, 12)."""

from readiness.ui import state
from readiness.ui.data_list import data_before_ai
from readiness.ui.intersection_list import intersections
from readiness.ui.lens_list import enablers
from readiness.ui.limit_list import limits
from readiness.ui.lock_in_list import lock_in
from readiness.ui.map_part import model_map
from readiness.ui.option_list import options
from readiness.ui.oversight_list import oversight
from readiness.ui.partner_list import contract_makers
from readiness.ui.parts_page import parts_page
from readiness.ui.retention_list import retention
from readiness.ui.ripple_list import ripple
from readiness.ui.stopwatch_list import stopwatch
from readiness.workspace.results import State
from readiness.workspace.stopwatch import running

STOPWATCH = "Visibility stopwatch"
# The operating model before any vendor (domain 1.1), then how it holds together, what early choices
# cost, and what it takes to grow.
PARTS = {
    "Model map": model_map,
    "What stays with us": retention,
    "Contract makers": contract_makers,
    "QA oversight": oversight,
    "Where flows meet": intersections,
    STOPWATCH: stopwatch,
    "Lock-in ledger": lock_in,
    "Change ripple": ripple,
    "Options kept open": options,
    "Scaling limits": limits,
    "Scale enablers": enablers,
    "Data before AI": data_before_ai,
}


def under_way(here: State) -> str:
    """The part with a clock that runs, so that a window opened anew comes to it."""
    return STOPWATCH if running(here.assessment) else ""


parts_page("Operating model", PARTS, state.OPERATING_PART, under_way)
