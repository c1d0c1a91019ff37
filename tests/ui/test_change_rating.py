"""A rating changed with its reason, and taken back."""

from streamlit.testing.v1 import AppTest

from readiness.ui.change_rating import TROUBLE
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.ui.conftest import Opener


def asked(open_page: Opener, full: str, bench: Session) -> tuple[AppTest, str, int]:
    """The form opened on a gap whose patient impact nobody changed yet."""
    gap = next(g for g in result(bench, full).gaps.next_stage if not g.ratings["P"].override_reason)
    app = open_page("gaps", full, **{f"change_{full}": True, "capability": gap.capability})
    return app, gap.capability, gap.ratings["P"].value


def save(app: AppTest, capability: str, value: int, reason: str) -> None:
    app.selectbox(key=f"value_{capability}_P").set_value(value).run()
    app.text_input(key=f"reason_{capability}_P").set_value(reason).run()
    label = "It identifies nobody: save it" if TROUBLE in app.session_state else "Save this rating"
    next(b for b in app.button if b.label == label).click().run()


def test_a_rating_needs_its_reason(open_page: Opener, full: str, bench: Session) -> None:
    app, capability, now = asked(open_page, full, bench)
    app.selectbox(key=f"value_{capability}_P").set_value(1 if now > 1 else 2).run()
    assert next(b for b in app.button if b.label == "Save this rating").disabled


def test_a_rating_is_saved_and_taken_back(open_page: Opener, full: str, bench: Session) -> None:
    app, capability, now = asked(open_page, full, bench)
    other = 1 if now > 1 else 2
    save(app, capability, other, "a second line exists")
    assert not app.exception
    kept = [o for o in state(bench, full).assessment.overrides if o.capability == capability]
    assert (kept[-1].rating, kept[-1].value, kept[-1].reason) == (
        "P",
        other,
        "a second line exists",
    )
    app.button(key=f"back_{capability}_P").click().run()
    left = [o for o in state(bench, full).assessment.overrides if o.capability == capability]
    assert not any(o.rating == "P" for o in left)


def test_a_reason_that_names_a_person_asks_first(
    open_page: Opener, full: str, bench: Session
) -> None:
    app, capability, now = asked(open_page, full, bench)
    save(app, capability, 1 if now > 1 else 2, "ask jane.doe@example.org")
    assert app.warning
    kept = state(bench, full).assessment.overrides
    assert not any(o.capability == capability and o.rating == "P" for o in kept)
