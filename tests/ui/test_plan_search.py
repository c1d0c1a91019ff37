"""The last plan stays, marked when something has changed since; the waves stand without people."""

import time
from fractions import Fraction

from readiness.workspace.plan_edits import look_ahead, spare
from readiness.workspace.plan_jobs import last_search
from tests.ui.roadmap_page import opened, short

__all__ = ["short"]


def button(app, label):
    return next(b for b in app.button if b.label == label)


def test_without_people_there_is_nothing_to_search(look, example):
    app = opened(look, example)
    assert button(app, "Plan again").disabled
    assert any("No people entered" in info.value for info in app.info)


def test_plan_again_searches_and_a_later_change_is_said(look, example, desk, short):
    spare(desk, example, "QA", Fraction(6))
    app = opened(look, example)
    button(app, "Plan again").click().run()
    until = time.monotonic() + 60
    search = last_search(desk, example)
    assert search is not None
    while not search.is_over and time.monotonic() < until:
        time.sleep(0.05)
    app.run()
    assert not app.exception
    assert any("best possible" in h.value or "optimal" in h.value for h in app.header)
    assert not any("plan again" in w.value for w in app.warning)
    look_ahead(desk, example, 78)
    app.run()
    assert any("Changed since this plan was made" in w.value for w in app.warning)
