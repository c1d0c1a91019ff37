"""Gaps and roadmap items in the result's JSON (formats, *Result*)."""

from typing import get_args

from readiness.domain.gaps import Band, Gap, RoadmapItem
from tests.made import questionnaire


def test_a_gap_has_the_keys_of_the_format() -> None:
    keys = (
        "rank capability final target gap severity priority band act_now reasons wave in_first_5 "
        "in_first_10 mean_rank robust rank_low rank_high in_first_5_ordered in_first_10_ordered "
        "mean_rank_ordered robust_ordered rank_low_ordered rank_high_ordered"
    )
    assert set(keys.split()) <= set(Gap.model_fields)


def test_a_roadmap_item_has_the_keys_of_the_format() -> None:
    assert {"order", "capability", "wave", "inherited_from"} <= set(RoadmapItem.model_fields)


def test_content_names_every_band() -> None:
    assert set(questionnaire().priority.band_names.values()) == set(get_args(Band))
