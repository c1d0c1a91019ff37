"""The clock: started, stopped, planned; its start outlives everything but a stop."""

from datetime import UTC, datetime, timedelta

from readiness.domain.evidence import Evidence
from readiness.engine import inputs_sha256
from readiness.workspace.folder_writing import write_assessment
from readiness.workspace.people import add_respondent, remove_respondent
from readiness.workspace.results import state
from readiness.workspace.sittings import plan, sitting_of, start, stop
from tests.workspace.desk import begun
from tests.workspace.folders import parse

NINE = datetime(2026, 11, 22, 9, 0, 0, 500, tzinfo=UTC)


def test_two_talks_add_up_and_the_plan_stays() -> None:
    desk, made = begun()

    def now():
        return sitting_of(state(desk, made).assessment, "team", 55)

    plan(desk, made, now(), 40)
    start(desk, made, now(), NINE)
    assert now().elapsed(NINE + timedelta(minutes=3)) == 180
    stop(desk, made, now(), NINE + timedelta(minutes=10))
    start(desk, made, now(), NINE + timedelta(hours=2))
    stop(desk, made, now(), NINE + timedelta(hours=2, minutes=5))
    # 10 and 5 minutes; the half millisecond of the start is left out.
    assert (now().seconds, now().planned_minutes, now().started) == (900, 40, None)


def test_a_running_clock_travels_with_the_folder_and_moves_no_hash() -> None:
    desk, made = begun()
    before = state(desk, made)
    start(desk, made, sitting_of(before.assessment, "team", 55), NINE)
    said = state(desk, made).assessment
    complete = said.model_copy(
        update={"profile": said.profile.model_copy(update={"sites": 1, "parties": 1})}
    )
    assert parse(write_assessment(complete)) == complete
    hashes = {
        inputs_sha256(one, before.questionnaire, Evidence()) for one in (before.assessment, said)
    }
    assert len(hashes) == 1


def test_a_respondent_goes_with_the_clock() -> None:
    desk, made = begun()
    person = add_respondent(desk, made, "SC", "lead")
    start(desk, made, sitting_of(state(desk, made).assessment, person, 55), NINE)
    remove_respondent(desk, made, person)
    assert state(desk, made).assessment.sittings == ()
