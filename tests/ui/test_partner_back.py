"""A question list that a maker sent back, on the page operating_model."""

from readiness.ui import state as places
from readiness.ui.partner_back import where
from readiness.workspace.partner_back import look_at_answers
from readiness.workspace.partners import add_partner
from readiness.workspace.results import state
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose, drawn
from tests.workspace.filled_list import XLSX, filled

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CELLS = {("Questions", "D5"): "Three <b>listed</b>", ("About us", "D5"): "good"}


def test_what_came_back_is_shown_and_taken(look: Opener, desk: Session, begun: str) -> None:
    maker = add_partner(desk, begun, "Maker")
    data = filled(desk, begun, maker, CELLS)
    back = look_at_answers(desk, begun, maker, XLSX, data)
    app = choose(
        look("operating_model", begun, **{places.PARTNER_BACK: (begun, maker, back)}),
        "Part",
        "Contract makers",
    )
    assert not app.exception
    shown = drawn(app)
    assert "CD-1, in their words" in shown
    assert "Three &lt;b&gt;listed&lt;/b&gt;" in shown
    assert "this is no score" in shown
    next(one for one in app.button if one.label == "Take 1 entry").click()
    app.run()
    assert not app.exception
    assert any("Give each answer its score" in one.value for one in app.success)
    [answer] = state(desk, begun).assessment.operating.partner_answers
    assert (answer.note, answer.score) == ("Three <b>listed</b>", None)


def test_a_file_that_is_no_list_is_refused(look: Opener, desk: Session, begun: str) -> None:
    maker = add_partner(desk, begun, "Maker")
    app = choose(look("operating_model", begun), "Part", "Contract makers")
    field = next(one for one in app.file_uploader if one.label.startswith("Question list"))
    app = field.set_value(("slots.xlsx", b"no workbook", XLSX_TYPE)).run()
    assert not app.exception
    assert [one.value for one in app.error] == ["This list was not taken. Nothing was changed."]
    assert maker in {one.id for one in state(desk, begun).assessment.operating.partners}


def test_places_are_named_as_the_list_calls_them() -> None:
    assert where(("partner_failure", "2", "month")) == "Failure 2, month"
    assert where(("partner_failure", "2", "cause")) == "Failure 2, cause, and how proven"
    assert where(("partner_answer", "SM-1", "score")) == "SM-1, score"
