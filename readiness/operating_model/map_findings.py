"""What a model map has to say: contradictions, open ends, and a claim against it (domain 1.13)."""

from collections.abc import Iterator, Mapping

from readiness.domain.assessment import Assessment
from readiness.domain.map_result import MapResult
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Finding
from readiness.operating_model.concerned import Concerned
from readiness.operating_model.map_graph import Graph
from readiness.operating_model.model_map import graph_today

DIFFERS, LOOSE, CLAIM = "map_differs", "map_open", "map_claim"
SAID = {"raised": "raised", "clear": "not raised"}


def map_findings(
    found: MapResult | None,
    assessment: Assessment,
    questionnaire: Questionnaire,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """Where map and people differ, what is loose, and a claim that the flags contradict."""
    if found is None:
        return
    rules = questionnaire.model_map
    concerned = Concerned.of(rules.capability, capabilities)
    for text in _differences(found, assessment, questionnaire):
        yield concerned.warn(DIFFERS, f"Model map: {text}")
    graph = graph_today(assessment, questionnaire)
    for text in _loose(found, graph):
        yield concerned.hint(LOOSE, f"Model map: {text}")
    against = [flag for flag in found.flags if flag.state != "clear"]
    limits = [s.flags_fewer_than for s in questionnaire.verdict.steps if s.flags_fewer_than]
    if limits and len(against) >= min(limits):
        words, of = rules.findings.claim, len(found.flags)
        yield from concerned.against(CLAIM, rules.claim_from, words, count=len(against), of=of)


def _differences(
    found: MapResult, assessment: Assessment, questionnaire: Questionnaire
) -> Iterator[str]:
    says, parties = questionnaire.model_map.findings, assessment.profile.parties
    for flag in found.flags:
        if flag.differs and flag.typed is not None:
            yield says.differs.format(
                flag=f"{flag.id} {flag.name.lower()}",
                derived=SAID[flag.derived],
                typed=SAID[flag.typed],
                why=flag.why,
            )
    if found.nodes and parties is not None and found.makers != parties:
        yield says.makers.format(makers=found.makers, parties=parties)
    for one in found.archetypes:
        name = one.name.lower()
        if one.chosen and one.decided is False:
            yield says.refused.format(archetype=name)
        elif one.holds and not one.shown:
            yield says.not_shown.format(archetype=name)
    role = assessment.operating.conductor
    owners = [r.chain_owner for r in assessment.respondents if r.chain_owner.strip()]
    others = [one for one in owners if one.strip().casefold() != role.strip().casefold()]
    if role and others:
        yield says.other_conductor.format(count=len(others), of=len(owners))


def _loose(found: MapResult, graph: Graph) -> Iterator[str]:
    says = graph.rules.findings
    if not found.has_conductor:
        yield says.no_conductor
    asked = [link for link in graph.handovers if link.connection]
    groups = (
        (says.no_owner, graph.labels(k for k in asked if not k.owner.strip())),
        (says.no_escalation, graph.labels(k for k in asked if k.escalation_hours is None)),
        (says.not_asked, graph.labels(k for k in graph.handovers if not k.connection)),
        (says.alone, graph.names(node.id for node in graph.alone)),
    )
    for text, where in groups:
        if where:
            yield text.format(where=where)
    for one in found.archetypes:
        if one.shown and one.decided is None:
            yield says.recognised.format(archetype=one.name.lower(), why=one.why)
