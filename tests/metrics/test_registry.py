"""What metrics declare, and what the shipped content gives them."""

from readiness.content import content_root, load_questionnaire
from readiness.metrics import measure
from readiness.metrics.registry import MEASURES, unmet
from tests.metrics.made import (
    AS_OF,
    SHAPES,
    batches,
    deviations,
    inputs,
    metric,
    observe,
    table,
)

CONTENT = load_questionnaire(content_root() / "cgt-operational-readiness")


def test_every_metric_of_the_content_is_measured() -> None:
    assert set(MEASURES) == {metric.id for metric in CONTENT.metrics} == set(SHAPES)


def test_the_content_gives_every_figure_asked_for() -> None:
    for id, entry in MEASURES.items():
        assert set(entry.parameters) <= set(CONTENT.metric_by_id[id].parameters), id


def test_the_content_names_every_column_needed() -> None:
    for id, entry in MEASURES.items():
        named = {in_either_order(need) for need in CONTENT.metric_by_id[id].needs}
        assert {in_either_order(need) for need in entry.needs} <= named, id


def in_either_order(need: str) -> tuple[str, frozenset[str]]:
    """``kind.a|b`` is the same need as ``kind.b|a``; what intake adds is no column of a file."""
    kind, _, columns = need.partition(".")
    return kind, frozenset(name for name in columns.split("|") if not name.startswith("_"))


def test_the_test_metrics_have_the_units_of_the_content() -> None:
    for id, (factor, interval, parameters) in SHAPES.items():
        shipped = CONTENT.metric_by_id[id]
        assert shipped.factor == factor, id
        assert shipped.interval == interval, id
        assert shipped.parameters == parameters, id
        assert set(shipped.words) == set(metric(id).words), id


def test_needs_are_named_one_at_a_time() -> None:
    given = inputs("B1", batches=batches(1), revisions=table("document effective\nM -"))

    def why(*needs: str) -> str | None:
        lacking = unmet(needs, given)
        return lacking.missing if lacking else None

    assert why("batches.started", "revisions.effective") is None
    assert why("batches.pages") == "the batches has no column for pages"
    assert why("revisions.planned|effective") is None
    assert why("revisions.planned|reason") == ("the revisions has no column for planned or reason")
    assert why("record_errors.batch") == "no record errors"
    assert why("workbook") == "no scheduling workbook"


def test_a_metric_is_handed_its_window_and_its_rows() -> None:
    given = inputs("D1", batches=batches(40, "2025-05-01", 14))
    assert len(given.batches) == int(given.window.batches or 0)
    assert len(given.rest("batches", given.batches)) == 40 - len(given.batches)
    assert given.refs("batches", given.batches)[0].file == "batches.xlsx"
    assert not given.has("deviations", "id")


def test_nothing_supplied_is_missing_everywhere() -> None:
    found = measure({}, CONTENT, AS_OF)
    assert len(found.observations) == len(SHAPES)
    assert all(seen.missing and seen.value is None for seen in found.observations)
    assert found.findings == ()


def test_a_row_left_out_says_why() -> None:
    log = deviations(
        """
        id  discovered  batch  cause
        D1  2026-01-01  B1     equipment
        D2  2026-01-01  -      equipment
        D3  2026-01-01  B1     patient
        D4  2024-01-01  B1     equipment
        D5  -           B1     equipment
        """
    )
    seen = observe("D1", batches=batches(3, "2026-01-01"), deviations=log)
    assert {row.key: row.note for row in seen.left_out if row.file == "log.xlsx"} == {
        "D2": "names no batch",
        "D3": "caused by patient or donor",
        "D4": "outside the window",
        "D5": "“discovered” is empty",
    }
    assert [(row.key, row.note) for row in seen.rows] == [("D1", "")]
