"""What is counted: figures of the definitions that the scoring relies on (method 3, domain 4.2)."""

import pytest

from tests.made import questionnaire

METRICS = questionnaire().metric_by_id


def marked(name: str) -> set[str]:
    """The metrics for which this holds."""
    return {id for id, metric in METRICS.items() if getattr(metric, name)}


def test_thirty_three_in_four_streams() -> None:
    assert len(METRICS) == 33
    assert [s.id for s in questionnaire().streams] == [
        "deviations",
        "batch_records",
        "scheduling",
        "heroics",
    ]


def test_cut_points_fall_from_worse_to_better() -> None:
    for metric in METRICS.values():
        worse_first = sorted(metric.cuts, reverse=metric.direction == "high")
        assert list(metric.cuts) == worse_first


def test_silence() -> None:
    """Counts without an event, shares that show none of what they look for, D1 under 0.3."""
    counts = {"D1", "D2", "B1", "B4", "B8", "S8", "H1", "H5", "H6", "H7"}
    assert marked("count_metric") == counts
    silent = {id: int(m.silent_value) for id, m in METRICS.items() if m.silent_value is not None}
    assert silent == {"B3": 0, "D8": 0, "D6": 100}
    assert marked("under_reporting") == {"D1"}


def test_special_rules() -> None:
    assert marked("typed_level") == {"B5", "S5", "S6", "S7", "H3"}
    special = {(m.id, int(r.value), r.level) for m in METRICS.values() for r in m.special}
    assert special == {("B5", 100, 4), ("S5", 0, 3), ("H3", 0, 4)}


def test_who_needs_five_batches() -> None:
    """Streams D, B and H, and S8; S1 to S7 and H3 are censuses."""
    without = {id for id, metric in METRICS.items() if not metric.batches_needed}
    assert without == {"S1", "S2", "S3", "S4", "S5", "S6", "S7", "H3"}


@pytest.mark.parametrize("id", ["B6", "B7", "D7", "H4", "H8"])
def test_medians_and_indices_need_five_values(id: str) -> None:
    assert METRICS[id].minimum_n == 5


def test_concentration_needs_fifteen_and_is_typed_as_counts() -> None:
    assert METRICS["H2"].minimum_n == 15
    assert marked("typed_as_counts") == {"H2"}
    assert METRICS["B7"].cut_factor == {"allogeneic": 3, "in_vivo": 3}


def test_streams_of_the_front_page() -> None:
    """Domain 4.6."""
    indices = {s.index: set(s.index_metrics) for s in questionnaire().streams}
    assert indices == {
        "process_instability": {"D1", "D2", "D3", "D6", "B1", "B2", "B3"},
        "documentation_burden": {"B4", "B5", "B6", "B7", "B8", "D7", "D8"},
        "spreadsheet_exposure": {f"S{n}" for n in range(1, 9)},
        "heroics": {f"H{n}" for n in range(1, 9)},
    }
