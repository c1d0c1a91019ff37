"""Who comes, who is away, and when the pivotal trial begins, each saved at once."""

from datetime import date
from fractions import Fraction

from readiness.workspace.plan_edits import spare
from readiness.workspace.rounds import freeze, reopen
from tests.ui.roadmap_page import opened


def labelled(fields, label):
    return next(f for f in fields if f.label == label)


def add(app, place):
    [b for b in app.button if b.label == "Add"][place].click().run()
    assert not app.exception


def test_the_pivotal_start_is_saved(look, example, desk):
    app = opened(look, example)
    labelled(app.date_input, "Pivotal trial begins").set_value(date(2027, 9, 1)).run()
    assert desk.load(example).assessment.plan.pivotal == date(2027, 9, 1)


def test_who_comes_and_who_is_away(look, example, desk):
    app = opened(look, example)
    # Nobody was entered: nothing to add to.
    assert not [b for b in app.button if b.label == "Add"]
    spare(desk, example, "QA", Fraction(5))
    app = opened(look, example)
    add(app, 0)
    assert any("from which day on" in e.value for e in app.error)
    labelled(app.date_input, "From").set_value(date(2027, 3, 1))
    add(app, 0)
    (came,) = desk.load(example).assessment.plan.added
    assert (came.function, came.weeks) == ("QA", Fraction(1, 2))
    span = (date(2027, 7, 5), date(2027, 7, 30))
    labelled(app.date_input, "From and to").set_value(span)
    add(app, 1)
    (gone,) = desk.load(example).assessment.plan.absences
    assert (gone.from_, gone.to) == span
    freeze(desk, copy := reopen(desk, example))
    page = opened(look, copy)
    forms = [*page.date_input, *page.number_input]
    forms += [f for f in page.selectbox if f.label in ("Function", "Horizon")]
    assert len(forms) > 8
    assert all(field.disabled for field in forms)
    labelled(app.button, "QA +2.5 days a week from 01 Mar 2027, remove").click().run()
    labelled(app.button, "QA 05 Jul to 30 Jul 2027, remove").click().run()
    kept = desk.load(example).assessment.plan
    assert (kept.added, kept.absences) == ((), ())
