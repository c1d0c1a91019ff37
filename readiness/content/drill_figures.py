"""What must fit together in the hour of a drill: points of buttons, minutes, owners (domain 6)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from readiness.content.files import DRILLS
from readiness.content.parts import Complaint, Placed
from readiness.content.reading import Path
from readiness.domain.drills import DrillChoice, DrillRules, roles_of


def drill_figures(drill: DrillRules) -> Iterator[Complaint]:
    """Everything of this module."""
    yield from _rubric(drill)
    yield from _decisions(drill)
    yield from _owners(drill)
    yield from _injects(drill)


def _say(path: Path, message: str, advice: str) -> Complaint:
    return Complaint(Placed(None, DRILLS, path), message, advice)


def _rubric(drill: DrillRules) -> Iterator[Complaint]:
    """The best answers of a block give its points; of a row the first is the best."""
    points = {block.id: block.points for block in drill.blocks}
    by_choice = {drill.timed_block, drill.decision_block}
    for block, most in points.items():
        best = sum(row.choices[0].points for row in drill.rubric_of(block))
        if block not in by_choice and best != most:
            message = f"the rubric of block {block} gives {best} points at best, the block {most}"
            yield _say(("rubric",), message, "Change the choices or the points of the block.")
    for number, row in enumerate(drill.rubric):
        if row.block not in points or row.block in by_choice:
            message = f"{row.id} cannot stand in block {row.block!r}"
            others = ", ".join(b for b in points if b not in by_choice)
            yield _say(("rubric", number, "block"), message, f"Name one of {others}.")
        yield from _falling(row.choices, ("rubric", number, "choices"), row.id)
        if row.late > row.choices[0].points:
            message = f"{row.id} gives more points late than in time"
            yield _say(("rubric", number, "late"), message, "Write fewer points.")


def _falling(choices: Sequence[DrillChoice], path: Path, what: str) -> Iterator[Complaint]:
    if any(later.points > earlier.points for earlier, later in pairwise(choices)):
        yield _say(path, f"the points of {what} rise", "Put the best choice first.")


def _decisions(drill: DrillRules) -> Iterator[Complaint]:
    yield from _falling(drill.decision_choices, ("decision_choices",), "the decisions")
    most = next((b.points for b in drill.blocks if b.id == drill.decision_block), None)
    if most is None:
        message = f"there is no block {drill.decision_block!r}"
        yield _say(("decision_block",), message, "Name one of the blocks.")
        return
    for number, scenario in enumerate(drill.scenarios):
        best = drill.decision_choices[0].points * len(scenario.decisions)
        if best != most:
            message = (
                f"the decisions of {scenario.id} give {best} points at best, their block {most}"
            )
            path: Path = ("scenarios", number, "decisions")
            yield _say(path, message, "Change the decisions or the points of the block.")


def _owners(drill: DrillRules) -> Iterator[Complaint]:
    for number, scenario in enumerate(drill.scenarios):
        at: Path = ("scenarios", number)
        named: list[tuple[Path, str]] = [
            ((*at, "decision_owner"), scenario.decision_owner),
            ((*at, "deputy"), scenario.deputy),
        ]
        named += [((*at, "items", n, "owner"), i.owner) for n, i in enumerate(scenario.items)]
        named += [
            ((*at, "decisions", n, "owner"), d.owner) for n, d in enumerate(scenario.decisions)
        ]
        for path, owner in named:
            for role in roles_of(owner):
                if role not in drill.roles:
                    yield _say(path, f"there is no role {role!r}", "Name roles of the list above.")


def _injects(drill: DrillRules) -> Iterator[Complaint]:
    for number, scenario in enumerate(drill.scenarios):
        minutes = [inject.minute for inject in scenario.injects]
        if minutes != sorted(set(minutes)) or any(m > drill.minutes for m in minutes):
            path: Path = ("scenarios", number, "injects")
            message = f"the injects of {scenario.id} do not follow each other within the hour"
            yield _say(path, message, "Put them in the order of their minutes, each minute once.")
