"""Operating model: who makes it, who knows it, and what early choices will cost (method 11, 12)."""

from readiness.ui import state
from readiness.ui.data_list import data_before_ai
from readiness.ui.first_step import first_step
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
    "Model map": first_step(
        "map_nodes",
        "Type at least two places, steps or things into the table; then their links.",
        model_map,
    ),
    "What stays with us": first_step(
        "retention",
        "Open a row: who holds it, which clause says so, when was it last proven?",
        retention,
    ),
    "Contract makers": first_step(
        "partners",
        "Add one that you use or consider; then its answers, failures and slots.",
        contract_makers,
    ),
    "QA oversight": oversight,
    "Where flows meet": first_step(
        "intersections",
        "Begin with the pair that worries you most: open it, answer its questions.",
        intersections,
    ),
    STOPWATCH: stopwatch,
    "Lock-in ledger": first_step(
        "choices",
        "Pick one, or name your own, and press Add; then what it touches.",
        lock_in,
    ),
    "Change ripple": first_step(
        "changes",
        "Name one that you plan, and press Add; then say which areas it touches.",
        ripple,
    ),
    "Options kept open": first_step(
        "options",
        "Name one that you keep, and press Add; then its cost, trigger and date.",
        options,
    ),
    "Scaling limits": first_step(
        "limits",
        "Give the demand, then open the dimension that you expect to break first.",
        limits,
    ),
    "Scale enablers": enablers,
    "Data before AI": first_step(
        "data_sets",
        "Add one that an algorithm would need; then the use that consumes it.",
        data_before_ai,
    ),
}


def under_way(here: State) -> str:
    """The part with a clock that runs, so that a window opened anew comes to it."""
    return STOPWATCH if running(here.assessment) else ""


parts_page("Operating model", PARTS, state.OPERATING_PART, under_way)
