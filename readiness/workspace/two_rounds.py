"""What moved from one round to the next, and why: the engine judges between the causes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Condition, QuestionnaireStamp, Result
from readiness.domain.scale import Level
from readiness.domain.two_rounds import (
    CapabilityMove,
    Cause,
    Change,
    ConditionMove,
    GapMove,
    Measured,
    MetricMove,
    Move,
    RoundStamp,
    Standing,
    Told,
    TwoRounds,
    Wanted,
)
from readiness.engine import assess
from readiness.workspace.comparing import low_to_high
from readiness.workspace.inputs_changed import input_changes
from readiness.workspace.swapping import Round, on_the_way

Known = TypeVar("Known")


@dataclass(frozen=True)
class Trail:
    """The results from one round to the other; ``causes[n]`` lies before ``results[n + 1]``."""

    causes: Sequence[Cause]
    results: Sequence[Result]

    def one(self, figure: Callable[[Result], Known]) -> Move[Known]:
        """A figure from end to end, with each cause at which it changed."""
        return self._move([figure(result) for result in self.results])

    def by_name(
        self, figures: Callable[[Result], Mapping[str, Known | None]]
    ) -> dict[str, Move[Known | None]]:
        """The same for figures by name; None where there is none of that name."""
        found = [figures(result) for result in self.results]
        names = dict.fromkeys(name for by_name in found for name in by_name)
        return {name: self._move([by_name.get(name) for by_name in found]) for name in names}

    def _move(self, values: Sequence[Known]) -> Move[Known]:
        changes = tuple(
            Change(cause=cause, before=before, after=after)
            for cause, (before, after) in zip(self.causes, pairwise(values), strict=True)
            if before != after
        )
        return Move(before=values[0], after=values[-1], changes=changes)


def two_rounds(
    before: Round, after: Round, judged_then: QuestionnaireStamp | None = None
) -> TwoRounds:
    """Compare two rounds of one questionnaire; one against itself shows nothing.

    ``judged_then``: the content of the day the earlier one was closed. Pure: nothing is stored.
    Raises ValueError for two questionnaires, which no figure compares.
    """
    if before.questionnaire.id != after.questionnaire.id:
        asked = f"{before.questionnaire.id} and {after.questionnaire.id}"
        raise ValueError(f"{asked} are two questionnaires: their levels cannot be compared")
    swapped = list(on_the_way(before, after))
    trail = Trail(
        [cause for cause, _ in swapped],
        [_judged(one) for one in (before, *(between for _, between in swapped))],
    )
    return TwoRounds(
        before=_stamp(before, judged_then),
        after=_stamp(after, None),
        inputs=tuple(input_changes(before, after, trail.results[0], trail.results[-1])),
        level=trail.one(lambda r: r.level),
        verdict=trail.one(lambda r: r.verdict),
        index=trail.one(lambda r: r.index),
        figures=trail.by_name(lambda r: {name: f.value for name, f in r.figures.items()}),
        dimensions=trail.by_name(lambda r: {d.id: d.score for d in r.dimensions}),
        streams=trail.by_name(lambda r: r.indices),
        conditions=tuple(_conditions(trail)),
        side_by_side=tuple(_capabilities(trail)),
        metrics=tuple(_metrics(trail)),
        gaps=tuple(_gaps(trail)),
        carried=tuple(m.metric for m in trail.results[-1].measurements if m.carried_over),
    )


def stamp_of(content: Questionnaire) -> QuestionnaireStamp:
    """Which content this is."""
    return QuestionnaireStamp(id=content.id, version=content.version, sha256=content.sha256)


def _judged(one: Round) -> Result:
    return assess(one.assessment, one.questionnaire, one.evidence, robustness=False)


def _stamp(one: Round, judged_then: QuestionnaireStamp | None) -> RoundStamp:
    content = stamp_of(one.questionnaire)
    return RoundStamp(
        title=one.assessment.title,
        as_of=one.assessment.as_of,
        modality=one.assessment.profile.modality,
        content=content,
        judged_then=None if judged_then == content else judged_then,
    )


def _conditions(trail: Trail) -> Iterator[ConditionMove]:
    """Those that changed, step by step; a condition that a content does not have was not met."""
    last = _by_step(trail.results[-1])
    moves = trail.by_name(lambda r: {key: c.met for key, (_, c) in _by_step(r).items()})
    for key, met in moves.items():
        if key in last and met.changes:
            level, condition = last[key]
            yield ConditionMove(level=level, id=condition.id, met=met, detail=condition.detail)


def _by_step(result: Result) -> dict[str, tuple[Level, Condition]]:
    return {f"{s.level} {c.id}": (s.level, c) for s in result.steps for c in s.conditions}


def _capabilities(trail: Trail) -> Iterator[CapabilityMove]:
    """All of them, in the order of the earlier content; what the later one added comes last."""
    levels = trail.by_name(lambda r: {id: _level(one) for id, one in _standings(r).items()})
    first, last = (_standings(trail.results[end]) for end in (0, -1))
    for id, level in levels.items():
        yield CapabilityMove(id=id, level=level, before=first.get(id), after=last.get(id))


def _standings(result: Result) -> dict[str, Standing]:
    return {
        c.id: Standing(
            applicable=c.applicable,
            in_form=c.in_form,
            final=c.final,
            claimed=c.claimed,
            backing=c.backing,
            records=c.records,
            rule=c.rule,
            answers=tuple(Told(said=a.said, basis=a.basis) for a in low_to_high(c.answers)),
            consensus=c.claim_source == "consensus",
        )
        for c in result.capabilities
    }


def _level(one: Standing) -> Level | None:
    return one.final if one.counts else None


def _metrics(trail: Trail) -> Iterator[MetricMove]:
    """Those whose level moved, or that are scored in one round only."""
    before, after = (_measured(trail.results[end]) for end in (0, -1))
    for id in dict.fromkeys([*before, *after]):
        was, now = before.get(id), after.get(id)
        if (was.level if was else None) != (now.level if now else None):
            yield MetricMove(metric=id, before=was, after=now)


def _measured(result: Result) -> dict[str, Measured]:
    return {
        m.metric: Measured(
            value=m.value, level=m.level if m.usable else None, carried_over=m.carried_over
        )
        for m in result.measurements
    }


def _gaps(trail: Trail) -> Iterator[GapMove]:
    """Those whose size changed, to the horizon of each round."""
    before, after = (_wanted(trail.results[end]) for end in (0, -1))
    for id, size in trail.by_name(_sizes).items():
        if size.changes:
            yield GapMove(capability=id, size=size, before=before.get(id), after=after.get(id))


def _wanted(result: Result) -> dict[str, Wanted]:
    return {g.capability: Wanted(band=g.band, priority=g.priority) for g in _ranked(result)}


def _ranked(result: Result) -> tuple[Gap, ...]:
    gaps = result.gaps
    return gaps.launch if result.settings["horizon"] == "launch" else gaps.next_stage


def _sizes(result: Result) -> dict[str, int | None]:
    known = {id: 0 for id, one in _standings(result).items() if _level(one) is not None}
    return {**known, **{gap.capability: gap.gap for gap in _ranked(result)}}
