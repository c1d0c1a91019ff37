"""The model map judged: what it says of each flag and archetype, beside what people said."""

from collections.abc import Sequence

from readiness.domain.assessment import Assessment, HybridAnswers
from readiness.domain.map_result import FlagState, MapArchetype, MapFlag, MapResult
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Stage
from readiness.operating_model.map_archetypes import recognise
from readiness.operating_model.map_flags import derive
from readiness.operating_model.map_graph import Graph, graph_of


def judge_map(assessment: Assessment, questionnaire: Questionnaire) -> MapResult | None:
    """Every flag and archetype; None where nobody has drawn anything."""
    said = assessment.operating
    if not (said.map_nodes or said.conductors or said.map_archetypes):
        return None
    graph = graph_today(assessment, questionnaire)
    return MapResult(
        nodes=len(graph.nodes),
        links=len(said.map_links),
        makers=len(graph.makers),
        handovers=len(graph.handovers),
        has_conductor=bool(said.conductor),
        flags=_flags(graph, assessment, questionnaire),
        archetypes=_archetypes(graph, assessment, questionnaire),
    )


def graph_today(assessment: Assessment, questionnaire: Questionnaire) -> Graph:
    """The map as it holds in the stage of the profile."""
    stages: Sequence[Stage] = [stage.id for stage in questionnaire.stages]
    stage = assessment.profile.stage
    return graph_of(questionnaire.model_map, assessment.operating, stages, stage)


def _flags(
    graph: Graph, assessment: Assessment, questionnaire: Questionnaire
) -> tuple[MapFlag, ...]:
    conductor, parties = assessment.operating.conductor, assessment.profile.parties
    flags = []
    for flag in questionnaire.hybrid.flags:
        derived = derive(graph, conductor, parties, flag.id)
        typed = _typed(assessment.hybrid, flag.id)
        flags.append(
            MapFlag(
                id=flag.id,
                name=flag.name,
                state=_together(derived.state, typed),
                derived=derived.state,
                typed=typed,
                why=derived.why,
            )
        )
    return tuple(flags)


def _typed(said: HybridAnswers | None, flag: str) -> FlagState | None:
    if said is None:
        return None
    if flag in said.flags:
        return "raised"
    return "not known" if flag in said.not_known else "clear"


def _together(derived: FlagState, typed: FlagState | None) -> FlagState:
    """The map beside the people: who raises a flag is heard, and silence clears nothing."""
    said = {derived, typed}
    if "raised" in said:
        return "raised"
    return "clear" if "clear" in said else "not known"


def _archetypes(
    graph: Graph, assessment: Assessment, questionnaire: Questionnaire
) -> tuple[MapArchetype, ...]:
    decided = {one.id: one.holds for one in assessment.operating.map_archetypes}
    chosen = assessment.hybrid.archetypes if assessment.hybrid else ()
    found = []
    for archetype in questionnaire.hybrid.archetypes:
        why = recognise(graph, archetype.id)
        found.append(
            MapArchetype(
                id=archetype.id,
                name=archetype.name,
                shown=why is not None,
                why=why or "",
                decided=decided.get(archetype.id),
                chosen=archetype.id in chosen,
            )
        )
    return tuple(found)
