"""A result in lines: verdict, what is missing, figures, streams, first gaps, disclaimer."""

from readiness.engine import assess
from readiness.workspace.summary import measurement_lines, summary
from tests.made import WINDOW, assessment, everywhere, people, questionnaire

CONTENT = questionnaire()


def test_summary_says_what_the_result_says() -> None:
    base = assessment(
        respondents=people("QA"),
        responses=everywhere(2),
        window=WINDOW,
        measurements=[{"metric": "D1", "events": 74, "exposure": 12, "source": "tally"}],
    )
    found = assess(base, CONTENT)
    text = summary(found, CONTENT, base)
    assert f"Verdict: {found.verdict}" in text
    assert "Overall level 2 of 5 (bounds 2 to 2)" in text
    assert "Fit for Phase 1 today:" in text
    assert "Heroics: not enough evidence: 0 of 8, needs 4" in text
    first = found.gaps.next_stage[0]
    assert f"1. {first.capability}" in text
    assert CONTENT.texts.disclaimer in text


def test_nothing_said_is_provisional_and_names_no_figure() -> None:
    base = assessment()
    text = summary(assess(base, CONTENT), CONTENT, base)
    assert "Verdict: not enough known (provisional)" in text
    assert "index not known" in text


def test_one_line_a_metric() -> None:
    base = assessment(
        window=WINDOW,
        measurements=[{"metric": "D1", "events": 74, "exposure": 12, "source": "tally"}],
    )
    lines = measurement_lines(assess(base, CONTENT), CONTENT).splitlines()
    assert len(lines) == 33
    assert lines[0].startswith("D1")
    assert "6.17 per batch (5.27 to 7.19), level 2, counts" in lines[0]
    assert lines[1].endswith("not supplied")


def test_the_value_of_an_ordinal_metric_is_its_level_and_stands_once() -> None:
    base = assessment(
        window=WINDOW, measurements=[{"metric": "S6", "level": 1, "source": "looked through"}]
    )
    lines = measurement_lines(assess(base, CONTENT), CONTENT).splitlines()
    [line] = [line for line in lines if line.startswith("S6")]
    assert ": level 1, counts" in line
    assert line.count("level 1") == 1
