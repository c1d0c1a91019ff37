"""What a model map must keep to beyond its types: ends that are there, steps run by places."""

from collections.abc import Iterator

from readiness.domain.errors import Problem
from readiness.domain.operating import Operating
from readiness.domain.questionnaire import Questionnaire
from readiness.workspace.refusals import nearest


def map_problems(said: Operating, questionnaire: Questionnaire, file: str) -> Iterator[Problem]:
    """Every problem; ``file``: where it is said to be."""
    kinds, rules = {node.id: node.kind for node in said.map_nodes}, questionnaire.model_map
    stages = [stage.id for stage in questionnaire.stages]
    for link in said.map_links:
        unknown = [end for end in (link.source, link.target) if end not in kinds]
        for end in unknown:
            yield Problem(file, f"there is no node {end}", advice=nearest(end, list(kinds)))
        if unknown:
            continue
        if link.source == link.target:
            advice = "Say where it leads"
            yield Problem(file, f"{link.id} leads back to where it begins", advice=advice)
        elif link.kind == "runs" and not (
            kinds[link.source] in rules.places and kinds[link.target] == "step"
        ):
            text = f"{link.id}: only a place runs, and only a step is run"
            yield Problem(file, text, advice="Turn it round, or choose material or data")
        if link.since and link.until and stages.index(link.since) > stages.index(link.until):
            yield Problem(file, f"{link.id} ends before it begins", advice="Swap the stages")
    archetypes = [archetype.id for archetype in questionnaire.hybrid.archetypes]
    for one in said.map_archetypes:
        if one.id not in archetypes:
            advice = nearest(one.id, archetypes)
            yield Problem(file, f"there is no archetype {one.id}", advice=advice)
