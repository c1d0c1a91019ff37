"""The guide to print: order, prompts, no number before a description, nothing unescaped."""

import re

from readiness.domain.capability import Capability
from readiness.domain.guide import PartPrompts
from readiness.report.guide_workbook import OPERATING, GuidePart
from readiness.ui.guide_print import guide_html
from readiness.workspace.requests import ask_for
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.ui.desk import Opener, choose, drawn

CONTENT = questionnaire()


def test_every_question_has_its_prompts_and_room() -> None:
    question: Capability = CONTENT.capabilities["CTL-1"]
    part = GuidePart("SC", "Supply chain", "What <b>worries</b> you?", (question,))
    shown = guide_html(CONTENT.interview, part)
    assert "What &lt;b&gt;worries&lt;/b&gt; you?" in shown
    assert "<strong>Show me:</strong>" in shown
    assert "When did it last fail? In their words:" in shown
    assert shown.count("<li>") == 5
    assert not re.search(r"<li>\W*\d", shown)


def test_prompts_for_the_operating_model_are_printed_with_room() -> None:
    asked = PartPrompts(name="Lock-in ledger", prompts=("Which <b>choice</b> was made?",))
    shown = guide_html(CONTENT.interview, GuidePart("RA", "Regulatory", "?", (), (asked,)))
    assert OPERATING in shown
    assert "<h3>Lock-in ledger</h3>" in shown
    assert '<p class="rd-lines"><strong>Which &lt;b&gt;choice&lt;/b&gt; was made?' in shown


def test_the_page_shows_one_function_or_the_list(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("guide", begun), "Guide for", "EXEC")
    assert not app.exception
    assert drawn(app).count("<section>") == 10
    ask_for(desk, begun, "change log")
    app = choose(app, "Guide for", "requests")
    assert "change log" in drawn(app)
