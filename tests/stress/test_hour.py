"""Points of the rows of an hour (domain 6.2): by button, by time, and as a drill (method 9)."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.drill_run import DrillRun, DrillStamp
from readiness.stress.drill import raw_points, score_drills
from readiness.stress.hour import block_points, drill_of, minutes_seconds, rows_of, stamps_of
from tests.made import questionnaire

RULES = questionnaire().drills
SITE = RULES.scenario("site_down")
ROWS = {row.id: row for row in rows_of(SITE, RULES)}
RUN = DrillRun(id="d1", scenario="site_down", started=datetime(2026, 11, 20, 12, tzinfo=UTC))


def stamp(row: str, answer: str, minutes: int, seconds: int = 0) -> DrillStamp:
    """A stamp at so many minutes and seconds."""
    return DrillStamp(run="d1", row=row, answer=answer, second=60 * minutes + seconds)


def points(row: str, answer: str, minutes: int, seconds: int = 0) -> int:
    """What a stamp gives."""
    return ROWS[row].points(stamp(row, answer, minutes, seconds))


def test_an_item_in_time_late_and_later() -> None:
    # Item 1 of *site down*: 15 minutes; late until 30.
    assert points("item-1", "right", 14, 11) == 3
    assert points("item-1", "right", 15) == 3
    assert points("item-1", "right", 15, 1) == 2
    assert points("item-1", "right", 30) == 2
    assert points("item-1", "right", 30, 1) == 1
    assert points("item-1", "partial", 2) == 1
    assert points("item-1", "wrong", 2) == 0


def test_the_rubric_by_button_and_minute() -> None:
    assert points("rubric-owner", "named", 4, 59) == 4
    assert points("rubric-owner", "named", 5, 1) == 2
    assert points("rubric-owner", "none", 1) == 0
    assert points("rubric-deputy", "reachable", 59) == 3  # no minute: at any time
    assert points("decision-3", "incomplete", 20) == 3


def test_everything_at_once_gives_a_hundred() -> None:
    best = {id: stamp(id, row.choices[0].id, 1) for id, row in ROWS.items()}
    assert block_points(list(ROWS.values()), best) == {b.id: b.points for b in RULES.blocks}
    drill = drill_of(RUN, best, RULES)
    assert raw_points(drill, SITE, RULES)[0] == 100
    assert not drill.critical_fail


def test_nothing_pressed_is_a_drill_of_no_points() -> None:
    drill = drill_of(RUN, {}, RULES)
    [counted] = score_drills([drill], RULES, drill.held_on)
    assert (counted.points, counted.band) == (0, "survival")


def test_a_critical_fail_caps_what_the_run_gives() -> None:
    best = {id: stamp(id, row.choices[0].id, 1) for id, row in ROWS.items()}
    drill = drill_of(RUN, best | {"fail-1": stamp("fail-1", "seen", 31)}, RULES)
    [counted] = score_drills([drill], RULES, drill.held_on)
    assert (counted.points, counted.counted) == (100, 49)


def test_stamps_of_another_run_stay_out() -> None:
    mine, other = (
        stamp("item-1", "right", 3),
        DrillStamp(run="d2", row="item-1", answer="wrong", second=1),
    )
    assert stamps_of([mine, other], "d1") == {"item-1": mine}


@given(
    st.dictionaries(
        st.sampled_from(sorted(ROWS)), st.tuples(st.integers(0, 3), st.integers(0, 4000))
    )
)
def test_the_drill_has_the_points_that_the_screen_showed(pressed: dict) -> None:
    stamps = {
        id: DrillStamp(
            run="d1", row=id, answer=ROWS[id].choices[n % len(ROWS[id].choices)].id, second=second
        )
        for id, (n, second) in pressed.items()
    }
    shown = sum(block_points(list(ROWS.values()), stamps).values())
    assert raw_points(drill_of(RUN, stamps, RULES), SITE, RULES)[0] == shown


def test_time_as_the_clock_shows_it() -> None:
    assert [minutes_seconds(s) for s in (0, 851, 3725)] == ["00:00", "14:11", "62:05"]
