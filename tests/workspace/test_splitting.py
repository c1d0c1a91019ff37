"""An action in two parts is planned one after the other, and is one again when asked."""

from datetime import date
from fractions import Fraction

import pytest

from readiness.domain.errors import InputRefused
from readiness.domain.planning import ActionEdit, Plan, Scenario
from readiness.roadmap.plan.actions import Task
from readiness.workspace.changes import changes
from readiness.workspace.demo import open_example
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.plan_edits import change_action, restore_action
from readiness.workspace.plan_jobs import case_of
from readiness.workspace.planning import Case, closing_weeks, in_waves, waves_only
from readiness.workspace.results import state
from readiness.workspace.scenarios import save_scenario
from readiness.workspace.session import Session
from readiness.workspace.splitting import Parts, join, split, whole_of
from tests.workspace.desk import session

PARTS = Parts(Fraction(2, 5), "Draft it", "Train on it")


@pytest.fixture(scope="module")
def demo() -> tuple[Session, str]:
    """The demonstration organisation; each test takes back what it did."""
    desk = session()
    return desk, open_example(desk)


def case(desk: Session, made: str) -> Case:
    return case_of(desk, made, state(desk, made))


def task(now: Case, id: str) -> Task:
    return next(t for t in now.tasks.tasks if t.id == id)


def plan(desk: Session, made: str) -> Plan:
    return desk.load(made).assessment.plan


def test_the_second_part_waits_and_the_gap_closes_with_it(demo: tuple[Session, str]) -> None:
    desk, made = demo
    whole = task(case(desk, made), "QMS-3")
    split(desk, made, "QMS-3", PARTS, "two teams")
    now = case(desk, made)
    first, second = task(now, "QMS-3.1"), task(now, "QMS-3")
    assert (first.name, second.name, first.owner) == ("Draft it", "Train on it", whole.owner)
    for function, effort in whole.effort.items():
        assert first.effort[function] == effort * Fraction(2, 5)
        assert second.effort[function] == effort * Fraction(3, 5)
    assert first.elapsed + second.elapsed == whole.elapsed
    assert (first.wave, "QMS-3.1" in second.needs) == (whole.wave, True)
    placed = in_waves(now)
    assert placed["QMS-3.1"][1] <= placed["QMS-3"][0]
    assert closing_weeks(now.tasks, placed)["QMS-3"] == placed["QMS-3"][1]
    assert {"QMS-3.1", "QMS-3"} <= {a.id for a in waves_only(now).actions}
    told = [c.why for c in changes(desk, made) if c.kind == "action"]
    assert told == ["two teams", "two teams"]
    restore_action(desk, made, "QMS-3")
    assert task(case(desk, made), "QMS-3") == whole
    assert plan(desk, made).actions == ()


def test_a_part_that_is_put_back_leaves_the_whole_effort(demo: tuple[Session, str]) -> None:
    desk, made = demo
    whole = task(case(desk, made), "QMS-3")
    split(desk, made, "QMS-3", PARTS, "two teams")
    split(desk, made, "QMS-3", PARTS, "three teams")
    assert whole_of(plan(desk, made)) == {"QMS-3.1": "QMS-3", "QMS-3.2": "QMS-3"}
    # 2/5 first; of the 3/5 left again 2/5, which is 6/25; the rest is 9/25.
    now = case(desk, made)
    shares = [sum(task(now, i).effort.values()) for i in ("QMS-3.1", "QMS-3.2", "QMS-3")]
    total = sum(whole.effort.values())
    assert shares == [total * Fraction(n, 25) for n in (10, 6, 9)]
    assert task(now, "QMS-3.2").needs[-1] == "QMS-3.1"
    join(desk, made, "QMS-3.2")
    join(desk, made, "QMS-3.1")
    again = task(case(desk, made), "QMS-3")
    assert (again.effort, again.elapsed) == (whole.effort, whole.elapsed)
    assert again.needs == whole.needs
    with pytest.raises(InputRefused, match="not a part"):
        join(desk, made, "QMS-3.1")
    restore_action(desk, made, "QMS-3")


def test_what_is_under_way_goes_on_with_its_first_part(demo: tuple[Session, str]) -> None:
    desk, made = demo
    since = date(2026, 11, 2)
    started = ActionEdit(id="QMS-3", status="started", start=since, reason="under way")
    change_action(desk, made, started)
    split(desk, made, "QMS-3", PARTS, "two teams")
    now = case(desk, made)
    assert (task(now, "QMS-3.1").status, task(now, "QMS-3.1").start) == ("started", since)
    assert (task(now, "QMS-3").status, task(now, "QMS-3").start) == ("planned", None)
    restore_action(desk, made, "QMS-3")


def test_a_split_that_says_too_little_is_refused(demo: tuple[Session, str]) -> None:
    desk, made = demo
    with pytest.raises(InputRefused, match="not waiting"):
        split(desk, made, "nowhere", PARTS, "so")
    with pytest.raises(InputRefused, match="title and a share"):
        split(desk, made, "QMS-3", Parts(Fraction(1), "a", "b"), "so")
    with pytest.raises(IdentifierFound):
        split(desk, made, "QMS-3", PARTS, "says jane.doe@clinic.example")
    assert plan(desk, made).actions == ()


def test_what_is_taken_away_is_waited_for_no_more(demo: tuple[Session, str]) -> None:
    desk, made = demo
    own = ActionEdit(
        id="own-1", name="A board", effort={"SC": Fraction(2)}, elapsed=2,
        lifts={"QMS-3": 1}, reason="asked",
    )  # fmt: skip
    change_action(desk, made, own)
    split(desk, made, "own-1", PARTS, "two steps")
    change_action(desk, made, ActionEdit(id="QMS-3", needs=("own-1",), reason="after it"))
    save_scenario(desk, made, Scenario(id="no board", skip=("own-1", "DOC-3")))
    assert task(case(desk, made), "own-1").lifts == {"QMS-3": 1}
    restore_action(desk, made, "own-1")
    assert [(a.id, a.needs) for a in plan(desk, made).actions] == [("QMS-3", ())]
    assert plan(desk, made).scenarios[0].skip == ("DOC-3",)
    restore_action(desk, made, "QMS-3")
