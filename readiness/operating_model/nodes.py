"""The places that make a product, as the profile and the map say together (domain 1.22)."""

from readiness.domain.assessment import Assessment, Profile
from readiness.domain.base import remade
from readiness.domain.questionnaire import Questionnaire
from readiness.operating_model.model_map import graph_today


def counted(assessment: Assessment, questionnaire: Questionnaire) -> Profile:
    """The profile with what the map shows beyond it: more makers, or a point of care.

    Whoever names more places is heard; a map that shows fewer takes none away.
    """
    profile, graph = assessment.profile, graph_today(assessment, questionnaire)
    at_care = any(node.kind == "point_of_care" for node in graph.nodes)
    return remade(
        profile,
        parties=max(profile.parties or 0, len(graph.makers)) or None,
        point_of_care=profile.point_of_care or at_care,
    )
