"""The actions in roadmap order."""

import pytest

from readiness.domain.evidence import Evidence
from readiness.workspace import results
from readiness.workspace.results import result
from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn


def test_the_order_is_the_results(open_page: Opener, full: str, bench: Session) -> None:
    plan = result(bench, full).roadmap
    html = drawn(open_page("gaps", full, **{f"all_actions_{full}": True}))
    html = html[html.index("person-weeks in all") :]
    places = [html.index(f">{item.capability}</a>") for item in plan]
    assert places == sorted(places)


def test_nothing_to_plan_is_said(
    open_page: Opener, bare: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "evidence_of", lambda *_: Evidence())
    app = open_page("gaps", bare)
    assert not app.exception
    assert app.title[0].value == "No known gap to Phase 2"
    assert "Nothing to plan yet" in drawn(app)
