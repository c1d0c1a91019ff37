"""The hidden workings."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.calc_sheet import TOP, calc_rows, drawn_from
from readiness.report.cells import Book
from readiness.report.evidence_register import evidence_entries
from readiness.report.facts import Facts
from readiness.report.layout import CALC
from readiness.report.places import places


def test_scored_levels_stand_side_by_side(shown: Workbook, facts: Facts) -> None:
    at = places(facts, len(evidence_entries(facts)))
    measured = {m.metric: m for m in facts.result.measurements}
    for row in facts.rows:
        metrics = facts.questionnaire.metrics_of[row.capability.id]
        number = at.register_row[row.capability.id]
        cells = [shown[CALC].cell(number, 3 + n).value or None for n in range(len(metrics))]
        levels = [measured[m.id].level if measured[m.id].usable else None for m in metrics]
        assert cells == levels


def test_the_first_ranks_and_what_the_charts_draw(shown: Workbook, facts: Facts) -> None:
    at = places(facts, 0)
    first = calc_rows(facts, at).top
    ids = [shown[CALC].cell(first + n, 3).value or None for n in range(TOP)]
    assert ids == [g.capability for g in facts.gaps[:TOP]]
    live, still = Book().page("Any"), Book(live=False).page("Any")
    assert drawn_from(live, "C", first, TOP) == f"'_calc'!$C${first}:$C${first + TOP - 1}"
    assert drawn_from(still, "C", first, TOP) is None, "a chart without a sheet holds its figures"


def test_stream_indices_are_those_of_the_result(shown: Workbook, facts: Facts) -> None:
    first = calc_rows(facts, places(facts, 0)).streams
    for n, stream in enumerate(facts.questionnaire.streams):
        value = facts.result.indices[stream.index]
        found = shown[CALC].cell(first + n, 2).value
        assert (found if found != "" else None) == (None if value is None else float(value))
