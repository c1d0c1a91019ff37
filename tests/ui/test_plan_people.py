"""Who can be spared is saved as it is changed; nothing is searched before it is asked for."""

from datetime import date
from fractions import Fraction

from tests.ui.roadmap_page import opened


def test_days_a_week_are_saved_at_once(look, example, desk):
    app = opened(look, example)
    field = next(n for n in app.number_input if n.label == "QA, days a week")
    assert field.value is None
    field.set_value(2.5).run()
    assert desk.load(example).assessment.plan.capacity == {"QA": Fraction(1, 2)}
    field = next(n for n in app.number_input if n.label == "QA, days a week")
    assert field.value == 2.5


def test_the_calendar_is_saved(look, example, desk):
    app = opened(look, example)
    next(s for s in app.selectbox if s.label == "Horizon").set_value("78").run()
    span = next(d for d in app.date_input if d.label == "Add days from and to")
    span.set_value((date(2027, 3, 1), date(2027, 3, 19))).run()
    kept = desk.load(example).assessment.plan
    assert (kept.horizon_weeks, kept.freeze[0].to) == (78, date(2027, 3, 19))
    away = next(b for b in app.button if "01 Mar to 19 Mar 2027" in b.label)
    away.click().run()
    assert not desk.load(example).assessment.plan.freeze


def test_the_other_horizon_plans_the_other_gaps(look, example, desk):
    app = opened(look, example)
    assert app.title[0].value == "Roadmap to Phase 2"
    close = next(c for c in app.segmented_control if c.label == "Plan to close")
    close.set_value("launch").run()
    assert app.title[0].value == "Roadmap to Launch"
    assert desk.load(example).assessment.settings.horizon == "launch"
