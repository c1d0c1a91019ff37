"""The slot table on the page: its picture, its words, its rows."""

from readiness.workspace.partners import add_partner, set_slots
from readiness.workspace.session import Session
from tests.ui.desk import Opener, choose
from tests.ui.test_partner_list import ROWS

MAKERS = "Contract makers"


def test_the_table_is_told_in_words_and_shown_to_be_edited(
    look: Opener, desk: Session, begun: str
) -> None:
    maker = add_partner(desk, begun, "Maker")
    app = choose(
        look("operating_model", begun, operating_part=MAKERS), "What was said", "Slots by month"
    )
    assert not app.exception
    assert next(iter(app.dataframe[0].value["month"])) == "2025-11"
    set_slots(desk, begun, maker, ROWS)
    app = choose(
        look("operating_model", begun, operating_part=MAKERS), "What was said", "Slots by month"
    )
    assert any("30 of 50 slots offered were started" in text.value for text in app.markdown)
    assert list(app.dataframe[0].value["started"]) == [3] * 10
