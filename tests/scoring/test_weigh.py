"""Every capability weighed: what is asked, what stays outside, what raises nothing but findings."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.assessment import Assessment
from readiness.domain.evidence import Evidence
from readiness.domain.measurement import Measurement
from readiness.scoring.measurements import judge_all
from readiness.scoring.weigh import Weighed, weigh
from tests.made import assessment, assessments, people, questionnaire, said

AGREED = {"level": "not_applicable", "reason": "x", "by": "a", "on": "2026-11-20"}


def weighed(**given: Any) -> Weighed:
    """Answers alone, weighed."""
    return _weighed(assessment(respondents=people("QA", "MFG"), **given))


def _weighed(case: Assessment) -> Weighed:
    measured, _ = judge_all(case, questionnaire(), Evidence())
    return weigh(case, questionnaire(), measured)


def test_what_the_content_switches_off_is_shown_and_not_scored() -> None:
    """CTL-5 is for autologous makers: answers are kept, nothing is asked, nothing complained of."""
    answers = [said("CTL-5", 4, "r1"), said("CTL-5", "not_applicable", "r2", reason="no slots")]
    found = weighed(profile={"modality": "allogeneic"}, responses=answers)
    shown = found.capabilities["CTL-5"]
    assert (shown.applicable, shown.final, len(shown.answers)) == (False, None, 2)
    assert shown.reason == "the content does not ask this for the profile"
    assert "CTL-5" not in found.asked
    assert not [f for f in found.findings if f.capability == "CTL-5"]


def test_not_applicable_by_answers_leaves_the_denominator() -> None:
    found = weighed(responses=[said("OPM-1", "not_applicable", reason="x")])
    assert found.capabilities["OPM-1"].reason == "not applicable by answers"
    assert len(found.asked) == 49
    assert not [f for f in found.findings if f.capability == "OPM-1"]


def test_not_applicable_that_the_profile_contradicts_is_a_finding() -> None:
    """One site and two parties: one contractor, so MAT-5 applies, whoever says otherwise."""
    answered = weighed(responses=[said("MAT-5", "not_applicable", reason="x")])
    agreed = weighed(consensus=[{"capability": "MAT-5"} | AGREED])
    for found in (answered, agreed):
        kinds = [f.kind for f in found.findings if f.capability == "MAT-5"]
        assert kinds == ["not_applicable_contradicted"]
    elsewhere = weighed(responses=[said("OPM-1", "not_applicable", reason="x")])
    assert not elsewhere.findings


def test_short_form_asks_its_list_only() -> None:
    content = questionnaire()
    answers = [said(c, 3, basis="document") for c in content.capabilities]
    found = weighed(form="short", responses=answers)
    assert set(found.asked) == content.short_capabilities
    outside = found.capabilities["OPM-1"]
    assert (outside.in_form, outside.reason) == (False, "outside the form")
    assert not [f for f in found.findings if f.capability not in content.short_capabilities]
    # What does not apply keeps its own reason, whatever the form.
    gone = weighed(form="short", profile={"modality": "allogeneic"}).capabilities["CTL-5"]
    assert (gone.in_form, gone.reason) == (False, "the content does not ask this for the profile")


def test_readings_of_what_is_not_known() -> None:
    found = weighed(responses=[said("OPM-1", 4, basis="document")])
    assert (found.counted["OPM-1"], found.counted["OPM-2"]) == (4, 1)
    assert (found.low["OPM-2"], found.high["OPM-2"]) == (1, 5)
    proof = {reading: found.proof(reading) for reading in ("score", "low", "high")}
    assert [proof[r]["OPM-1"] for r in proof] == [4, 4, 4]
    assert [proof[r]["OPM-2"] for r in proof] == [0, 0, 5]
    assert len(found.known) == 1
    assert len(found.unknown) == 49


def test_gates_on_paper() -> None:
    """On a document, on a statement, by a usable metric alone (D4 feeds QMS-2 and QMS-4)."""
    found = weighed(
        responses=[
            said("OPM-3", 3, basis="document"),
            said("PRC-1", 3, basis="statement"),
            said("OPM-1", 3, basis="document"),  # no gate
        ],
        window={"from": "2025-11-22", "to": "2026-11-22", "batches": 12},
        measurements=[{"metric": "D4", "events": 42, "trials": 76}],
    )
    assert found.gates_on_paper == 3
    assert len(found.gates) == 25


def test_a_metric_that_was_supplied_and_does_not_count_is_not_missing() -> None:
    """QMS-1 names D1, D2, D7, D9; D1 over four batches is shown, not scored."""
    found = weighed(
        responses=[said("QMS-1", 3, basis="document")],
        window={"from": "2025-11-22", "to": "2026-11-22", "batches": 4},
        measurements=[{"metric": "D1", "events": 30, "exposure": 4}],
    ).capabilities["QMS-1"]
    assert (found.records, found.records_missing, found.metrics_not_supplied) == (None, True, 3)


def raised(found: Measurement) -> Measurement:
    """The same measurement one level up, its ends with it."""
    up: dict[str, Any] = {
        end: min(5, level + 1)
        for end in ("level", "level_low", "level_high")
        if (level := getattr(found, end)) is not None
    }
    return found.model_copy(update=up)


@given(assessments, st.randoms(use_true_random=False))
def test_raising_a_usable_metric_lowers_nothing(case: Assessment, rng: random.Random) -> None:
    """Method 5, *Properties that hold*."""
    content = questionnaire()
    measured, _ = judge_all(case, content, Evidence())
    usable = sorted(id for id, m in measured.items() if m.usable)
    if not usable:
        return
    better = dict(measured)
    chosen = rng.choice(usable)
    better[chosen] = raised(measured[chosen])
    before, after = weigh(case, content, measured), weigh(case, content, better)
    for reading in ("counted", "low", "high"):
        old, new = getattr(before, reading), getattr(after, reading)
        assert all(new[id] >= level for id, level in old.items())
    for reading in ("score", "low", "high"):
        old, new = before.proof(reading), after.proof(reading)
        assert all(new[id] >= level for id, level in old.items())
