"""Metrics."""

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.report.columns import METRICS as COLUMNS
from readiness.report.facts import Facts
from readiness.report.layout import FIRST_ROW, METRICS

AT = {c.key: n for n, c in enumerate(COLUMNS)}


def lines(book: Workbook) -> dict[str, dict[str, object]]:
    return {
        str(row[0]): {key: row[n] for key, n in AT.items()}
        for row in book[METRICS].iter_rows(min_row=FIRST_ROW, values_only=True)
    }


def test_every_metric_has_its_line(shown: Workbook, facts: Facts) -> None:
    found = lines(shown)
    assert list(found) == [m.id for m in facts.questionnaire.metrics]
    for measured in facts.result.measurements:
        line = found[measured.metric]
        value = None if measured.value is None else pytest.approx(float(measured.value))
        assert line["value"] == value
        for key in ("level", "level_low", "level_high"):
            assert (line[key] or None) == getattr(measured, key)
        assert (line["usable"] != "no") is measured.usable
        assert (line["usable"] == "soft") is measured.soft


def test_what_is_not_measured_is_empty_with_its_reason(shown: Workbook, facts: Facts) -> None:
    missing = [m for m in facts.result.measurements if m.value is None and m.level is None]
    assert missing
    for measured in missing:
        line = lines(shown)[measured.metric]
        assert line["value"] is None
        assert not line["scored"]
        assert measured.reason is not None
        assert measured.reason in str(line["remark"])


def test_every_cut_point_comes_from_assumptions(opened: Workbook) -> None:
    for id, line in lines(opened).items():
        assert "Assumptions!$D$" in str(line["raw"]), id


def test_the_window_is_said(shown: Workbook, facts: Facts) -> None:
    words = str(shown[METRICS]["A2"].value)
    assert "2025-11-22 to 2026-11-22, 14 batches started" in words


def test_a_link_selects_all_rows_of_the_metric(opened: Workbook, facts: Facts) -> None:
    row = FIRST_ROW + [m.id for m in facts.questionnaire.metrics].index("D1")
    cell = opened[METRICS].cell(row, AT["evidence"] + 1)
    assert cell.hyperlink is not None
    # 40 log rows and one sample of records
    assert cell.value == "41 rows"
