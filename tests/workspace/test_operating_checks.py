"""Known ids, nothing twice."""

from readiness.domain.operating import Operating
from readiness.workspace.operating_checks import operating_problems
from tests.made import questionnaire
from tests.store.samples import operating


def said(**changed) -> list[str]:
    whole = Operating(**dict(operating()) | changed)
    return [problem.message for problem in operating_problems(whole, questionnaire())]


def test_the_sample_has_no_problem() -> None:
    assert said() == []


def test_what_belongs_to_nobody_is_refused() -> None:
    assert said(partners=()) == ["there is no contract maker vector"] * 3


def test_nothing_stands_twice() -> None:
    rows = operating().partner_slots
    assert said(partner_slots=rows * 2) == ["2026-03 of V1 of vector stands here twice"]


def test_reactions_and_questions_are_known() -> None:
    one = operating().partner_answers[0]
    wrong = one.model_copy(update={"reaction": "shrugged"})
    assert said(partner_answers=(wrong,)) == ["there is no reaction shrugged"]
    wrong = one.model_copy(update={"question": "SP-9"})
    assert said(partner_answers=(wrong,)) == ["there is no question SP-9"]


def test_pairs_of_flows_are_known_and_stand_once() -> None:
    one = operating().intersections[0]
    wrong = one.model_copy(update={"id": "slots-clinics"})
    assert said(intersections=(wrong,)) == ["there is no pair slots-clinics"]
    assert said(intersections=(one, one)) == ["slots-materials stands here twice"]


def test_ends_of_links_and_archetypes_are_known() -> None:
    link = operating().map_links[0]
    wrong = link.model_copy(update={"target": "owm"})
    assert said(map_links=(wrong,)) == ["there is no node owm"]
    one = operating().map_archetypes[0].model_copy(update={"id": "process"})
    assert said(map_archetypes=(one,)) == ["there is no archetype process"]
    assert said(map_nodes=operating().map_nodes * 2)[0] == "own stands here twice"
