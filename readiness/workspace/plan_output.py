"""A plan as a file, by the ending of its name (formats, *readiness plan*)."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from readiness.domain.errors import InputRefused, Problem
from readiness.domain.planned import RoadmapPlan, ScenarioOutcome
from readiness.report.plan_files import plan_calendar, plan_csv
from readiness.report.plan_workbook import plan_workbook
from readiness.workspace.plan_words import outside, quality
from readiness.workspace.scenario_words import comparison_table

ENDINGS = (".xlsx", ".csv", ".ics")


def plan_file(
    plan: RoadmapPlan,
    ending: str,
    title: str,
    as_of: date,
    outcomes: Sequence[ScenarioOutcome] = (),
) -> bytes:
    """The bytes of the file; a workbook holds the scenarios that were compared, too.

    Raises InputRefused for an ending that there is not.
    """
    if ending == ".csv":
        return plan_csv(plan)
    if ending == ".ics":
        return plan_calendar(plan, title, as_of)
    if ending == ".xlsx":
        said = " ".join(part for part in (f"{quality(plan)}.", outside(plan)) if part)
        return plan_workbook(plan, title, said, comparison_table(outcomes))
    raise InputRefused([Problem(ending or "(no ending)", f"Name it {', '.join(ENDINGS)}")])


def check_ending(out: Path) -> None:
    """Before anything is computed. Raises InputRefused."""
    if out.suffix not in ENDINGS:
        advice = f"End its name in {', '.join(ENDINGS)}"
        raise InputRefused([Problem(out.name, "This kind of file is not written", advice=advice)])
