"""The command ``plan``: the roadmap of a folder, told, as JSON, or written to a file."""

from collections.abc import Iterator
from pathlib import Path

from readiness.cli.speaking import refuse, tell
from readiness.domain.errors import ReadinessError


def plan_folder(folder: Path, out: Path | None, *, json: bool, scenarios: bool) -> Iterator[str]:
    """The lines to say; ``out`` is written before the first. Ends the command on a refusal."""
    from readiness.workspace.folders import open_folder
    from readiness.workspace.plan_output import check_ending, plan_file
    from readiness.workspace.plan_words import plan_lines
    from readiness.workspace.planning import Case, plan_roadmap
    from readiness.workspace.scenario_words import comparison_json, comparison_lines
    from readiness.workspace.scenarios import compare

    try:
        if out is not None:
            check_ending(out)
        opened = open_folder(folder, tell)
        said = opened.assessment
        case = Case(said, opened.questionnaire, opened.evidence, opened.result)
        tell("Planning")
        plan = plan_roadmap(case)
        if scenarios:
            tell(f"Comparing {len(case.plan.scenarios)} scenarios with it")
        outcomes = compare(case, case.plan.scenarios) if scenarios else ()
    except ReadinessError as error:
        refuse(error)
    if out is not None:
        out.write_bytes(plan_file(plan, out.suffix, said.title, said.as_of, outcomes))
        tell(f"Wrote {out}")
    if json:
        yield comparison_json(plan, outcomes) if scenarios else plan.model_dump_json(indent=2)
        return
    yield from plan_lines(plan)
    yield from comparison_lines(case.plan.scenarios, outcomes)
