"""A report reduced to what one partner shares with the sponsor, before anything is drawn.

The reduced facts hold the party's capabilities, the metrics that inform them and nothing else; the
ranks run over these alone. Source: the report's views (issue of the gap report).
"""

import re
from dataclasses import replace
from typing import Any

from readiness.domain.assessment import Assessment
from readiness.domain.base import remade
from readiness.domain.capability import Capability, Dimension
from readiness.domain.gaps import Gap
from readiness.domain.metric import Metric
from readiness.domain.operating import Operating
from readiness.domain.operating_result import OperatingResult
from readiness.domain.planning import Plan
from readiness.domain.questionnaire import Party, Questionnaire
from readiness.domain.result import Finding, Result
from readiness.report.facts import Facts

ID = re.compile(r"\b[A-Z]{3}-\d+\b|\b[A-Z]\d+\b")
"""What looks like the id of a capability or of a metric in a sentence."""
OF_OTHERS = frozenset(
    {"partner_red_flag", "partner_check", "above_scorecard", "lock_in_passed", "lock_in_debt"}
    | {"retention_vendor_only", "retention_open", "retention_claim"}
    | {"option_past", "option_no_trigger", "option_past_gate", "option_open", "option_claim"}
    | {"limit_below", "limit_contradicted", "limit_open", "limit_claim"}
    | {"data_not_ready", "data_open", "data_contradicted", "data_join", "data_claim"}
    | {"intersection_weak", "intersection_open", "intersection_claim"}
    | {"oversight_missing", "oversight_open", "oversight_claim"}
    | {"map_differs", "map_open", "map_claim"}
    | {"ripple_open", "ripple_late", "ripple_over", "ripple_claim", "ripple_loop"}
)
"""Findings of what is thought of contract makers, or with words that the sponsor typed."""


def concerning(facts: Facts, party: Party) -> Facts:
    """Only what concerns the party; drills, verdict, index and roadmap stay the sponsor's own."""
    own = frozenset(party.capabilities) - {facts.questionnaire.priority.critical_fail_capability}
    content = _content(facts.questionnaire, own)
    metrics = frozenset(m.id for m in content.metrics)
    return replace(
        facts,
        questionnaire=content,
        assessment=_assessment(facts.assessment, own, metrics),
        result=_result(facts, own, metrics),
        party=party,
    )


def _content(content: Questionnaire, own: frozenset[str]) -> Questionnaire:
    dimensions = (_dimension(d, own) for d in content.dimensions)
    metrics = (_metric(m, own) for m in content.metrics)
    return remade(
        content,
        dimensions=tuple(d for d in dimensions if d),
        metrics=tuple(m for m in metrics if m),
    )


def _dimension(dimension: Dimension, own: frozenset[str]) -> Dimension | None:
    kept = tuple(_capability(c, own) for c in dimension.capabilities if c.id in own)
    return dimension.model_copy(update={"capabilities": kept}) if kept else None


def _capability(capability: Capability, own: frozenset[str]) -> Capability:
    before = tuple(id for id in capability.prerequisites if id in own)
    return capability.model_copy(update={"prerequisites": before})


def _metric(metric: Metric, own: frozenset[str]) -> Metric | None:
    informs = tuple(id for id in metric.capabilities if id in own)
    return metric.model_copy(update={"capabilities": informs}) if informs else None


def _assessment(said: Assessment, own: frozenset[str], metrics: frozenset[str]) -> Assessment:
    changed: dict[str, Any] = {
        **{
            name: tuple(entry for entry in getattr(said, name) if entry.capability in own)
            for name in ("responses", "consensus", "overrides")
        },
        **{
            name: tuple(entry for entry in getattr(said, name) if entry.metric in metrics)
            for name in ("measurements", "detection", "carried")
        },
        "tracking": tuple(t for t in said.tracking if ":" in t.item or t.item in own),
        "drills": (),
        "hybrid": None,
        "operating": Operating(),
        "plan": Plan(),
    }
    return remade(said, **changed)


def _result(facts: Facts, own: frozenset[str], metrics: frozenset[str]) -> Result:
    result = facts.result
    kept = tuple(m for m in result.measurements if m.metric in metrics)
    files = {row.file for m in kept for row in m.rows}
    foreign = {*facts.questionnaire.capabilities, *facts.questionnaire.metric_by_id}
    foreign -= own | metrics
    return result.model_copy(
        update={
            "measurements": kept,
            "findings": tuple(f for f in result.findings if _concerns(f, own, metrics, foreign)),
            "gaps": result.gaps.model_copy(
                update={
                    "next_stage": _ranked(result.gaps.next_stage, own),
                    "launch": _ranked(result.gaps.launch, own),
                }
            ),
            "roadmap": (),
            "drills": (),
            "operating_model": OperatingResult(),
            "not_assessed": tuple(id for id in result.not_assessed if id in own),
            "files": tuple(file for file in result.files if file.name in files),
            "exclusions": tuple(left for left in result.exclusions if left.file in files),
        }
    )


def _ranked(gaps: tuple[Gap, ...], own: frozenset[str]) -> tuple[Gap, ...]:
    """The party's gaps in their order, ranked among themselves; robustness was of the whole."""
    unsaid = {"in_first_5": None, "in_first_10": None, "robust": None}
    mine = [gap for gap in gaps if gap.capability in own]
    return tuple(g.model_copy(update={"rank": n, **unsaid}) for n, g in enumerate(mine, start=1))


def _concerns(
    finding: Finding, own: frozenset[str], metrics: frozenset[str], foreign: set[str]
) -> bool:
    """About the party's capabilities or metrics, and naming no other."""
    about = finding.capability in own or (finding.capability is None and finding.metric in metrics)
    return about and finding.kind not in OF_OTHERS and not foreign & set(ID.findall(finding.text))
