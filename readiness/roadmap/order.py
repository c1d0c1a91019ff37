"""Selection, waves, prerequisites and order of the roadmap (method 8, no calendar)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from readiness.domain.gaps import Gap, RoadmapItem
from readiness.domain.result import CapabilityResult
from readiness.domain.scale import Level, Stage
from readiness.roadmap.gaps import Ranking, open_gap, place

Rank = tuple[object, ...]


@dataclass
class Entry:
    """A capability on its way into the roadmap."""

    capability: str
    final: Level | None
    target: Level
    own: Rank
    wave: int
    raised: bool = False
    needs: list[str] = field(default_factory=list)
    """Unsatisfied prerequisites."""
    wave_from: str | None = None


def roadmap(
    ranking: Ranking,
    capabilities: Mapping[str, CapabilityResult],
    gaps: Sequence[Gap],
    second_list: Sequence[str],
    stage: Stage,
) -> tuple[RoadmapItem, ...]:
    """What closes the gaps, with prerequisites and nothing else, in waves (method 8).

    ``second_list``: the ids not yet assessed, in their order. Prerequisites that do not apply to
    the profile, or lie outside the form, need nothing.
    """
    entries = _entries(ranking, capabilities, gaps, second_list, stage)
    best = {capability: _effective(capability, entries) for capability in entries}
    placed: list[str] = []
    inherited: dict[str, str | None] = {}
    for wave in sorted({e.wave for e in entries.values()}):
        _place_wave([e for e in entries.values() if e.wave == wave], best, placed, inherited)
    return tuple(
        _item(n, entries[capability], inherited[capability], ranking)
        for n, capability in enumerate(placed, start=1)
    )


def _entries(
    ranking: Ranking,
    capabilities: Mapping[str, CapabilityResult],
    gaps: Sequence[Gap],
    second_list: Sequence[str],
    stage: Stage,
) -> dict[str, Entry]:
    entries = {
        g.capability: Entry(g.capability, g.final, g.target, (0, g.rank), g.wave) for g in gaps
    }
    content = ranking.questionnaire.capabilities
    for dependant in _dependants_first(ranking):
        if dependant not in entries:
            continue
        entry = entries[dependant]
        for need in content[dependant].prerequisites:
            known = capabilities.get(need)
            if known is None or not known.applicable or not known.in_form:
                continue
            wanted = _level(entry.target - 1)
            if (known.final or 1) >= wanted:
                continue
            _pull_in(ranking, entries, known, wanted, entry, second_list, stage)
            entry.needs.append(need)
    return entries


def _level(number: int) -> Level:
    levels: tuple[Level, ...] = (1, 2, 3, 4, 5)
    return levels[max(1, min(5, number)) - 1]


def _dependants_first(ranking: Ranking) -> list[str]:
    """Every capability before its prerequisites, so that raised targets travel on."""
    content = ranking.questionnaire.capabilities
    seen: dict[str, None] = {}

    def visit(capability: str) -> None:
        if capability in seen:
            return
        for need in content[capability].prerequisites:
            visit(need)
        seen[capability] = None

    for capability in content:
        visit(capability)
    return list(reversed(seen))


def _pull_in(
    ranking: Ranking,
    entries: dict[str, Entry],
    known: CapabilityResult,
    wanted: Level,
    dependant: Entry,
    second_list: Sequence[str],
    stage: Stage,
) -> None:
    """Bring a prerequisite in, raise its target, and pull it into the wave of its dependant."""
    entry = entries.get(known.id)
    if entry is None:
        own = ranking.targets.at(known.id, stage)
        entry = Entry(known.id, known.final, max(wanted, own), (), _own_wave(ranking, known.id))
        entry.own = _own_rank(ranking, entry, second_list)
        entry.raised = wanted > own
        entries[known.id] = entry
    elif entry.target < wanted:
        entry.target, entry.raised = wanted, True
    if dependant.wave < entry.wave:
        entry.wave, entry.wave_from = dependant.wave, dependant.capability


def _own_wave(ranking: Ranking, capability: str) -> int:
    waves = ranking.questionnaire.waves
    named = [w.number for w in waves if capability in w.capabilities]
    return named[0] if named else max(w.number for w in waves)


def _own_rank(ranking: Ranking, entry: Entry, second_list: Sequence[str]) -> Rank:
    """Behind all ranked gaps: raised ones by section 7, then the unassessed in their order."""
    if entry.final is None:
        return (2, second_list.index(entry.capability))
    return (1, place(ranking, open_gap(ranking, entry.capability, entry.final, entry.target)))


def _place_wave(
    waiting: list[Entry],
    best: Mapping[str, tuple[Rank, str]],
    placed: list[str],
    inherited: dict[str, str | None],
) -> None:
    """Of those whose unsatisfied prerequisites are placed, the one with the best effective rank."""
    while waiting:
        ready = [e for e in waiting if all(need in placed for need in e.needs)]
        entry = min(ready, key=lambda e: (best[e.capability][0], e.own))
        _, source = best[entry.capability]
        inherited[entry.capability] = source if source != entry.capability else entry.wave_from
        placed.append(entry.capability)
        waiting.remove(entry)


def _effective(capability: str, entries: Mapping[str, Entry]) -> tuple[Rank, str]:
    """The best rank among itself and all that need it, directly or through others, and whose."""
    found, fresh = {capability}, [capability]
    while fresh:
        need = fresh.pop()
        more = [e.capability for e in entries.values() if need in e.needs]
        fresh += [c for c in more if c not in found]
        found.update(more)
    return min((entries[c].own, c) for c in found)


def _item(order: int, entry: Entry, source: str | None, ranking: Ranking) -> RoadmapItem:
    wave = next(w for w in ranking.questionnaire.waves if w.number == entry.wave)
    return RoadmapItem(
        order=order,
        capability=entry.capability,
        wave=entry.wave,
        inherited_from=source,
        final=entry.final,
        target=entry.target,
        raised=entry.raised,
        assess_first=entry.final is None,
        prerequisites=tuple(entry.needs),
        reason=_reason(entry, source, wave.reason),
    )


def _reason(entry: Entry, source: str | None, wave_reason: str) -> str:
    parts = [wave_reason.rstrip(".")]
    if source is not None:
        parts.append(f"{source} needs it first")
    if entry.raised:
        parts.append(f"target raised to {entry.target} for what needs it")
    if entry.final is None:
        parts.append("not yet assessed: assess it first")
    return "; ".join(parts)
