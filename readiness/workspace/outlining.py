"""A result and what was said, in short, as a portfolio shows it."""

from collections.abc import Collection, Iterable, Iterator

from readiness.domain.assessment import Assessment
from readiness.domain.gaps import Band, Gap
from readiness.domain.outline import Due, Outline
from readiness.domain.result import Result
from readiness.domain.tracking import TrackingStatus

CLOSED: frozenset[TrackingStatus | None] = frozenset({"done", "accepted", "not agreed"})
"""A gap or finding of which nothing more is expected."""


def outline(said: Assessment, judged: Result) -> Outline:
    """The outline of an assessment and its result; pure."""
    gaps = _gaps(getattr(judged.gaps, said.settings.horizon))
    missed = {id for some in gaps.values() for id in some}
    return Outline(
        as_of=judged.as_of,
        level=judged.level,
        verdict=judged.verdict,
        provisional=judged.provisional,
        index=judged.index,
        index_low=judged.index_low,
        index_high=judged.index_high,
        coverage=judged.coverage,
        evidence_coverage=judged.evidence_coverage,
        fit=judged.fit_for_stage,
        is_drilled=bool(judged.drills),
        dimensions={d.id: d.score for d in judged.dimensions},
        gaps=gaps,
        met=tuple(
            c.id
            for c in judged.capabilities
            if c.applicable and c.in_form and c.final is not None and c.id not in missed
        ),
        due=tuple(_due(said, {item.capability for item in judged.roadmap})),
        follows=said.follows.assessment if said.follows else None,
    )


def _gaps(found: Iterable[Gap]) -> dict[Band, dict[str, int]]:
    gaps: dict[Band, dict[str, int]] = {}
    for gap in found:
        gaps.setdefault(gap.band, {})[gap.capability] = gap.gap
    return gaps


def _due(said: Assessment, to_do: Collection[str]) -> Iterator[Due]:
    """``to_do``: the capabilities of the roadmap; of a gap that was closed nothing is due."""
    for one in said.tracking:
        parts = one.item.split(":")
        is_gap = len(parts) == 1
        if one.due is None or one.status in CLOSED or (is_gap and one.item not in to_do):
            continue
        yield Due(
            kind="gap" if is_gap else "finding",
            item=one.item,
            about=one.item if is_gap else parts[1] if len(parts) > 2 else "",
            who=one.owner,
            due=one.due,
        )
    for action in said.drill_actions:
        if action.due is not None:
            yield Due(
                kind="drill action", item=action.run, about="", who=action.owner, due=action.due
            )
    for asked in said.requests:
        if asked.due is not None and asked.is_open:
            yield Due(
                kind="request",
                item=asked.id,
                about=asked.capability or "",
                who=asked.respondent or "",
                due=asked.due,
            )
