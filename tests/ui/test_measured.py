"""Measurements as a table, and the rows behind one."""

from fractions import Fraction

from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.ui.measured import cut_points, measurement_table


def test_every_column_is_filled_or_says_why_not(content: Questionnaire) -> None:
    measured = [
        Measurement(
            metric="D1", events=74, exposure=Fraction(12), value=Fraction(74), usable=True, level=1
        ),
        Measurement(metric="D3", reason="column cause missing"),
        Measurement(
            metric="D8", value=Fraction(0), usable=True, level=2, suspicion=True, reason="blind"
        ),
    ]
    html = measurement_table(measured, content)
    assert "74 in 12" in html
    assert "not measured: column cause missing" in html
    assert "▲ yes, capped: blind" in html
    assert html.count("<tr>") == 4


def test_cut_points_are_said_in_words(content: Questionnaire) -> None:
    assert cut_points("D1", content) == (
        "Level 1 above 8, 2 above 4, 3 above 2, 4 above 0.8, else 5 (per batch)."
    )
