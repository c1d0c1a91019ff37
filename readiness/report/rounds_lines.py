"""Two rounds in lines that every face shares: what moved, from what to what, why; worse first.

No line holds a person, a code of one, or a typed word, so that every view may show them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.two_rounds import (
    CapabilityMove,
    Cause,
    Direction,
    GapMove,
    Measured,
    MetricMove,
    Move,
    Standing,
    TwoRounds,
    Wanted,
    compared,
)
from readiness.report.numerals import (
    NOT_KNOWN,
    half_up,
    one,
    plural,
    series,
    two,
    whole,
    with_unit,
)
from readiness.report.summary_levels import CONDITION_NAMES

ORDER: tuple[Direction, ...] = ("worse", "better", "other")
WAYS: Mapping[Direction, str] = {"worse": "▼ worse", "better": "▲ better", "other": "◆ changed"}
CAUSES: Mapping[Cause, str] = {
    "content": "content version",
    "profile": "profile",
    "answers": "answers",
    "basis": "what was shown for them",
    "records": "records",
    "drills": "drills and flags",
    "incidents": "incidents",
    "settings": "ratings and settings",
    "date": "time passed",
}
CHOSEN: frozenset[Cause] = frozenset({"content", "profile", "settings"})
"""Causes that move a target, not the plant: what they open is nothing that got worse."""
FIGURES = {
    "fit": "Fit for the stage",
    "next_stage": "Gap to the next stage",
    "launch": "Distance to launch",
}
Known = TypeVar("Known")


@dataclass(frozen=True)
class Line:
    """One thing that moved. ``id``: of a capability, metric, dimension or condition, or ''."""

    kind: str
    id: str
    name: str
    before: str
    after: str
    direction: Direction
    why: str

    @property
    def way(self) -> str:
        """The direction as sign and word."""
        return WAYS[self.direction]


def lines(found: TwoRounds, content: Questionnaire) -> tuple[Line, ...]:
    """Everything that moved, what got worse first, then what got better, then what else differs.

    ``content``: of the later round, for names; what it does not have keeps its id.
    """
    told = [*_overall(found), *_conditions(found)]
    told += [_capability(move, content) for move in found.capabilities]
    told += [_metric(move, content) for move in found.metrics]
    told += [_gap(move, content) for move in found.gaps]
    told += [*_dimensions(found, content), *_figures(found), *_streams(found, content)]
    return tuple(sorted(told, key=lambda line: ORDER.index(line.direction)))


def _overall(found: TwoRounds) -> Iterator[Line]:
    level, verdict, index = found.level, found.verdict, found.index
    way = compared(level.before, level.after)
    if level.changes:
        yield Line("Overall", "", "Overall level", *_ends(level, str), way, _why(level, str))
    if verdict.changes:
        yield Line("Overall", "", "Verdict", *_ends(verdict, str), way, _named(verdict.causes))
    if index.changes:
        why = _sum(index, two)
        yield Line("Overall", "", "Maturity index", *_ends(index, two), _more(index), why)


def _conditions(found: TwoRounds) -> Iterator[Line]:
    for move in found.conditions:
        was, now = bool(move.met.before), bool(move.met.after)
        name = f"Level {move.level}: {CONDITION_NAMES[move.id].lower()}"
        why = f"{_why(move.met, _met)}. Now: {move.detail}"
        yield Line("Condition", "", name, *_ends(move.met, _met), compared(was, now), why)


def _met(is_met: bool | None) -> str:
    return "not asked" if is_met is None else "met" if is_met else "not met"


def _capability(move: CapabilityMove, content: Questionnaire) -> Line:
    parts = [_why(move.level, _level), *_workings(move.before, move.after)]
    return Line(
        "Capability",
        move.id,
        content.capabilities[move.id].name if move.id in content.capabilities else "",
        _standing(move.before),
        _standing(move.after),
        move.direction,
        "; ".join(part for part in parts if part),
    )


def _standing(shown: Standing | None) -> str:
    if shown is None:
        return "not asked"
    if not shown.applicable:
        return "does not apply"
    return _level(shown.final) if shown.in_form else "outside the form"


def _level(level: int | None) -> str:
    return NOT_KNOWN if level is None else str(level)


def _workings(before: Standing | None, after: Standing | None) -> Iterator[str]:
    """What stands behind both levels, where it differs: claimed, backing, records."""
    if before is None or after is None:
        return
    for word in ("claimed", "backing", "records"):
        was, now = getattr(before, word), getattr(after, word)
        if was != now:
            yield f"{word} {_level(was)} → {_level(now)}"


def _metric(move: MetricMove, content: Questionnaire) -> Line:
    metric = content.metric_by_id.get(move.metric)
    values = [with_unit(m.value, metric) for m in (move.before, move.after) if m and metric]
    why = " → ".join(values) if len(values) == 2 else "not in both versions of the content"
    if move.after is not None and move.after.carried_over:
        why = "carried over, not measured since"
    name = metric.name if metric else ""
    ends = (_scored(move.before), _scored(move.after))
    return Line("Metric", move.metric, name, *ends, move.direction, why)


def _scored(one: Measured | None) -> str:
    return "not scored" if one is None or one.level is None else str(one.level)


def _gap(move: GapMove, content: Questionnaire) -> Line:
    size = move.size
    way = _own_way(size, less_is_better=True)
    known = content.capabilities.get(move.capability)
    ends = (_gap_size(size.before, move.before), _gap_size(size.after, move.after))
    why = f"{_opened(move)}: {_why(size, _levels)}"
    return Line("Gap", move.capability, known.name if known else "", *ends, way, why)


def _opened(move: GapMove) -> str:
    was, now = move.size.before, move.size.after
    if now is None:
        return "no longer known or asked"
    if was is None:
        return "known now" if now else "known now, no gap"
    if was == now:
        return "as before"
    if not was or not now:
        return "opened" if now else "closed"
    return "wider" if now > was else "narrower"


def _gap_size(size: int | None, gap: Wanted | None) -> str:
    if gap is None:
        return _levels(size)
    return f"{_levels(size)}, {gap.band}, priority {one(gap.priority)}"


def _levels(size: int | None) -> str:
    if size is None:
        return NOT_KNOWN
    return plural(size, "level") if size else "no gap"


def _dimensions(found: TwoRounds, content: Questionnaire) -> Iterator[Line]:
    names = {d.id: d.name for d in content.dimensions}
    for id, move in found.dimensions.items():
        if move.changes:
            name, why = names.get(id, ""), _sum(move, two)
            yield Line("Dimension", id, name, *_ends(move, two), _more(move), why)


def _figures(found: TwoRounds) -> Iterator[Line]:
    for id, move in found.figures.items():
        if move.changes:
            way = _own_way(move, less_is_better=id != "fit")
            ends = _ends(move, _share)
            yield Line("Figure", "", FIGURES[id], *ends, way, _sum(move, _points))


def _streams(found: TwoRounds, content: Questionnaire) -> Iterator[Line]:
    names = {s.index: s.index_name for s in content.streams}
    for id, move in found.streams.items():
        if move.changes:
            name, ends = names.get(id, id), _ends(move, whole)
            yield Line("Stream", "", name, *ends, _less(move), _sum(move, whole))


def _more(move: Move[Fraction | None]) -> Direction:
    """More is better; what is not known in one of the rounds is neither."""
    if move.before is None or move.after is None:
        return "other"
    return compared(move.before, move.after)


def _less(move: Move[Fraction | None]) -> Direction:
    return _more(Move(before=move.after, after=move.before))


def _own_way(move: Move[int | None] | Move[Fraction | None], *, less_is_better: bool) -> Direction:
    """The way of what the plant moved itself; a target that was chosen makes nothing worse."""
    own = Fraction(0)
    for change in move.changes:
        if change.before is None or change.after is None:
            return "other"
        if change.cause not in CHOSEN:
            own += Fraction(change.after) - Fraction(change.before)
    return compared(own, 0) if less_is_better else compared(0, own)


def _ends(move: Move[Known], say: Callable[[Known], str]) -> tuple[str, str]:
    return say(move.before), say(move.after)


def _why(move: Move[Known], say: Callable[[Known], str]) -> str:
    """The cause; of several each with its part of the way."""
    if len(move.changes) == 1:
        return CAUSES[move.changes[0].cause]
    return "; ".join(f"{CAUSES[c.cause]} {say(c.before)} → {say(c.after)}" for c in move.changes)


def _sum(move: Move[Fraction | None], say: Callable[[Fraction | None], str]) -> str:
    """Each cause with what it adds: the parts make the whole move."""
    if any(c.before is None or c.after is None for c in move.changes):
        return _why(move, say)
    parts = [(c.cause, Fraction(c.after or 0) - Fraction(c.before or 0)) for c in move.changes]
    return "; ".join(f"{CAUSES[cause]} {_signed(part, say)}" for cause, part in parts)


def _signed(part: Fraction, say: Callable[[Fraction | None], str]) -> str:
    return f"{'+' if part > 0 else '−'}{say(abs(part))}"


def _points(share: Fraction | None) -> str:
    return _share(share).replace("%", "points")


def _share(share: Fraction | None) -> str:
    """A decimal more than elsewhere, so that a small move shows."""
    return NOT_KNOWN if share is None else f"{half_up(100 * share, 1)} %"


def _named(causes: Iterable[Cause]) -> str:
    return series([CAUSES[cause] for cause in dict.fromkeys(causes)])
