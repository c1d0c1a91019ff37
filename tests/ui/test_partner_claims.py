"""Claims and failures as they are typed."""

from fractions import Fraction

from readiness.workspace.partners import add_partner
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose

MAKERS = "Contract makers"


def test_claims_are_kept_and_nought_is_a_claim(look: Opener, desk: Session, begun: str) -> None:
    add_partner(desk, begun, "Maker")
    app = choose(look("operating_model", begun, operating_part=MAKERS), "What was said", "Claims")
    for label, value in (("Use of slots claimed, %", 90), ("Failed of them", 0)):
        app = next(n for n in app.number_input if n.label == label).set_value(value).run()
    assert not app.exception
    [maker] = state(desk, begun).assessment.operating.partners
    assert (maker.claimed_utilisation, maker.claimed_failures) == (Fraction(9, 10), 0)
    assert maker.claimed_batches is None


def test_a_failure_is_written_down(look: Opener, desk: Session, begun: str) -> None:
    add_partner(desk, begun, "Maker")
    app = choose(
        look("operating_model", begun, operating_part=MAKERS), "What was said", "Last failures"
    )
    cause = next(t for t in app.text_input if t.label == "Cause, and how proven (2)")
    app = cause.set_value("filter blocked").run()
    assert not app.exception
    [failure] = state(desk, begun).assessment.operating.partner_failures
    assert (failure.n, failure.cause) == (2, "filter blocked")
