"""Known ids, nothing twice."""

from readiness.domain.operating import Operating
from readiness.domain.ripple import ChangeArea
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


def test_worksheets_of_changes_name_known_areas_and_no_ring() -> None:
    one = operating().changes[0]

    def areas(*found: ChangeArea) -> list[str]:
        return said(changes=(one.model_copy(update={"areas": found}),))

    digital, regulatory = ChangeArea(area="digital"), ChangeArea(area="regulatory")
    assert areas(ChangeArea(area="digitl")) == ["there is no area digitl"]
    assert areas(digital, digital) == ["digital stands twice in bag"]
    ring = digital.model_copy(update={"after": ("transfer",)})
    assert areas(ring) == ["the areas of bag wait for each other: transfer, digital"]
    strange = regulatory.model_copy(update={"after": ("law",)})
    assert areas(strange)[0] == "there is no area law"


def test_tests_with_the_stopwatch_name_known_fields_codes_and_nobody() -> None:
    run, answer = operating().stopwatch[0], operating().stopwatch_answers[0]

    def told(**changed: object) -> list[str]:
        return said(stopwatch_answers=(answer.model_copy(update=changed),))

    assert told(field="wher") == ["there is no field wher"]
    assert told(run="w9") == ["there is no test w9"]
    assert told(n=3) == ["w1 answers for more codes than the 2 that it drew"]
    person = run.model_copy(update={"codes": ("Ada, born 3.4.1961", "B")})
    [text] = said(stopwatch=(person,))
    assert text == "A code of w1 looks as if it identified a person"
    assert "Ada" not in text
