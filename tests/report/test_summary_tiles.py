"""Tiles."""

from fractions import Fraction

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.questionnaire import Questionnaire
from readiness.report.calc_sheet import calc_rows
from readiness.report.facts import Facts
from readiness.report.layout import SUMMARY
from readiness.report.numerals import half_up
from readiness.report.places import places
from readiness.report.summary_tiles import second_tiles
from tests.report.organisations import judged, organisation


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(45, 2), 0, "23"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(201, 200), 2, "1.01"),
        (Fraction(2), 0, "2"),
    ],
)
def test_halves_are_rounded_up_as_a_spreadsheet_prints_them(
    value: Fraction, places: int, words: str
) -> None:
    assert half_up(value, places) == words


def test_three_separate_questions(shown: Workbook, facts: Facts) -> None:
    sheet, result = shown[SUMMARY], facts.result
    found = [sheet[f"{column}6"].value for column in "JLN"]
    figures = (result.fit_for_stage, result.gap_next_stage, result.distance_to_launch)
    assert found == [float(figure) for figure in figures if figure is not None]
    launch = result.figures["launch"]
    assert sheet["N7"].value == f"{launch.count} gaps of {launch.of} known"


def test_coverages_with_their_counts(shown: Workbook, facts: Facts) -> None:
    sheet, result = shown[SUMMARY], facts.result
    assert result.coverage is not None
    assert sheet["D11"].value == float(result.coverage)
    assert result.evidence_coverage is not None
    assert sheet["F11"].value == float(result.evidence_coverage)
    assert sheet["D13"].value == f"{len(result.not_assessed)} not assessed"


def test_a_stream_outside_the_short_form_says_so(content: Questionnaire) -> None:
    facts = judged(content, organisation(content, 1, form="short"))[1]
    tiles = second_tiles(facts, calc_rows(facts, places(facts, 0)))
    notes = {tile.label: tile.first[0] for tile in tiles}
    outside = next(s for s in content.streams if not s.in_short_form)
    assert notes[outside.index_name] == "not part of the short form"
