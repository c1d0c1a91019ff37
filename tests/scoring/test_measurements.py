"""All measurements of an assessment: logs, typed in, carried over (method 3 and 4)."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from readiness.domain.evidence import Evidence, Observation, ObservedWindow
from readiness.domain.measurement import Measurement
from readiness.domain.metric import Metric
from readiness.domain.result import Finding
from readiness.scoring import measurements
from readiness.scoring.judge import judge
from readiness.scoring.measurements import judge_all
from tests.made import WINDOW, assessment, questionnaire

TYPED = {"metric": "D1", "events": 74, "exposure": 12, "source": "tally"}


def judged(
    *observations: Observation, batches: int | None = 12, logs: bool = True, **given: Any
) -> tuple[dict[str, Measurement], list[Finding]]:
    """Everything judged, with logs of the same window as the typed figures."""
    window = ObservedWindow.model_validate(
        {"from_": WINDOW["from"], "to": WINDOW["to"], "batches": batches}
    )
    evidence = Evidence(observations=observations, window=window if logs else None)
    return judge_all(assessment(**given), questionnaire(), evidence)


def rate(metric: str = "D1", **changed: Any) -> Observation:
    """74 events in 12 batches, as a log shows them."""
    whole: dict[str, Any] = {"value": Fraction(74, 12), "events": 74, "low": 5.27, "high": 7.19}
    return Observation(metric=metric, **(whole | changed))


def test_every_metric_has_a_measurement_in_content_order() -> None:
    found, errors = judged(logs=False)
    assert list(found) == [m.id for m in questionnaire().metrics]
    assert {m.reason for m in found.values()} == {"not supplied"}
    assert not errors


def test_logs_and_tallies_side_by_side() -> None:
    found, errors = judged(rate("D2"), window=WINDOW, measurements=[TYPED])
    assert (found["D1"].source, found["D2"].source) == ("tally", "logs")
    assert found["D1"].usable
    assert found["D2"].usable
    assert not errors


def test_typed_and_measured_is_an_error_and_the_logs_count() -> None:
    found, errors = judged(rate(events=37), window=WINDOW, measurements=[TYPED])
    assert [(e.kind, e.metric) for e in errors] == [("error", "D1")]
    assert (found["D1"].events, found["D1"].source) == (37, "logs")


def test_a_log_that_misses_a_column_leaves_room_for_a_tally() -> None:
    missing = Observation(metric="D1", missing="the deviation log has no column for batch")
    found, errors = judged(missing, window=WINDOW, measurements=[TYPED])
    assert (found["D1"].events, found["D1"].source) == (74, "tally")
    assert not errors
    alone, _ = judged(missing)
    assert alone["D1"].reason == "the deviation log has no column for batch"


@pytest.mark.parametrize("changed", [{"from": "2025-11-01"}, {"to": "2026-11-01"}, {"batches": 9}])
def test_a_typed_window_that_differs_is_an_error(changed: dict[str, Any]) -> None:
    """And that of the logs holds: four batches make the tally unusable, whatever was typed."""
    found, errors = judged(
        rate("D2"), batches=4, window=WINDOW | {"batches": 4} | changed, measurements=[TYPED]
    )
    assert [e.kind for e in errors] == ["error"]
    assert "the logs hold" in errors[0].text
    assert not found["D1"].usable


def test_a_window_without_tallies_compares_with_nothing() -> None:
    _, errors = judged(rate("D2"), batches=30, window=WINDOW)
    assert not errors


def test_last_level_is_carried_over_until_measured_again() -> None:
    carried = [{"metric": "D1", "level": 3, "measured_on": "2026-02-01"}]
    found, _ = judged(carried=carried, logs=False)
    kept = found["D1"]
    assert (kept.level, kept.level_low, kept.level_high, kept.usable) == (3, 3, 3, True)
    assert kept.carried_over
    assert kept.reason == "carried over from 2026-02-01: not supplied"
    again, _ = judged(rate(), carried=carried)
    assert (again["D1"].level, again["D1"].carried_over) == (2, False)
    # Measured and not usable is measured all the same.
    few, _ = judged(rate(), batches=4, carried=carried)
    assert (few["D1"].usable, few["D1"].carried_over) == (False, False)


def test_detection_reaches_its_metric() -> None:
    silent = rate("D2", value=0, events=0, low=0.0, high=0.19)
    look = {"metric": "D2", "records_sampled": 5, "reported": 9, "found_unreported": 1}
    look |= {"by": "assessor", "on": date(2026, 11, 18)}
    assert judged(silent)[0]["D2"].suspicion
    shown = judged(silent, detection=[look])[0]["D2"]
    assert (shown.suspicion, shown.level) == (False, 5)


def test_one_broken_metric_becomes_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(seen: Observation, metric: Metric, about: Any) -> Measurement:
        if metric.id == "D2":
            raise ZeroDivisionError("on purpose")
        return judge(seen, metric, about)

    monkeypatch.setattr(measurements, "judge", broken)
    found, errors = judged(rate(), rate("D2"))
    assert [(e.kind, e.metric) for e in errors] == [("error", "D2")]
    assert found["D1"].usable
    assert found["D2"].reason == "could not be judged: on purpose"
