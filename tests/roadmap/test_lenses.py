"""Lenses and legs by hand: what is needed, what is missing, and no level moved."""

from fractions import Fraction

from readiness.domain.lenses import LensesResult, LensItemResult
from readiness.engine import assess
from readiness.roadmap.lenses import ahead
from tests.made import assessment, people, questionnaire, said

CONTENT = questionnaire()


def judged(levels: dict[str, int], **profile: object) -> LensesResult:
    """These levels, seen on records by one person; what has metrics passes 3 nowhere."""
    made = assessment(
        profile=profile,
        respondents=people("QA"),
        responses=[said(c, level, basis="record") for c, level in levels.items()],
    )
    return assess(made, CONTENT, robustness=False).lenses


def item(found: LensesResult, lens: str, id: str) -> LensItemResult:
    return next(one for one in getattr(found, lens).items if one.id == id)


def test_day_one_is_set_against_today() -> None:
    """Phase 1 needs 3 of COI (profile S). Levels 3, 2 and unknown: mean (3 + 2) / 2 = 2.5."""
    found = item(judged({"COI-1": 3, "COI-2": 2}), "day_one", "identity")
    assert found.score == Fraction(5, 2)
    assert [(c.id, c.final, c.needed, c.missing) for c in found.capabilities] == [
        ("COI-1", 3, 3, 0),
        ("COI-2", 2, 3, 1),
        ("COI-3", None, 3, None),
    ]
    assert (found.met, found.is_met) == (1, False)


def test_scaling_is_set_against_launch_and_beyond_it_against_scale() -> None:
    """OPM-5 is profile N: 4 at launch, 4 at scale; CTL-4 is G: 4 at launch, 5 at scale."""
    early = judged({"OPM-5": 2, "CTL-4": 2})
    assert early.enablers.stage == "launch"
    [one] = item(early, "enablers", "capacity").capabilities
    assert (one.needed, one.missing) == (4, 2)
    late = judged({"CTL-4": 2}, stage="launch")
    [one] = item(late, "enablers", "capacity").capabilities
    assert (late.enablers.stage, one.needed, one.missing) == ("scale", 5, 3)
    assert [ahead(CONTENT, s.id) for s in CONTENT.stages] == ["launch"] * 3 + ["scale"] * 2


def test_no_young_company_is_told_that_level_5_is_missing() -> None:
    found = judged({}, stage="phase_1")
    asked = [
        c for lens in ("day_one", "cannot_wait", "enablers") for c in getattr(found, lens).items
    ]
    assert max(c.needed for one in asked for c in one.capabilities) == 4


def test_what_does_not_apply_is_not_missing() -> None:
    """In vivo: patient-specific identity falls away, custody stays."""
    found = item(judged({}, modality="in_vivo"), "day_one", "identity")
    assert [c.id for c in found.capabilities] == ["COI-2"]


def test_a_target_set_by_the_assessor_counts_ahead_and_not_today() -> None:
    override = {"rating": "target", "value": 2, "reason": "one site", "by": "a"}
    made = assessment(
        overrides=[override | {"capability": c, "on": "2026-11-20"} for c in ("CTL-4", "QMS-5")]
    )
    found = assess(made, CONTENT, robustness=False).lenses
    assert item(found, "enablers", "capacity").capabilities[0].needed == 2
    assert item(found, "day_one", "oversight").capabilities[0].needed == CONTENT.target(
        "QMS-5", "phase_1"
    )


def test_a_leg_is_the_mean_of_its_dimensions_scores() -> None:
    """PRC (4 + 2) / 2 = 3, ANR 2: (3 + 2) / 2 = 2.5. DIG alone of its leg: 1. No QMS: not known.

    1.5 below the highest is said; 0.5 is where saying begins.
    """
    found = judged({"PRC-3": 4, "PRC-5": 2, "ANR-1": 2, "DIG-2": 1})
    legs = {leg.id: leg for leg in found.legs}
    assert [leg.score for leg in found.legs] == [Fraction(5, 2), 1, None]
    assert legs["process"].dimensions == {"PRC": 3, "ANR": 2}
    assert legs["process"].text == ""
    assert legs["data"].text.startswith(
        "Data and control tower stands at 1.00, 1.50 below Process and analytics:"
    )


def test_legs_that_stand_close_are_not_told_apart() -> None:
    found = judged({"PRC-5": 3, "DIG-2": 3, "PPL-5": 3, "PPL-3": 3, "OPM-1": 3})
    assert [leg.text for leg in found.legs] == ["", "", ""]
    assert [leg.score for leg in found.legs] == [3, 3, 3]
