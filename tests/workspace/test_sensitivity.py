"""Cut points moved by hand and by the function give the same."""

from fractions import Fraction

from readiness.domain.assessment import Assessment, TypedMeasurement, Window
from readiness.domain.evidence import Evidence
from readiness.workspace.sensitivity import cut_sensitivity, moved_cut
from tests.made import questionnaire
from tests.report.organisations import AS_OF, organisation


def said(events: int) -> Assessment:
    """One tally alone: interventions per batch over 20 batches."""
    return organisation(
        questionnaire(),
        1,
        responses=(),
        consensus=(),
        carried=(),
        drills=(),
        detection=(),
        overrides=(),
        measurements=(TypedMeasurement(metric="H1", events=events, exposure=Fraction(20)),),
        window=Window.model_validate(
            {"from": AS_OF.replace(year=2025), "to": AS_OF, "batches": 20}
        ),
    )


def test_a_share_stays_one_that_can_be_reached() -> None:
    assert moved_cut(Fraction(95), Fraction(6, 5), "%") == 100, "114 % is nobody's share"
    assert moved_cut(Fraction(95), Fraction(4, 5), "%") == 76
    assert moved_cut(Fraction(8), Fraction(6, 5), "per batch") == Fraction(48, 5)


def test_a_figure_just_past_a_cut_point_changes_its_level_with_it() -> None:
    """H1, cut points 4, 2, 0.8, 0.2: 42 / 20 = 2.1 is over 2, so level 2; 2 * 1.2 = 2.4 lets it
    pass as level 3; with 2 * 0.8 = 1.6 and 4 * 0.8 = 3.2 it stays at 2. PPL-1 rests on H1 alone,
    fewer than half of its metrics, at most 3: its level is that of H1, and so is the index.
    """
    found = cut_sensitivity(said(42), questionnaire(), Evidence())
    index = {(o.stream, o.factor): o.index for o in found.moved}
    lower, higher = Fraction(4, 5), Fraction(6, 5)
    assert found.base.index == 2
    assert (index[None, lower], index[None, higher]) == (2, 3)
    assert (index["heroics", lower], index["heroics", higher]) == (2, 3)
    assert (index["scheduling", lower], index["scheduling", higher]) == (2, 2)
    assert len(found.moved) == 2 * (1 + len(questionnaire().streams))


def test_all_together_alone_is_what_the_page_needs() -> None:
    found = cut_sensitivity(said(42), questionnaire(), Evidence(), by_stream=False)
    assert [(o.stream, o.factor) for o in found.moved] == [
        (None, Fraction(4, 5)),
        (None, Fraction(6, 5)),
    ]
