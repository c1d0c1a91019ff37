"""The words that every other type is made of."""

from typing import get_args

from readiness.domain.scale import Level, Modality, Stage
from tests.made import questionnaire


def test_content_and_types_know_the_same_levels_stages_and_modalities() -> None:
    content = questionnaire()
    assert tuple(level.level for level in content.scale) == get_args(Level)
    assert tuple(stage.id for stage in content.stages) == get_args(Stage)
    assert tuple(modality.id for modality in content.modalities) == get_args(Modality)


def test_every_profile_has_a_target_for_every_stage_and_never_falls() -> None:
    for profile in questionnaire().profiles:
        targets = [profile.targets[stage.id] for stage in questionnaire().stages]
        assert targets == sorted(targets)
