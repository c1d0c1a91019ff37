"""Which capabilities a profile switches on (method 2; domain 3.4)."""

from typing import Any

import pytest

from readiness.domain.assessment import Profile
from readiness.domain.capability import OnlyIf
from readiness.scoring.applicability import any_holds, applies, holds, surely_applies
from tests.made import questionnaire


def profile(**changed: Any) -> Profile:
    """An autologous maker with one site and one contractor."""
    whole = {
        "organisation": "x",
        "modality": "autologous",
        "stage": "phase_1",
        "sites": 1,
        "parties": 2,
    }
    return Profile.model_validate(whole | changed)


def on(**changed: Any) -> set[str]:
    """The capabilities that apply."""
    return {c.id for c in questionnaire().capabilities.values() if applies(c, profile(**changed))}


def test_everything_applies_to_an_autologous_maker_with_a_contractor() -> None:
    assert len(on()) == 50


def test_modality_switches_off() -> None:
    """Domain 3.4: CTL-5 for autologous only; PRC-3, QMS-3, ANR-4, COI-1, 3 and 4 not in vivo."""
    everything = on()
    assert everything - on(modality="allogeneic") == {"CTL-5"}
    gone = {"CTL-5", "PRC-3", "QMS-3", "ANR-4", "COI-1", "COI-3", "COI-4"}
    assert everything - on(modality="in_vivo") == gone


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({"sites": 2, "parties": 2}, False),  # no contractor: parties less sites is 0
        ({"sites": 1, "parties": 2}, True),
        ({"contractors": 0}, False),
        ({"contractors": 1, "parties": 1}, True),
        ({"parties": None}, True),  # not known keeps it in
        ({"sites": None}, True),
    ],
)
def test_oversight_of_contractors_from_one_on(given: dict[str, Any], asked: bool) -> None:
    assert ("MAT-5" in on(**given)) is asked


def test_vector_supply_needs_gene_modification_except_in_vivo() -> None:
    assert "MAT-3" in on()
    assert "MAT-3" not in on(gene_modified=False)
    assert "MAT-3" not in on(gene_modified=False, modality="allogeneic")
    assert "MAT-3" in on(gene_modified=False, modality="in_vivo")


def test_only_a_condition_that_is_met_makes_it_sure() -> None:
    content = questionnaire().capabilities
    assert surely_applies(content["MAT-5"], profile())
    assert not surely_applies(content["MAT-5"], profile(parties=None))
    assert not surely_applies(content["MAT-5"], profile(contractors=0))
    assert surely_applies(content["MAT-3"], profile(gene_modified=False, modality="in_vivo"))
    # Without a condition of its own the profile contradicts nobody.
    assert not surely_applies(content["OPM-1"], profile())


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"parties": 3}, True),
        ({"parties": 2}, False),
        ({"parties": None}, None),
        ({"parties": None, "point_of_care": True}, True),
        ({"parties": 2, "point_of_care": True}, True),
    ],
)
def test_one_of_several_conditions_is_enough(given: dict[str, Any], found: bool | None) -> None:
    assert any_holds(questionnaire().oversight.asked_if, profile(**given)) is found
    uk = OnlyIf(field="regions", includes="UK")
    assert [holds(uk, profile(regions=r)) for r in (("UK",), ("US",), ())] == [True, False, None]
