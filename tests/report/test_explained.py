"""How it is calculated says what the content holds."""

from readiness.domain.questionnaire import Questionnaire
from readiness.report.explained import METRIC_HEAD, cuts, metric_rows, parts


def test_every_section_has_an_anchor_of_its_own(content: Questionnaire) -> None:
    anchors = [part.anchor for part in parts(content)]
    assert len(anchors) == len(set(anchors))


def test_tables_are_rectangular(content: Questionnaire) -> None:
    for part in parts(content):
        assert all(len(row) == len(part.head) for row in part.rows), part.title


def test_the_thresholds_are_those_of_the_content(content: Questionnaire) -> None:
    level = next(part for part in parts(content) if part.anchor == "level")
    fourth = next(row for row in level.rows if row[0].startswith("4 "))
    assert fourth[2:4] == ("3.40", "80 %")
    assert fourth[5] == "70 points, no critical fail"
    changed = content.model_copy(
        update={"verdict": content.verdict.model_copy(update={"coverage_provisional": 0.5})}
    )
    text = next(part for part in parts(changed) if part.anchor == "level").lines[1]
    assert text.startswith("Coverage under 50 %")


def test_every_metric_is_explained(content: Questionnaire) -> None:
    rows = [row for stream in content.streams for row in metric_rows(content, stream.id)]
    assert len(rows) == len(content.metrics)
    assert all(len(row) == len(METRIC_HEAD) for row in rows)


def test_cut_points_are_read_from_level_1_upwards(content: Questionnaire) -> None:
    text = cuts(content.metric_by_id["D1"])
    assert text.startswith("Level 1 above 8, 2 above 4, 3 above 2, 4 above 0.8, else 5 (per batch)")
