"""Scenarios in words: what each changes, and what comes of it beside the others."""

import json
from collections.abc import Iterator, Sequence
from typing import get_args

from readiness.domain.planned import RoadmapPlan, ScenarioOutcome, Standing
from readiness.domain.planning import Scenario
from readiness.domain.scale import Rating
from readiness.workspace.plan_words import DAYS, quality

Row = tuple[str, ...]


def changes_of(scenario: Scenario) -> str:
    """*QA +2.5 days a week from 1 March 2027; without DOC-3; the pivotal 13 weeks later*."""
    said = [
        f"{a.function} {float(a.weeks * DAYS):+g} days a week from {a.from_:%d %b %Y}"
        for a in scenario.added
    ]
    if scenario.skip:
        said.append(f"without {', '.join(scenario.skip)}")
    if scenario.pivotal_weeks:
        way = "later" if scenario.pivotal_weeks > 0 else "earlier"
        said.append(f"the pivotal {abs(scenario.pivotal_weeks)} weeks {way}")
    if scenario.weights:
        weights = [scenario.weights[rating] for rating in get_args(Rating)]
        shares = " · ".join(f"{float(100 * w / sum(weights)):.0f}" for w in weights)
        said.append(f"weights {shares}")
    return "; ".join(said)


def comparison(outcomes: Sequence[ScenarioOutcome]) -> list[Row]:
    """A row a figure: its name, then the figure of each outcome in turn."""
    rows: list[Row] = [
        ("How good the plan is", *(quality(o.plan) for o in outcomes)),
        ("Gaps left open", *(str(o.open_gaps) for o in outcomes)),
        ("Priority left open", *(f"{float(o.open_priority):.1f}" for o in outcomes)),
        ("Priority weeks", *(f"{float(o.priority_weeks):,.0f}" for o in outcomes)),
        ("Last action ends after week", *(str(o.last_week) for o in outcomes)),
        ("At the end", *(_standing(o.at_end) for o in outcomes)),
    ]
    if any(o.at_pivotal for o in outcomes):
        rows.append(("At the pivotal start", *(_standing(o.at_pivotal) for o in outcomes)))
        late = (", ".join(r.id for r in o.plan.reopened) or "none" for o in outcomes)
        rows.append(("Reopens comparability", *late))
    rows.append(("Starts first", *(", ".join(o.first) for o in outcomes)))
    outside = (", ".join(left.id for left in o.plan.outside) or "none" for o in outcomes)
    rows.append(("Outside the horizon", *outside))
    return rows


def comparison_table(outcomes: Sequence[ScenarioOutcome]) -> list[Row]:
    """The comparison with its headings as first row; empty where nothing was compared."""
    if not outcomes:
        return []
    return [("", *(o.name for o in outcomes)), *comparison(outcomes)]


def comes_of(outcome: ScenarioOutcome) -> Iterator[str]:
    """What starts first and what is left out, in words."""
    if outcome.first:
        yield f"starts first: {', '.join(outcome.first)}"
    if outcome.plan.outside:
        yield f"outside the horizon: {', '.join(left.id for left in outcome.plan.outside)}"
    if outcome.at_pivotal:
        yield f"at the pivotal start: {_standing(outcome.at_pivotal)}"
    if outcome.plan.reopened:
        yield f"reopens comparability: {', '.join(r.id for r in outcome.plan.reopened)}"


def _standing(standing: Standing | None) -> str:
    if standing is None:
        return "not in the plan"
    index = "" if standing.index is None else f", index {float(standing.index):.2f}"
    gaps = f"{standing.open_gaps} gap{'' if standing.open_gaps == 1 else 's'} open"
    return f"level {standing.level}{index}, {gaps}"


def comparison_lines(
    scenarios: Sequence[Scenario], outcomes: Sequence[ScenarioOutcome]
) -> Iterator[str]:
    """For reading: what each scenario changes, then a block a figure."""
    if not outcomes:
        return
    yield "Scenarios:"
    for scenario in scenarios:
        yield f"  {scenario.id}: {changes_of(scenario)}"
    for name, *figures in comparison(outcomes):
        yield f"{name}:"
        for outcome, figure in zip(outcomes, figures, strict=True):
            yield f"  {outcome.name}: {figure}"


def comparison_json(plan: RoadmapPlan, outcomes: Sequence[ScenarioOutcome]) -> str:
    """The plan as without scenarios, with ``scenarios`` beside its keys."""
    whole = plan.model_dump(mode="json")
    whole["scenarios"] = [outcome.model_dump(mode="json") for outcome in outcomes]
    return json.dumps(whole, indent=2)
