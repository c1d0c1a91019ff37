"""The page stress from end to end: simulate, then ask on."""

from readiness.workspace.session import Session
from readiness.workspace.stress import choose_shocks, content_of, set_figure
from tests.made import questionnaire
from tests.ui.desk import Opener, drawn, press


def test_simulate_then_load_pairs_and_remedies(look: Opener, desk: Session, example: str) -> None:
    content = content_of(desk, questionnaire().id)
    choose_shocks(desk, example, content, ["site_down", "laboratory_out"])
    app = look("stress", example)
    assert any("6 of 24 figures come from you or your records" in i.value for i in app.info)
    app = press(app, "Simulate two years")
    assert not app.exception
    assert any(m.value.startswith("Of 100 patients who ask") for m in app.markdown)
    assert "without shocks" in drawn(app)
    assert len(app.get("plotly_chart")) == 3
    app = press(app, "Try every pair")
    assert "of each pair beyond the sum" in drawn(app)
    app = press(app, "Try half to three times")
    assert len(app.get("plotly_chart")) == 4
    assert "Waiting for collection by demand" in drawn(app)
    app = press(app, "Try 4 remedies")
    assert "Patients more a year" in drawn(app)
    assert "of each pair beyond the sum" in drawn(app)  # what was asked before stays
    set_figure(desk, example, "suites", 2)
    app.run()
    assert any("simulate again" in w.value for w in app.warning)
    assert "Patients more a year" not in drawn(app)


def test_one_shock_makes_no_pair_and_doses_have_none(look: Opener, desk: Session) -> None:
    from readiness.workspace.assessments import create

    id = create(desk, "Maker", "allogeneic", "pivotal")
    app = press(look("stress", id), "Simulate two years")
    assert not app.exception
    assert any("doses from stock do not know" in c.value for c in app.caption)
    assert "Weeks without a dose" in drawn(app)
    assert any(" campaigns of 3 batches" in m.value for m in app.markdown)
    assert len(app.get("plotly_chart")) == 4
