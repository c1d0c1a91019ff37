"""Sources and limits."""

from openpyxl.workbook.workbook import Workbook

from readiness.report.facts import Facts
from readiness.report.layout import SOURCES, SUMMARY


def flat(book: Workbook, sheet: str, column: str) -> str:
    return " ".join(str(cell.value) for cell in book[sheet][column] if cell.value)


def test_what_the_report_is_and_is_not(shown: Workbook, facts: Facts) -> None:
    texts = facts.questionnaire.texts
    words = flat(shown, SOURCES, "A")
    assert texts.disclaimer in words
    assert texts.by_stage["phase_1"] in words
    assert texts.by_modality["autologous"] in words
    for limit in texts.limits:
        assert limit in words
    # A statement of this kind belongs on the first sheet of each export as well.
    assert texts.disclaimer in flat(shown, SUMMARY, "B")


def test_what_it_was_made_from(shown: Workbook, facts: Facts) -> None:
    words = flat(shown, SOURCES, "B")
    for file in facts.result.files:
        assert file.name in words
        assert file.sha256 in words
    assert facts.result.questionnaire.version in words
    assert facts.result.inputs_sha256 in words
    assert "voided" in flat(shown, SOURCES, "C")
