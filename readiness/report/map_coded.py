"""A model map for other eyes: what was typed becomes *Contractor 1*, *Step 2*; no figure moves."""

from collections.abc import Iterator

from readiness.domain.assessment import Assessment
from readiness.domain.base import remade
from readiness.domain.map_rules import MapRules
from readiness.domain.operating import Operating
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.redaction import without_names
from readiness.domain.result import Finding, Result
from readiness.operating_model.map_findings import CLAIM, DIFFERS, LOOSE, map_findings
from readiness.operating_model.model_map import judge_map

NAMED = "named"
"""Stands where something was typed."""


def renamed(said: Operating, rules: MapRules) -> Operating:
    """Nodes by kind and number in place of their names, products by number."""
    return without_names(said, {kind.id: kind.name for kind in rules.nodes})


def unworded(said: Operating) -> Operating:
    """That something was typed, never what."""
    return remade(
        said,
        map_links=tuple(
            remade(
                link,
                carries="",
                process_version=NAMED if link.process_version else "",
                data_standard=NAMED if link.data_standard else "",
                identifier=NAMED if link.identifier else "",
                owner=NAMED if link.owner else "",
            )
            for link in said.map_links
        ),
        map_archetypes=tuple(remade(one, reason=NAMED) for one in said.map_archetypes),
        conductors=tuple(remade(one, role=NAMED) for one in said.conductors),
    )


def rejudged(result: Result, said: Assessment, questionnaire: Questionnaire) -> Result:
    """The result with what the map says told of the renamed nodes. ``said``: not yet unworded."""
    found = judge_map(said, questionnaire)
    if found is None:
        return result
    capabilities = {shown.id: shown for shown in result.capabilities}
    fresh: Iterator[Finding] = map_findings(found, said, questionnaire, capabilities)
    kinds = {DIFFERS, LOOSE, CLAIM}
    return remade(
        result,
        findings=tuple(next(fresh) if f.kind in kinds else f for f in result.findings),
        operating_model=remade(result.operating_model, model_map=found),
    )
