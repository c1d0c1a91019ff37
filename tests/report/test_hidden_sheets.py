"""Lists, stamps, and what was changed."""

from openpyxl.workbook.workbook import Workbook

from readiness.domain.questionnaire import Questionnaire
from readiness.report.facts import Facts
from readiness.report.hidden_sheets import binding, stamps
from readiness.report.layout import LISTS, META
from tests.report.organisations import judged, organisation


def test_stamps_are_text(facts: Facts) -> None:
    found = stamps(facts)
    assert all(isinstance(value, str) for value in found.values())
    assert found["as of"] == "2026-11-22"
    assert found["inputs sha256"] == facts.result.inputs_sha256


def test_nothing_is_changed_in_a_fresh_report(shown: Workbook) -> None:
    assert shown[META]["F1"].value == 0
    assert shown["Summary"]["B4"].value == "Figures as exported."


def test_every_input_is_watched(opened: Workbook) -> None:
    """Each open number on Assumptions has its exported value; the tables are compared whole."""
    watched = {str(c.value).removeprefix("Assumptions!") for c in opened[META]["D"] if c.value}
    sheet = opened["Assumptions"]
    inputs = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    assert inputs <= watched
    total = str(opened[META]["F1"].value)
    for part in ("'Gap register'!$P$5:$T$54", "'Drills'!$C$5:$E$9", "'Drills'!$C$14:$C$21"):
        assert part in total


def test_lists_are_those_of_the_content(shown: Workbook, facts: Facts) -> None:
    column = [cell.value for cell in shown[LISTS][1]].index("Verdicts") + 1
    verdicts = [shown[LISTS].cell(row, column).value for row in range(2, 7)]
    assert verdicts == [s.verdict for s in facts.questionnaire.scale]


def test_flags_bind_with_more_than_one_party(content: Questionnaire) -> None:
    for parties, expected in ((None, "unknown"), (1, "no"), (2, "yes")):
        profile = {
            "organisation": "X",
            "modality": "autologous",
            "stage": "phase_1",
            "parties": parties,
        }
        assert binding(judged(content, organisation(content, 1, profile=profile))[1]) == expected
