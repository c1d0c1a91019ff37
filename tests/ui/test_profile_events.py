"""Incidents as none, how many or not known; drills with the points that count."""

from datetime import date

from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn, press


def test_not_known_is_never_none(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("profile", begun), "Part", "Incidents")
    first = app.segmented_control[1]
    assert first.value == "unknown"
    app = first.set_value("none").run()
    assert state(desk, begun).assessment.incidents.identity_mismatch == 0
    app = app.segmented_control[1].set_value("some").run()
    assert state(desk, begun).assessment.incidents.identity_mismatch == 1
    app = app.number_input[0].set_value(4).run()
    assert state(desk, begun).assessment.incidents.identity_mismatch == 4
    app.segmented_control[1].set_value("unknown").run()
    assert state(desk, begun).assessment.incidents.identity_mismatch is None


def test_a_drill_shows_what_counts_and_why(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("profile", begun), "Part", "Drills held")
    app.date_input[0].set_value(date(2026, 9, 1))
    app.number_input[0].set_value(80)
    app.checkbox[0].check()
    app = press(app, "Add this drill")
    assert not app.exception
    assert "critical fail: at most 49" in drawn(app)
    app = press(app, "Remove")
    assert state(desk, begun).assessment.drills == ()


def test_a_drill_without_its_points_is_not_taken(look: Opener, desk: Session, begun: str) -> None:
    app = choose(look("profile", begun), "Part", "Drills held")
    app = press(app, "Add this drill")
    assert "needed" in app.error[0].value
    assert state(desk, begun).assessment.drills == ()
