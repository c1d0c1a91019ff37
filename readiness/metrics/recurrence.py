"""Recurrence, D3: what comes back (domain 4.2.1; 4.0, rule 9)."""

import pandas as pd

from readiness.domain.evidence import Observation
from readiness.domain.tables import ALIKE
from readiness.metrics.causes import (
    BY_PATIENT,
    has_cause,
    is_compared,
    is_patient,
    recurring,
)
from readiness.metrics.logs import Log
from readiness.metrics.observations import Shown, share_of_rows
from readiness.metrics.registry import Inputs, measures
from readiness.metrics.tables import is_blank
from readiness.metrics.window import months_before


@measures(
    *("D3", "deviations.discovered", f"deviations.cause|{ALIKE}", f"deviations.step|{ALIKE}"),
    takes=("batches",),
    log=Log("deviations", "discovered"),
)
def recurrence(inputs: Inputs) -> Observation:
    """Deviations with an earlier one of the same cause and step over those with a cause.

    The log before the window counts as earlier. In a log without steps a cause alone tells nothing
    of recurrence: only what was compared counts there. Records without a cause count where a person
    confirmed which of them are alike, and the figure says so. Immature, and then not scored, while
    the log reaches back less than the rule's six months.
    """
    log = inputs.frame("deviations")
    own = log[~is_patient(log)]
    batches = inputs.frame("batches") if inputs.has("batches", "started") else None
    again = recurring(own, batches, inputs.rules)
    seen = inputs.in_window("deviations", "discovered")
    caused, compared = has_cause(seen), is_compared(seen) & ~has_cause(seen)
    stepless = has_cause(log) & ("step" not in log)
    caused &= "step" in log
    trials = seen[(caused | compared) & ~is_patient(seen)]
    counted = trials[again.loc[trials.index]]
    beside, remark = _by_description(compared, counted, len(trials))
    beside["without a cause"] = float((~has_cause(seen) & ~compared).sum())
    beside[BY_PATIENT] = float(is_patient(seen).sum())
    left_out = inputs.left_out(
        "deviations",
        inputs.rest("deviations", trials),
        "no cause given",
        date="discovered",
        why={BY_PATIENT: is_patient(log), "no process step": stepless},
    )
    shown = Shown(left_out=left_out, beside=beside, not_scored=_immature(inputs), remark=remark)
    return share_of_rows(inputs, "deviations", counted, trials, "discovered", shown)


def _by_description(
    compared: "pd.Series[bool]", counted: pd.DataFrame, trials: int
) -> tuple[dict[str, float], str]:
    """The figures beside it and the remark, where descriptions stand in for causes."""
    number = int(compared.sum())
    if not number:
        return {}, ""
    again = float(compared[counted.index].sum())
    remark = f"{number} of {trials} have no cause: compared by description, as a person confirmed"
    return {"compared by description": float(number), "of these again": again}, remark


def _immature(inputs: Inputs) -> str | None:
    months = inputs.rules.immature_months
    first = inputs.frame("deviations")["discovered"].min()
    if not is_blank(first) and first.date() <= months_before(inputs.as_of, months):
        return None
    return f"immature: a recurrence needs {months} months of log to show"
