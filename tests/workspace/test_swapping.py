"""Every part of a round belongs to one cause, and the last swap arrives at the later round."""

import random

import pytest

from readiness.domain.assessment import NOT_JUDGED, Assessment
from readiness.domain.evidence import Evidence
from readiness.domain.two_rounds import CAUSES
from readiness.workspace.swapping import FIELDS, Round, on_the_way
from tests.made import questionnaire, random_assessment, said
from tests.rounds import one, tally

NAMES = {"format", "id", "title", "questionnaire"}
"""What an assessment is called: no figure is made of it."""


def test_every_field_of_an_assessment_has_a_cause() -> None:
    swapped = {name for names in FIELDS.values() for name in names}
    assert swapped | NAMES | NOT_JUDGED == set(Assessment.model_fields)
    assert not swapped & (NAMES | NOT_JUDGED)
    assert tuple(FIELDS) == CAUSES


@pytest.mark.parametrize("seed", range(10))
def test_the_last_swap_arrives(seed: int) -> None:
    old, new = (random_assessment(random.Random(one)) for one in (seed, seed + 100))
    content = questionnaire()
    states = list(on_the_way(Round(old, content, Evidence()), Round(new, content, Evidence())))
    _, last = states[-1]
    for names in FIELDS.values():
        for name in names:
            assert getattr(last.assessment, name) == getattr(new, name), name


def test_nothing_is_swapped_between_equal_rounds() -> None:
    assert list(on_the_way(one(**tally(3)), one(**tally(3)))) == []


def test_who_answered_before_keeps_the_basis_until_it_is_the_basis_turn() -> None:
    before = one(said("OPM-1", 1, basis="document", proof="SOP-7"))
    after = one(
        said("OPM-1", 4, basis="record", proof="log"), said("OPM-1", 3, "r2", basis="record")
    )
    answers, basis = [state.assessment.responses for _, state in on_the_way(before, after)]
    assert [(r.level, r.basis, r.proof) for r in answers] == [
        (4, "document", "SOP-7"),
        (3, "record", ""),
    ]
    assert basis == after.assessment.responses


def test_a_consensus_keeps_its_basis_likewise() -> None:
    agreed = {"capability": "OPM-1", "reason": "seen", "by": "assessor", "on": "2026-11-20"}
    before = one(consensus=[agreed | {"level": 2, "basis": "statement"}])
    after = one(consensus=[agreed | {"level": 3, "basis": "record"}])
    states = [
        (cause, state.assessment.consensus[0].level, state.assessment.consensus[0].basis)
        for cause, state in on_the_way(before, after)
    ]
    assert states == [("answers", 3, "statement"), ("basis", 3, "record")]
