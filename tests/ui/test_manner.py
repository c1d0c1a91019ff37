"""Two ways to put a question: what each shows, and which keys answer."""

import re

from readiness.ui.manner import INTERVIEW, OPTIONS, TEAM
from tests.made import questionnaire
from tests.ui.desk import Opener

ANCHORS = questionnaire().capabilities["CTL-1"].anchors


def test_an_interview_shows_no_number_before_a_description() -> None:
    shown = [INTERVIEW.label(option, ANCHORS) for option in OPTIONS]
    assert not any(re.match(r"\W*\d", label) for label in shown)
    assert shown[-2:] == ["Does not know", "Does not apply"]
    assert [TEAM.label(n, ANCHORS)[:5] for n in OPTIONS[:5]] == [f"**{n}**" for n in range(1, 6)]


def test_keys_from_top_to_bottom() -> None:
    assert list(INTERVIEW.level_of) == ["a", "s", "d", "f", "g", "u", "x"]
    assert list(INTERVIEW.level_of.values()) == list(OPTIONS)
    assert list(TEAM.level_of) == ["1", "2", "3", "4", "5", "u", "x"]


def test_the_switch_changes_keys_and_words(look: Opener, begun: str) -> None:
    app = look("questions", begun, question_mode="interview")
    assert not app.exception
    assert any("Say first whom you talk to" in i.value for i in app.info)
    assert not [b for b in app.button if b.proto.shortcut]
