"""The rows of a drill as the facilitator presses them, and the points that each gives (domain 6.2).

An item of the information block: right in time, right late, right later or partial (method 9). A
row of the rubric with a minute: its best answer in time, or late. Any other: the points of its
button.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from readiness.domain.assessment import Drill, DrillAnswer
from readiness.domain.drill_run import DrillRun, DrillStamp
from readiness.domain.drills import DrillChoice, DrillRules, Scenario

ITEM, DECISION, RUBRIC, INJECT, FAIL = "item-", "decision-", "rubric-", "inject-", "fail-"
"""What the ids of the rows of a run begin with."""
READ = "read"
SEEN = "seen"
ITEM_CHOICES = (("right", "Right"), ("partial", "Partial"), ("wrong", "Wrong"))


@dataclass(frozen=True)
class Row:
    """A row that gives points: ``due`` and ``until`` in minutes, the points of each button."""

    id: str
    number: str
    block: str
    text: str
    owner: str
    choices: tuple[DrillChoice, ...]
    due: int | None = None
    """Until when the best answer has all its points; None: at any time."""
    late: int = 0
    """The points of the best answer after ``due``."""
    until: int | None = None
    """Until when ``late`` holds; None: to the end."""
    later: int = 0
    """The points of the best answer after ``until``."""
    help: str = ""

    def choice(self, answer: str) -> DrillChoice | None:
        """The button of an answer."""
        return next((c for c in self.choices if c.id == answer), None)

    def points(self, stamp: DrillStamp | None) -> int:
        """What a stamp gives here; none, or an unknown button, gives 0."""
        chosen = self.choice(stamp.answer) if stamp else None
        if stamp is None or chosen is None:
            return 0
        if chosen != self.choices[0] or self.due is None or stamp.second <= 60 * self.due:
            return chosen.points
        if self.until is None or stamp.second <= 60 * self.until:
            return self.late
        return self.later


def rows_of(scenario: Scenario, rules: DrillRules) -> tuple[Row, ...]:
    """Every row that gives points, in the order of the blocks."""
    rows: list[Row] = []
    for block in rules.blocks:
        if block.id == rules.timed_block:
            rows += _items(scenario, rules)
        elif block.id == rules.decision_block:
            rows += _decisions(scenario, rules)
        else:
            rows += _rubric(block.id, rules)
    return tuple(rows)


def _items(scenario: Scenario, rules: DrillRules) -> list[Row]:
    points = (rules.right_in_time, rules.partial, 0)
    choices = tuple(
        DrillChoice(id=id, name=name, points=given)
        for (id, name), given in zip(ITEM_CHOICES, points, strict=True)
    )
    return [
        Row(
            id=f"{ITEM}{item.n}",
            number=str(item.n),
            block=rules.timed_block,
            text=item.text,
            owner=item.owner,
            choices=choices,
            due=item.minutes,
            late=rules.right_late,
            until=rules.late_factor * item.minutes,
            later=rules.partial,
        )
        for item in scenario.items
    ]


def _decisions(scenario: Scenario, rules: DrillRules) -> list[Row]:
    return [
        Row(
            id=f"{DECISION}{one.n}",
            number=str(one.n),
            block=rules.decision_block,
            text=one.text,
            owner=one.owner,
            choices=rules.decision_choices,
        )
        for one in scenario.decisions
    ]


def _rubric(block: str, rules: DrillRules) -> list[Row]:
    return [
        Row(
            id=f"{RUBRIC}{row.id}",
            number=str(n),
            block=block,
            text=row.text,
            owner="",
            choices=row.choices,
            due=row.by,
            late=row.late,
            help=row.help,
        )
        for n, row in enumerate(rules.rubric_of(block), start=1)
    ]


def stamps_of(stamps: Iterable[DrillStamp], run: str) -> dict[str, DrillStamp]:
    """The stamps of one run by row."""
    return {stamp.row: stamp for stamp in stamps if stamp.run == run}


def block_points(rows: Sequence[Row], stamps: dict[str, DrillStamp]) -> dict[str, int]:
    """Points so far by block."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.block] = found.get(row.block, 0) + row.points(stamps.get(row.id))
    return found


def drill_of(run: DrillRun, stamps: dict[str, DrillStamp], rules: DrillRules) -> Drill:
    """The drill that a run gives the assessment, its raw times kept.

    Held on the day on which it began, in the zone of this computer.
    """
    rows = rows_of(rules.scenario(run.scenario), rules)
    points = block_points(rows, stamps)
    return Drill(
        scenario=run.scenario,
        held_on=run.started.astimezone().date(),
        critical_fail=any(row.startswith(FAIL) for row in stamps),
        blocks={id: given for id, given in points.items() if id != rules.timed_block},
        items=tuple(
            DrillAnswer.model_validate(
                {
                    "n": int(row.number),
                    "answer": stamps[row.id].answer,
                    "minute": Fraction(stamps[row.id].second, 60),
                }
            )
            for row in rows
            if row.block == rules.timed_block and row.id in stamps
        ),
        led_by=run.led_by,
    )


def minutes_seconds(second: int) -> str:
    """*14:11*; past the hour it counts on: *62:05*."""
    return f"{second // 60:02d}:{second % 60:02d}"
