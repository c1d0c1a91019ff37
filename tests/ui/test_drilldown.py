"""A capability opened down to answers and rows."""

from readiness.domain.questionnaire import Questionnaire
from tests.ui.conftest import Opener, drawn


def test_answers_measurements_and_rule_are_there(
    open_page: Opener, full: str, content: Questionnaire
) -> None:
    measured = content.metrics[0].capabilities[0]
    html = drawn(open_page("result", full, capability=measured))
    for words in ("People say", "Evidenced", "Final level", "Could lie", ">Backs<"):
        assert words in html
    assert "Quality assurance" in html or "lead" in html


def test_a_metric_opens_down_to_file_sheet_and_row(
    open_page: Opener, full: str, content: Questionnaire
) -> None:
    metric = content.metrics[0]
    capability = metric.capabilities[0]
    app = open_page("result", full, capability=capability)
    chooser = app.button_group(key=f"rows_result_{capability}_{full}")
    chooser.set_value(metric.id).run()
    html = drawn(app)
    assert "deviations.xlsx" in html
    assert "DEV-000" in html
    assert metric.definition[:40] in html


def test_the_address_chooses_what_is_open(open_page: Opener, full: str) -> None:
    html = drawn(open_page("result", full, capability="COI-2"))
    assert "<strong>COI-2 " in html
    assert "open the question" in html
