"""The second page: first gaps, actions, what is not assessed."""

from collections.abc import Iterator

from openpyxl.workbook.workbook import Workbook

from readiness.domain.questionnaire import Questionnaire
from readiness.report.facts import Facts
from readiness.report.gap_workbook import build
from readiness.report.layout import SUMMARY
from readiness.report.summary_gaps import ACTIONS, UNASSESSED
from tests.report.organisations import judged, organisation


def after(book: Workbook, heading: str) -> Iterator[tuple[object, ...]]:
    rows = book[SUMMARY].iter_rows(min_col=2, values_only=True)
    for row in rows:
        if str(row[0]).startswith(heading):
            yield from rows


def test_the_first_twelve_gaps_in_their_order(shown: Workbook, facts: Facts) -> None:
    lines = after(shown, "Top gaps")
    next(lines)
    for gap, line in zip(facts.gaps[:12], lines, strict=False):
        assert (line[0], line[1]) == (gap.rank, gap.capability)
        assert line[2] == facts.questionnaire.capabilities[gap.capability].name
        assert line[9] == float(gap.priority)
        assert line[10] == gap.band


def test_what_closes_the_first_five(shown: Workbook, facts: Facts) -> None:
    for gap, line in zip(facts.gaps[:ACTIONS], after(shown, "What closes"), strict=False):
        assert line[0] == gap.capability
        assert line[1] == facts.questionnaire.capabilities[gap.capability].action.text


def test_unknown_capabilities_form_a_second_list(shown: Workbook, facts: Facts) -> None:
    lines = after(shown, "Not yet assessed")
    ids = facts.result.not_assessed
    assert 0 < len(ids) <= UNASSESSED
    assert [line[0] for line, _ in zip(lines, ids, strict=False)] == list(ids)


def test_fewer_than_twelve_gaps_leave_blanks(content: Questionnaire) -> None:
    profile = {"organisation": "X", "modality": "autologous", "stage": "phase_1"}
    maker = organisation(
        content, 3, low=5, high=5, unknown=0, profile=profile, measurements=(), carried=()
    )
    facts = judged(content, maker)[1]
    assert len(facts.gaps) < 12
    cached = build(facts).pages[SUMMARY].cached
    assert "" in cached.values()
    assert "#N/A" not in cached.values()
