"""A click is on disk at once with the time of the server; open rows tell what they still give."""

from readiness.domain.drill_run import DrillStamp
from readiness.stress.hour import rows_of
from readiness.ui.drill_rows import open_words, stamp_words
from readiness.workspace.drilling import Hour
from readiness.workspace.session import Session
from tests.made import questionnaire
from tests.ui.desk import Opener, choose, drawn
from tests.ui.drilled import at, pressed, started, there

RULES = questionnaire().drills
ROWS = {row.id: row for row in rows_of(RULES.scenario("site_down"), RULES)}
FIRST = ROWS["item-1"]


def _stamps(desk: Session, begun: str, run: str) -> dict[str, tuple[str, int]]:
    hour: Hour = there(desk, begun, run)
    return {row: (s.answer, s.second) for row, s in hour.stamps.items()}


def test_a_click_is_stamped_and_a_second_click_takes_it_back(
    look: Opener, desk: Session, begun: str
) -> None:
    run = started(desk, begun)
    app = look("drill", begun)
    at(desk, 14, 11)
    app = pressed(app, FIRST.text, "right")
    assert not app.exception
    assert _stamps(desk, begun, run) == {"item-1": ("right", 851)}
    assert "<strong>14:11</strong> · 3 pts" in drawn(app)
    assert "3 of 30 · 9 open" in drawn(app)
    pressed(app, FIRST.text, None)
    assert _stamps(desk, begun, run) == {}


def test_the_other_blocks_have_their_buttons(look: Opener, desk: Session, begun: str) -> None:
    run = started(desk, begun)
    app = choose(look("drill", begun), "Block", "A")
    at(desk, 6)
    app = pressed(app, "Decision owner named", "named")
    assert _stamps(desk, begun, run) == {"rubric-owner": ("named", 360)}
    assert "<strong>06:00</strong> · 2 pts · late" in drawn(app)  # after minute 5: 2 of 4


def test_an_open_row_tells_by_itself_what_it_still_gives() -> None:
    # Item 1 by 15:00 (900 s): due until then, 2 points until 30:00 (1800 s), 1 point after.
    said = open_words(FIRST)
    assert 'data-from="0" data-until="901"' in said
    assert 'data-from="901" data-until="1801"' in said
    assert "▲ overdue · 2 pts until 30:00" in said
    assert "▲ 1 point at most" in said
    assert open_words(ROWS["decision-1"]) == '<p class="rd-stamp rd-quiet">open</p>'


def test_points_of_a_stamp_in_words() -> None:
    row = ROWS["item-5"]
    late = DrillStamp(run="d1", row=row.id, answer="right", second=744)
    assert "<strong>12:24</strong> · 2 pts · late" in stamp_words(row, late)
    partial = late.model_copy(update={"answer": "partial"})
    assert " · 1 pt<" in stamp_words(row, partial)
