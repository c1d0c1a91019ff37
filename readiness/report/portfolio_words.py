"""What a portfolio says in words: headline, alt texts, what is overdue, how a round moved."""

from collections import Counter
from collections.abc import Sequence

from readiness.domain.outline import DueKind
from readiness.domain.portfolio import CommonGap, OverdueItem, Portfolio, PortfolioLine
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import plural, two
from readiness.report.sentences import capitalised

KINDS: dict[DueKind, str] = {
    "gap": "Gap",
    "finding": "Finding",
    "drill action": "Action after a drill",
    "request": "Evidence asked for",
}


def headline(shown: Portfolio) -> str:
    """How many stand where: *12 assessments: 3 at level 1, 9 at level 2.*"""
    levels = Counter(line.level for line in shown.lines)
    parts = [
        f"{count} at level {level}"
        for level, count in sorted((n, c) for n, c in levels.items() if n is not None)
    ]
    if unknown := levels[None]:
        parts.append(f"{unknown} with too little known for a level")
    said = f"{plural(len(shown.lines), 'site or product', 'sites and products')}: "
    return capitalised(f"{said}{', '.join(parts)}.")


def heat_in_words(lines: Sequence[PortfolioLine], content: Questionnaire) -> str:
    """The lowest score of the picture."""
    known = [
        (score, line.title, dimension.name)
        for line in lines
        for dimension in content.dimensions
        if (score := line.outline.dimensions.get(dimension.id)) is not None
    ]
    if not known:
        return "Nothing is known yet: no dimension has a score."
    score, title, name = min(known)
    return f"The lowest score is {two(score)}: {title}, {name}."


def rounds_in_words(lines: Sequence[PortfolioLine]) -> str:
    """How many rose and fell since the round before."""
    moves = [line.moved for line in lines if line.moved is not None]
    up, down = sum(m > 0 for m in moves), sum(m < 0 for m in moves)
    still = len(moves) - up - down
    return f"Since the round before: {up} rose, {down} fell, {still} stood still."


def gaps_in_words(gaps: Sequence[CommonGap], of: int) -> str:
    """The gap that most have in common."""
    if not gaps:
        return "No assessment has a known gap."
    first = gaps[0]
    return f"{first.capability} {first.name} is a gap in {first.count} of {of}."


def moved(line: PortfolioLine) -> str:
    """*▲ 0.30*, *▼ 0.10* or *= 0.00* since the round before; '—' for a first round."""
    if line.moved is None:
        return "—"
    sign = "▲" if line.moved > 0 else "▼" if line.moved < 0 else "="
    return f"{sign} {two(abs(line.moved))}"


def about(item: OverdueItem, content: Questionnaire) -> str:
    """What is overdue: its kind and what it is about, never a typed word."""
    kind, id = KINDS[item.due.kind], item.due.about
    if id in content.capabilities:
        return f"{kind}: {id} {content.capabilities[id].name}"
    if id in content.metric_by_id:
        return f"{kind}: {id} {content.metric_by_id[id].name}"
    return kind
