"""Priority, waves and drills are explained with the figures of the content."""

from readiness.domain.questionnaire import Questionnaire
from readiness.report.explained_order import order_parts


def test_weights_and_bands_are_those_of_the_content(content: Questionnaire) -> None:
    priority = next(part for part in order_parts(content) if part.anchor == "priority")
    assert "s = 0.45 × P + 0.3 × R + 0.25 × L" in priority.lines[0]
    assert priority.rows[0] == ("act now", "40 and above")
    assert priority.rows[-1] == ("watch", "below")


def test_every_wave_and_rule_is_listed(content: Questionnaire) -> None:
    found = {part.anchor: part for part in order_parts(content)}
    assert len(found["waves"].rows) == len(content.waves)
    assert len(found["findings"].rows) == len(content.xray)
    drills = found["drills"].rows
    assert sum(int(points) for _, points in drills[:6]) == 100
    assert ("C each decision", "Made 5 · Incomplete 3 · Discussed 1 · None 0") in drills
    assert (
        "A Decision owner named, by minute 5",
        "Named 4 (late 2) · Unclear 1 · Not named 0",
    ) in drills
    assert "{" not in " ".join(text for row in found["findings"].rows for text in row)
