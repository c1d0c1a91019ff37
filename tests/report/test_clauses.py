"""Clauses: now or later, by region, modality and stage."""

from readiness.domain.assessment import Profile
from readiness.domain.capability import Reference
from readiness.domain.questionnaire import Questionnaire
from readiness.report.clauses import clauses, is_printed

PART_211 = Reference(text="21 CFR 211.22(a)", region="US", applies_from="phase_2")
IND = Reference(text="21 CFR 312.23", region="US", applies_until="pivotal", mark="V")
PART_IV = Reference(text="EU GMP Part IV", region="EU", note="by analogy")
IDENTITY = Reference(text="ISBT 128", modalities=("autologous",))


def profile(**changed: object) -> Profile:
    given = {"organisation": "X", "modality": "autologous", "stage": "phase_1"} | changed
    return Profile.model_validate(given)


def test_a_phase_1_team_reads_part_211_as_coming(content: Questionnaire) -> None:
    words = clauses((PART_211, IND), profile(regions=["US"]), content)
    assert words == "Applies now: 21 CFR 312.23 [V]\nWill apply at Phase 2: 21 CFR 211.22(a) [M]"


def test_later_it_applies_and_what_has_ended_is_not_printed(content: Questionnaire) -> None:
    words = clauses((PART_211, IND), profile(stage="launch"), content)
    assert words == "Applies now: 21 CFR 211.22(a) [M]"


def test_only_the_regions_of_the_profile(content: Questionnaire) -> None:
    maker = profile(regions=["EU"])
    assert clauses((PART_211, PART_IV), maker, content) == (
        "Applies now: EU GMP Part IV (by analogy) [M]"
    )
    assert is_printed(PART_211, profile(), content), "without regions all are printed"
    assert clauses((PART_211,), maker, content) == ""


def test_only_the_modalities_of_the_clause(content: Questionnaire) -> None:
    assert is_printed(IDENTITY, profile(), content)
    assert not is_printed(IDENTITY, profile(modality="in_vivo"), content)


def test_no_clause_of_licensed_products_binds_in_phase_1(content: Questionnaire) -> None:
    """Domain 0.2: a Part 211 section means *will apply next*, not *violated now*."""
    for capability in content.capabilities.values():
        words = clauses(capability.references, profile(regions=["US"]), content)
        now = next((n for n in words.split("\n") if n.startswith("Applies now")), "")
        assert "21 CFR 211." not in now, capability.id
