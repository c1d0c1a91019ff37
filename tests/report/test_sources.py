"""Sources and limits."""

import pytest
from openpyxl.workbook.workbook import Workbook

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Modality, Stage
from readiness.report.cells import Book
from readiness.report.facts import Facts
from readiness.report.layout import SOURCES, SUMMARY
from readiness.report.sources import write_sources
from tests.made import assessment
from tests.report.organisations import judged


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


@pytest.mark.parametrize("modality", ["autologous", "allogeneic", "in_vivo"])
@pytest.mark.parametrize("stage", ["phase_1", "phase_2", "pivotal", "launch", "scale"])
def test_the_disclaimer_is_that_of_the_stage_and_the_modality(
    content: Questionnaire, stage: Stage, modality: Modality
) -> None:
    """Drawn alone, without the other sheets: what belongs to this maker, and to no other."""
    profile = {"stage": stage, "modality": modality}
    facts = judged(content, assessment(profile=profile))[1]
    book = Book()
    book.page(SOURCES)
    write_sources(book, facts)
    words = " ".join(str(c.value) for c in book.pages[SOURCES].sheet["A"] if c.value)
    texts = content.texts
    said = {*texts.by_stage.values(), *texts.by_modality.values()}
    mine = {texts.by_stage[stage], texts.by_modality[modality]}
    assert {text for text in said if text in words} == mine


def test_what_it_was_made_from(shown: Workbook, facts: Facts) -> None:
    words = flat(shown, SOURCES, "B")
    for file in facts.result.files:
        assert file.name in words
        assert file.sha256 in words
    assert facts.result.questionnaire.version in words
    assert facts.result.inputs_sha256 in words
    assert "voided" in flat(shown, SOURCES, "C")
