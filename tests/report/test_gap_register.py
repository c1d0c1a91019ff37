"""The gap register."""

from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.tracking import Tracking
from readiness.report.columns import REGISTER as COLUMNS
from readiness.report.facts import Facts
from readiness.report.gap_register import band_name
from readiness.report.gap_workbook import build
from readiness.report.layout import FIRST_ROW, HEAD_ROW, REGISTER
from readiness.report.places import places
from tests.report.organisations import judged, organisation

AT = {c.key: n for n, c in enumerate(COLUMNS)}


def rows(book: Workbook) -> dict[str, dict[str, object]]:
    return {
        str(row[0]): {key: row[n] for key, n in AT.items()}
        for row in book[REGISTER].iter_rows(min_row=FIRST_ROW, values_only=True)
    }


def test_the_figures_are_those_of_the_result(shown: Workbook, facts: Facts) -> None:
    found = rows(shown)
    for gap in facts.gaps:
        line = found[gap.capability]
        assert (line["rank"], line["final"], line["target"]) == (gap.rank, gap.final, gap.target)
        assert line["gap"] == gap.gap
        assert line["priority"] == float(gap.priority)
        assert line["severity"] == float(gap.severity)
        assert line["band"] == gap.band == band_name(gap, facts.questionnaire)
        assert (line["by_rule"] == "by rule") is gap.act_now


def test_an_unknown_capability_has_no_rank_and_no_band(shown: Workbook, facts: Facts) -> None:
    assert facts.result.not_assessed
    for id in facts.result.not_assessed:
        line = rows(shown)[id]
        assert not any(line[key] for key in ("final", "gap", "rank", "band", "by_rule"))
        assert line["counted"] == 1, "condition 1 and the gates read it as 1"
        assert line["known"] == 0


def test_what_does_not_apply_is_blank_and_never_zero(shown: Workbook, facts: Facts) -> None:
    for row in facts.rows:
        if row.counts == "no":
            line = rows(shown)[row.capability.id]
            assert not any(line[k] for k in ("final", "target", "severity", "rank", "counted"))


def test_overrides_stand_in_their_columns_with_the_reason(shown: Workbook, facts: Facts) -> None:
    keys = {"P": "p_over", "R": "r_over", "L": "l_over", "target": "target_over"}
    for override in facts.assessment.overrides:
        line = rows(shown)[override.capability]
        assert line[keys[override.rating]] == override.value
        assert override.reason in str(line["over_reason"])


def test_a_level_says_what_decided_it_by_codes(shown: Workbook, facts: Facts) -> None:
    for row in facts.rows:
        words = str(rows(shown)[row.capability.id]["rule"])
        assert words.startswith(row.shown.rule)
        for answer in row.shown.answers:
            assert f"{answer.respondent} ({answer.function})" in words


def test_the_sheet_is_laid_out_for_paper(opened: Workbook) -> None:
    sheet = opened[REGISTER]
    assert sheet.freeze_panes == "D5"
    assert sheet.print_title_rows == f"$1:${HEAD_ROW}"
    assert sheet.print_title_cols == "$A:$C"
    headings = [cell.value for cell in sheet[HEAD_ROW]]
    assert [headings[b.id - 1] for b in sheet.col_breaks.brk] == ["Rank", "Check"]
    first = get_column_letter(AT["counts"] + 1)
    assert sheet.column_dimensions[first].hidden


def test_who_sees_to_a_gap_stands_beside_it(content: Questionnaire) -> None:
    kept = Tracking(
        item="CTL-1", owner="=QA lead", status="done", due=date(2027, 3, 1), comment="@home"
    )
    facts = judged(content, organisation(content, 1, low=1, high=2, tracking=(kept,)))[1]
    grid, row = places(facts, 0).register, 0
    page = build(facts).pages[REGISTER]
    row = next(r for r in range(grid.start, grid.end + 1) if page.sheet.cell(r, 1).value == "CTL-1")
    cells = {
        k: page.sheet.cell(row, grid.numbers[k]) for k in ("owner", "status", "due", "comment")
    }
    assert {k: c.value for k, c in cells.items()} == {
        "owner": "=QA lead",
        "status": "done",
        "due": (date(2027, 3, 1) - date(1899, 12, 30)).days,
        "comment": "@home",
    }
    assert (cells["owner"].data_type, cells["owner"].quotePrefix) == ("s", True)
    assert page.cached[f"{grid.letter('check')}{row}"] == "done, gap still open"
