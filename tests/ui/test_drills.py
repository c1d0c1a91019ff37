"""Drills and flags with their workings."""

from readiness.domain.questionnaire import Questionnaire
from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn


def test_every_drill_says_how_it_is_counted(
    open_page: Opener, full: str, bench: Session, content: Questionnaire
) -> None:
    html = drawn(open_page("result", full, drills_open=True))
    drills = result(bench, full).drills
    assert drills
    for drill in drills:
        name = next(s.name for s in content.drills.scenarios if s.id == drill.scenario)
        assert name in html
        assert drill.workings in html


def test_no_drill_is_said(open_page: Opener, bare: str) -> None:
    assert "No drill has been held yet" in drawn(open_page("result", bare, drills_open=True))


def test_the_way_to_a_drill_is_there_before_the_first_one(open_page: Opener, bare: str) -> None:
    assert f'href="drill?assessment={bare}"' in drawn(open_page("result", bare))
