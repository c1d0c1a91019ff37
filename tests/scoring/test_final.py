"""The table of method 4, and the two other readings of method 5."""

from typing import Any

import pytest

from readiness.domain.measurement import Measurement
from readiness.scoring.claims import Claim, Voice
from readiness.scoring.final import Judged, final_level, judge_capability, not_applicable
from tests.made import questionnaire

CONTENT = questionnaire()
NAMED = "QMS-1"  # names D1, D2, D7 and D9
BARE = "OPM-1"  # names no metric


@pytest.mark.parametrize(
    ("evidenced", "records", "named", "level", "rule"),
    [
        (4, 2, 4, 3, "min(evidenced, records + 1)"),
        (3, 3, 4, 3, "min(evidenced, records + 1)"),
        (2, 5, 4, 2, "min(evidenced, records + 1)"),
        (5, 5, 4, 5, "min(evidenced, records + 1)"),
        (5, None, 4, 3, "min(evidenced, 3): records missing"),
        (2, None, 4, 2, "min(evidenced, 3): records missing"),
        (5, None, 0, 5, "evidenced"),
        (None, 4, 4, 4, "records"),
        (None, None, 4, None, "unknown"),
        (None, None, 0, None, "unknown"),
    ],
)
def test_the_table(evidenced: Any, records: Any, named: int, level: Any, rule: str) -> None:
    assert final_level(evidenced, records, named, CONTENT.records) == (level, rule)


def claim(level: Any, backing: Any, **more: Any) -> Claim:
    """One answer, which is its own lowest and highest."""
    proof = more.pop("proof", None)
    whole = {"low": (level, backing, proof), "high": level, "source": "answers"} | more
    return Claim(level=level, backing=backing, proof=proof, **whole)


def measured(id: str, level: Any, low: Any = None, high: Any = None) -> Measurement:
    """A usable measurement."""
    ends = {"level_low": low or level, "level_high": high or level}
    return Measurement(metric=id, level=level, usable=True, **ends)


def judged(said: Claim, *usable: Measurement, capability: str = NAMED) -> Judged:
    """A capability weighed."""
    metrics = CONTENT.metrics_of[capability]
    content = CONTENT.capabilities[capability]
    return judge_capability(content, "QMS", said, metrics, usable, len(usable), CONTENT.records)


def test_records_back_what_is_said() -> None:
    """Told 4, backing 2; D1 and D2 at 4 are half of four metrics: records 4.

    Backing max(2, 4) = 4, evidenced min(4, 4) = 4, final min(4, 4 + 1) = 4.
    """
    found = judged(claim(4, 2), measured("D1", 4), measured("D2", 4)).shown
    assert (found.backing, found.evidenced, found.records, found.final) == (4, 4, 4, 4)
    assert found.proof == 4


def test_records_only_are_their_own_backing() -> None:
    found = judged(Claim(reason="not answered"), measured("D1", 2)).shown
    assert (found.claimed, found.backing, found.records, found.final) == (None, 2, 2, 2)
    assert found.reason == ""


def test_records_missing_is_counted() -> None:
    found = judged(claim(5, 5, proof=5)).shown
    assert (found.final, found.records_missing, found.metrics_not_supplied) == (3, True, 4)
    assert not judged(claim(5, 5, proof=5), capability=BARE).shown.records_missing


def test_nothing_known_says_why() -> None:
    found = judged(Claim(reason="not answered"))
    assert (found.shown.final, found.shown.reason) == (None, "not answered")
    # Unknown stands at 1 without proof and at 5 with it (method 5, Bounds).
    assert (found.low.level, found.low.proof) == (1, None)
    assert (found.high.level, found.high.proof) == (5, 5)
    assert (found.shown.low, found.shown.high) == (1, 5)
    assert not found.on_paper


def test_bounds_from_disagreement_and_noise() -> None:
    """Answers 2 told and 5 on a record (claimed 2, backing 5); D1 at 3 from 2 to 4, D2 at 3.

    Score: records 3 (lower median of 3, 3; two of four), evidenced min(2, 5) = 2, final 2.
    Low: level 2 with its backing 2, records at their low ends 2 and 3: 2; backing max(2, 2) = 2;
    min(2, 2 + 1) = 2; proof only of the records: 2.
    High: level 5, whole backing 5, records at their high ends 4 and 3: 3; min(5, 3 + 1) = 4.
    """
    said = Claim(level=2, backing=5, proof=5, low=(2, 2, None), high=5, source="answers")
    found = judged(said, measured("D1", 3, 2, 4), measured("D2", 3))
    assert (found.shown.low, found.shown.final, found.shown.high) == (2, 2, 4)
    assert (found.low.proof, found.high.proof) == (2, 5)


def test_single_source_is_one_voice_and_no_metric() -> None:
    voice = Voice("r1", "QA", "lead", 3, "document", 3)
    alone = claim(3, 3, proof=3, voices=(voice,))
    assert judged(alone).shown.single_source
    assert not judged(alone, measured("D1", 3)).shown.single_source
    assert not judged(claim(3, 3, voices=(voice, voice))).shown.single_source


def test_on_paper_by_proof_or_by_a_metric() -> None:
    assert not judged(claim(2, 2)).on_paper
    assert judged(claim(2, 2, proof=2)).on_paper
    assert judged(claim(2, 2), measured("D1", 1)).on_paper


def test_what_does_not_apply_has_no_level_and_keeps_its_answers() -> None:
    metrics = CONTENT.metrics_of["CTL-5"]
    content = CONTENT.capabilities["CTL-5"]
    found = not_applicable(content, "CTL", Claim(), "not asked of this profile", metrics)
    assert (found.applicable, found.final, found.low, found.high) == (False, None, None, None)
    assert found.reason == "not asked of this profile"
