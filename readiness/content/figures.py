"""Figures that must fit together: weights, cut points, targets, steps, bands, shares, efforts."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from readiness.content.drill_figures import drill_figures
from readiness.content.files import DRILLS, HEAD, CapabilityEntry, HeadFile
from readiness.content.parts import Complaint, Parts, Placed
from readiness.content.reading import Path
from readiness.domain.drills import DrillRules
from readiness.domain.metric import Metric

DRILL_POINTS = 100


def figures(parts: Parts) -> Iterator[Complaint]:
    """Everything of this module."""
    if parts.head is not None:
        yield from _weights(parts.head)
        yield from _targets(parts.head)
        yield from _steps(parts.head)
        yield from _orders(parts.head)
        yield from _shares(parts.head)
    for metric in parts.metrics:
        yield from _metric(metric)
    for capability in parts.capabilities:
        yield from _action(capability)
    if parts.drills is not None:
        yield from _drill(parts.drills)
        yield from drill_figures(parts.drills)


def _say(path: Path, message: str, advice: str, file: str = HEAD) -> Complaint:
    return Complaint(Placed(None, file, path), message, advice)


def _weights(head: HeadFile) -> Iterator[Complaint]:
    total = sum(head.priority.weights.values(), start=Fraction(0))
    if total != 1:
        yield _say(
            ("priority", "weights"),
            f"the weights add up to {_number(total)}",
            "Change them until they add up to 1.",
        )
    for rating, weight in head.priority.weights.items():
        if weight < 0:
            path: Path = ("priority", "weights", rating)
            yield _say(path, f"the weight of {rating} is negative", "Write 0 or more.")


def _targets(head: HeadFile) -> Iterator[Complaint]:
    stages = [s.id for s in head.stages]
    for number, profile in enumerate(head.profiles):
        held = [stage for stage in stages if stage in profile.targets]
        for earlier, later in pairwise(held):
            before, after = profile.targets[earlier], profile.targets[later]
            if after < before:
                yield _say(
                    ("profiles", number, "targets", later),
                    f"the target of {profile.id} falls from {before} at {earlier} to {after} "
                    f"at {later}",
                    f"Write {before} or more: what was reached must not be given up.",
                )


def _steps(head: HeadFile) -> Iterator[Complaint]:
    """A higher level never asks for less of what the level below asks for."""
    for number, (lower, upper) in enumerate(pairwise(head.verdict.steps), start=1):
        path: Path = ("verdict", "steps", number)
        if upper.level <= lower.level:
            yield _say(
                (*path, "level"),
                f"level {upper.level} stands after level {lower.level}",
                "Put the steps in rising order.",
            )
        if upper.index <= lower.index:
            yield _say(
                (*path, "index"),
                f"the index of level {upper.level} is not above that of level {lower.level}",
                f"Write more than {_number(lower.index)}.",
            )
        for key in ("drill_points", "proof_share"):
            below, above = getattr(lower, key), getattr(upper, key)
            if below is not None and (above is None or above < below):
                yield _say(
                    (*path, key) if above is not None else path,
                    f"{key} of level {upper.level} is below that of level {lower.level}",
                    f"Write {_number(below)} or more.",
                )


def _orders(head: HeadFile) -> Iterator[Complaint]:
    """Pairs of figures of which one bounds the other."""
    rules = head.records
    bands = {str(name): value for name, value in head.priority.bands.items()}
    claims = {str(name): value for name, value in head.claims.ceilings.items()}
    pairs: tuple[tuple[tuple[str, str], tuple[str, ...], Mapping[str, Fraction | int]], ...] = (
        (("priority", "bands"), ("act_now", "next", "plan"), bands),
        (("claims", "ceilings"), ("record", "document", "statement"), claims),
    )
    for path, names, values in pairs:
        for upper, lower in pairwise(names):
            both = upper in values and lower in values
            if both and values[upper] < values[lower]:
                message = f"{lower} is above {upper}"
                yield _say((*path, lower), message, f"{upper} must be the higher of the two.")
    if head.verdict.coverage_provisional > head.verdict.coverage_full:
        yield _say(
            ("verdict", "coverage_provisional"),
            "coverage_provisional is above coverage_full",
            "The limit for no verdict must be the lower of the two.",
        )
    if rules.steering >= rules.appendix:
        yield _say(
            ("records", "steering"),
            "the interval that decides is not narrower than that of the appendix",
            "Write the lower coverage under steering.",
        )


def _shares(head: HeadFile) -> Iterator[Complaint]:
    named: list[tuple[Path, Fraction | None]] = [
        (("records", key), getattr(head.records, key))
        for key in ("steering", "appendix", "detection_ratio")
    ]
    named += [
        (("verdict", key), getattr(head.verdict, key))
        for key in ("coverage_provisional", "coverage_full")
    ]
    named += [
        (("priority", key), getattr(head.priority, key))
        for key in ("robust_share", "uncertain_share")
    ]
    for number, step in enumerate(head.verdict.steps):
        named.append((("verdict", "steps", number, "gates_share"), step.gates_share))
        named.append((("verdict", "steps", number, "proof_share"), step.proof_share))
    for path, share in named:
        if share is not None and not 0 <= share <= 1:
            message = f"{path[-1]} is {_number(share)}"
            yield _say(path, message, "Write a share from 0 to 1: 80 percent is 0.80.")


def _metric(at: Placed[Metric]) -> Iterator[Complaint]:
    own = at.value
    rising = own.direction == "low"
    for number, (before, after) in enumerate(pairwise(own.cuts), start=1):
        if (after < before) if rising else (after > before):
            way, rule = ("fall", "rise") if rising else ("rise", "fall")
            yield Complaint(
                at,
                f"cut points of {own.id} {way} from {_number(before)} to {_number(after)}",
                f"With direction {own.direction} they must {rule} from level 1 upwards; check "
                "the direction, too.",
                ("cuts", number),
            )
    for modality, factor in own.cut_factor.items():
        if factor <= 0:
            message = f"the cut factor of {modality} is {_number(factor)}"
            yield Complaint(at, message, "Write a figure above 0.", ("cut_factor", modality))
    if own.factor <= 0:
        message = f"the factor is {_number(own.factor)}"
        yield Complaint(at, message, "Write a figure above 0.", ("factor",))


def _action(at: Placed[CapabilityEntry]) -> Iterator[Complaint]:
    action = at.value.action
    if action.effort_total <= 0:
        message = f"the action of {at.value.id} takes no effort"
        yield Complaint(at, message, "Write person-weeks above 0.", ("action", "effort"))
    for code, effort in action.effort.items():
        if effort < 0:
            path: Path = ("action", "effort", code)
            yield Complaint(at, f"the effort of {code} is negative", "Write 0 or more.", path)
    if action.elapsed_weeks <= 0:
        message = f"the action of {at.value.id} takes no time"
        yield Complaint(at, message, "Write calendar weeks above 0.", ("action", "elapsed_weeks"))


def _drill(drill: DrillRules) -> Iterator[Complaint]:
    total = sum(block.points for block in drill.blocks)
    if total != DRILL_POINTS:
        message = f"the blocks add up to {total} points"
        yield _say(
            ("blocks",), message, f"Change them until they add up to {DRILL_POINTS}.", DRILLS
        )
    if drill.timed_block not in [block.id for block in drill.blocks]:
        message = f"there is no block {drill.timed_block!r}"
        yield _say(("timed_block",), message, "Name one of the blocks.", DRILLS)
    minima: Sequence[int] = [band.minimum for band in drill.bands]
    for number, (upper, lower) in enumerate(pairwise(minima), start=1):
        if lower >= upper:
            message = f"the band from {lower} stands below the band from {upper}"
            path: Path = ("bands", number, "minimum")
            yield _say(path, message, "Put the bands in falling order.", DRILLS)
    if minima and min(minima) > 0:
        message = f"no band begins below {min(minima)} points"
        yield _say(("bands",), message, "Let the last band begin at 0.", DRILLS)
    for number, scenario in enumerate(drill.scenarios):
        best = drill.right_in_time * len(scenario.items)
        block = next((b.points for b in drill.blocks if b.id == drill.timed_block), best)
        if best != block:
            message = f"the items of {scenario.id} give {best} points at best, their block {block}"
            path = ("scenarios", number, "items")
            yield _say(path, message, "Change the items or the points of the block.", DRILLS)


def _number(value: Fraction | int) -> str:
    return f"{float(value):g}"
