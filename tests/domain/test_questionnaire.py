"""The questionnaire's lookups: targets, stages, references, the short form (method 5 to 7)."""

import pytest

from readiness.domain.capability import Reference
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Stage
from tests.made import questionnaire


def test_lookups_keep_content_order() -> None:
    content = questionnaire()
    assert list(content.capabilities)[:2] == ["OPM-1", "OPM-2"]
    assert list(content.capabilities)[-1] == "PPL-5"
    assert [m.id for m in content.metrics_of["CTL-1"]] == ["S1", "S3", "S5", "S6", "S7", "S8"]
    assert content.metrics_of["OPM-1"] == ()


def test_targets_by_profile_and_stage() -> None:
    content = questionnaire()
    assert [content.target("COI-1", s.id) for s in content.stages] == [3, 3, 4, 4, 5]  # S
    assert [content.target("PRC-6", s.id) for s in content.stages] == [1, 1, 2, 3, 4]  # X


def test_short_form_is_the_gates_and_what_its_metrics_inform() -> None:
    """25 gates; of the others the sixteen metrics inform PRC-2, DOC-2, DOC-4 and PPL-2."""
    content = questionnaire()
    assert len(content.short_form.metrics) == 16
    others = {c for c in content.short_capabilities if not content.capabilities[c].gate}
    assert others == {"PRC-2", "DOC-2", "DOC-4", "PPL-2"}
    assert len(content.short_capabilities) == 29


@pytest.mark.parametrize(
    ("stage", "says"),
    [("phase_1", "later"), ("phase_2", "now"), ("pivotal", "now"), ("launch", "past")],
)
def test_when_a_clause_speaks(stage: Stage, says: str) -> None:
    clause = Reference(text="x", applies_from="phase_2", applies_until="pivotal")
    assert questionnaire().speaks(clause, stage) == says


def test_words_of_the_modality() -> None:
    content = questionnaire()
    assert content.words("autologous")["slots"] == "slots"
    assert content.words("in_vivo")["batch"] == "vector lot"
    assert content.stage_name("phase_1") == "Phase 1"


def test_it_reads_back_from_json() -> None:
    content = questionnaire()
    assert Questionnaire.model_validate_json(content.model_dump_json()) == content
