"""Typed figures: whole counts, one window, never beside the records that measure the same."""

from datetime import date
from pathlib import Path

import pytest

from readiness.domain.assessment import Window
from readiness.domain.errors import InputRefused
from readiness.workspace import tallies
from readiness.workspace.measuring import evidence_of
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import result, state
from tests.made import questionnaire
from tests.workspace.northgate import BATCHES, DEVIATIONS, confirmed, with_example, with_new

WINDOW = Window.model_validate({"from": "2025-11-22", "to": "2026-11-22", "batches": 12})
CONTENT = questionnaire()


@pytest.mark.parametrize(
    ("metric", "parts"),
    [
        ("D1", ["events", "exposure"]),
        ("D3", ["events", "trials"]),
        ("H2", ["events", "trials"]),
        ("B7", ["value", "n"]),
        ("S1", ["value"]),
        ("S6", ["level"]),
    ],
)
def test_what_is_asked_follows_the_interval(metric: str, parts: list[str]) -> None:
    asked = [a.part for a in tallies.asked(CONTENT.metric_by_id[metric]) if a.needed]
    assert asked == parts


def test_a_tally_counts_and_goes_again_with_its_window(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    tallies.type_in(desk, id, "D1", {"events": 74, "exposure": 12}, "tally of the QA log", WINDOW)
    d1 = next(m for m in result(desk, id).measurements if m.metric == "D1")
    # 74 deviations in 12 batches: 6.17 a batch, level 2 by the cut points 8, 4, 2, 0.8.
    assert (d1.level, d1.usable) == (2, True)
    tallies.take_back(desk, id, "D1")
    said = state(desk, id).assessment
    assert (said.measurements, said.window) == ((), None)


def test_figures_and_window_come_and_go_as_one_change(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    tallies.type_in(desk, id, "D1", {"events": 74, "exposure": 12}, "tally", WINDOW)
    desk.store.undo(desk.actor, id)
    said = state(desk, id).assessment
    assert (said.measurements, said.window) == ((), None)


@pytest.mark.parametrize(
    ("metric", "figures", "source", "message"),
    [
        ("D1", {"events": 3}, "tally", "Over how many: this figure is needed"),
        ("D3", {"events": 9, "trials": 4}, "tally", "9 of 4 cannot be"),
        ("D3", {"events": 0, "trials": 0}, "tally", "Nothing to count from"),
        ("D1", {"events": 3, "exposure": 4, "level": 2}, "tally", "level is not typed"),
        ("D1", {"events": 3, "exposure": 4}, " ", "Say where the figure comes from"),
        ("B7", {}, "tally", "No figure was typed"),
        ("X9", {"events": 1}, "tally", "no such metric"),
    ],
)
def test_a_tally_that_cannot_be_is_refused(
    tmp_path: Path, metric: str, figures: dict, source: str, message: str
) -> None:
    desk, id = with_new(tmp_path)
    with pytest.raises(InputRefused, match=message):
        tallies.type_in(desk, id, metric, figures, source, WINDOW)
    assert state(desk, id).assessment.measurements == ()


def test_a_level_alone_will_do_where_it_may_be_typed(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    tallies.type_in(desk, id, "S5", {"level": 4}, "none in 12 months", WINDOW)
    assert [m.metric for m in state(desk, id).assessment.measurements] == ["S5"]


def test_a_source_that_names_somebody_is_not_saved(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    with pytest.raises(IdentifierFound):
        tallies.type_in(desk, id, "D1", {"events": 1, "exposure": 5}, "ina@adler.example", WINDOW)


@pytest.mark.parametrize(
    ("window", "message"),
    [
        ({"from": "2026-11-22", "to": "2025-11-22", "batches": 12}, "ends before it begins"),
        ({"from": "2025-11-22", "to": "2027-01-01", "batches": 12}, "after the as-of date"),
    ],
)
def test_a_window_that_cannot_be_is_refused(tmp_path: Path, window: dict, message: str) -> None:
    desk, id = with_new(tmp_path)
    odd = Window.model_validate(window)
    with pytest.raises(InputRefused, match=message):
        tallies.type_in(desk, id, "D1", {"events": 7, "exposure": 12}, "tally", odd)


def test_what_the_records_measure_is_not_typed(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    confirmed(desk, id, "Batches.csv", BATCHES)
    confirmed(desk, id, "Deviations.csv", DEVIATIONS)
    now = state(desk, id)
    evidence = evidence_of(desk, id, now.loaded, now.questionnaire)
    window = tallies.proposed_window(now.assessment, evidence, CONTENT.records)
    assert window.batches == 7
    with pytest.raises(InputRefused, match="measure this already"):
        tallies.type_in(desk, id, "D1", {"events": 7, "exposure": 12}, "tally", window)
    with pytest.raises(InputRefused, match="differs from that of the records"):
        tallies.type_in(desk, id, "H1", {"events": 7, "exposure": 12}, "tally", WINDOW)
    tallies.type_in(desk, id, "H1", {"events": 7, "exposure": 7}, "tally", window)
    free = tallies.not_typed(state(desk, id).assessment, CONTENT.metrics, evidence)
    assert not {"D1", "H1"} & {m.id for m in free}


def test_without_records_the_window_is_what_the_content_asks_for(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    now = state(desk, id)
    evidence = evidence_of(desk, id, now.loaded, now.questionnaire)
    window = tallies.proposed_window(now.assessment, evidence, CONTENT.records)
    assert (window.from_, window.to) == (date(2025, 11, 22), date(2026, 11, 22))


def test_a_look_into_records_lifts_a_suspicion(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    tallies.type_in(desk, id, "D1", {"events": 0, "exposure": 12}, "tally", WINDOW)
    before = next(m for m in result(desk, id).measurements if m.metric == "D1")
    assert (before.suspicion, before.level) == (True, 2)
    assert "Read 2 executed records" in tallies.way_out(CONTENT.metric_by_id["D1"], CONTENT.records)
    tallies.detect(desk, id, "D1", 3, 0, 0, date(2026, 11, 18))
    tallies.detect(desk, id, "D1", 2, 0, 0, date(2026, 11, 18))
    after = next(m for m in result(desk, id).measurements if m.metric == "D1")
    assert (after.suspicion, after.level) == (False, 5)


@pytest.mark.parametrize(("sampled", "on"), [(0, date(2026, 1, 1)), (3, date(2027, 1, 1))])
def test_a_look_that_cannot_be_is_refused(tmp_path: Path, sampled: int, on: date) -> None:
    desk, id = with_new(tmp_path)
    with pytest.raises(InputRefused):
        tallies.detect(desk, id, "D1", sampled, 1, 1, on)


def test_the_example_has_nothing_left_to_type(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    now = state(desk, id)
    evidence = evidence_of(desk, id, now.loaded, now.questionnaire)
    assert tallies.not_typed(now.assessment, CONTENT.metrics, evidence) == []
    assert list(tallies.clashes(now.assessment, evidence)) == []
