"""What comes back on an answer: after it was given, never before."""

from readiness.workspace.answers import answer
from readiness.workspace.results import result, state
from readiness.workspace.session import Session
from tests.ui.conftest import Opener, drawn


def recorded(bench: Session, assessment: str) -> str:
    """A question to which the records speak with rows."""
    found = result(bench, assessment)
    with_rows = {m.metric for m in found.measurements if m.rows}
    return next(
        c.id
        for c in found.capabilities
        if c.records is not None and with_rows & set(c.metrics_usable)
    )


def test_the_log_speaks_only_after_the_answer(open_page: Opener, bench: Session, bare: str) -> None:
    id = recorded(bench, bare)
    assert "Your log" not in drawn(open_page("questions", bare, capability=id))
    who = state(bench, bare).assessment.respondents[0].id
    answer(bench, bare, id, who, level=4, basis="record")
    app = open_page("questions", bare, capability=id, respondent=who)
    assert not app.exception
    assert "Your log says" in drawn(app)
    assert "Counts as" in drawn(app)
    assert any("rows behind it" in e.label for e in app.expander)


def test_in_an_interview_no_level_comes_back(open_page: Opener, bench: Session, bare: str) -> None:
    id = recorded(bench, bare)
    who = state(bench, bare).assessment.respondents[0].id
    answer(bench, bare, id, who, level=4, basis="record")
    app = open_page(
        "questions",
        bare,
        capability=id,
        talking_to=who,
        guide_filter="all",
        question_mode="interview",
    )
    assert not app.exception
    page = drawn(app)
    assert "Your log shows" in page
    assert "Counts as" not in page
    assert "rd-badge" not in page.partition("</style>")[2]


def test_a_question_that_nobody_answered_has_no_effect(open_page: Opener, bare: str) -> None:
    assert "Counts as" not in drawn(open_page("questions", bare, capability="OPM-1"))
