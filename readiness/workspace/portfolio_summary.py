"""A portfolio for the command line: in lines of text, or as JSON with the same figures."""

import json

from pydantic import TypeAdapter

from readiness.domain.portfolio import Portfolio, PortfolioLine
from readiness.domain.questionnaire import Questionnaire
from readiness.report.numerals import two
from readiness.report.portfolio_words import about, headline, moved

TOP = 10
SHAPE = TypeAdapter(Portfolio)


def portfolio_json(shown: Portfolio) -> str:
    """The whole of it; each line with its level, its move and what is to act on now."""
    found = SHAPE.dump_python(shown, mode="json")
    for line, said in zip(shown.lines, found["lines"], strict=True):
        move = None if line.moved is None else float(line.moved)
        said |= {"level": line.level, "moved": move, "act_now": line.act_now}
    for gap, said in zip(shown.gaps, found["gaps"], strict=True):
        said["count"] = gap.count
    return json.dumps(found, indent=2, ensure_ascii=False)


def portfolio_lines(shown: Portfolio, content: Questionnaire) -> list[str]:
    """Where each stands, the gaps that most have, what is overdue."""
    told = [f"{shown.client} · {headline(shown)}", "", *map(_line, shown.lines)]
    if shown.gaps:
        told += ["", "Gaps that most have in common:"]
    told += [
        f"  {g.capability} {g.name}: in {g.count} of {g.known} where it is known, "
        f"to act on now in {g.bands.get('act now', 0)}"
        for g in shown.gaps[:TOP]
    ]
    told += ["", f"Overdue on {shown.today.isoformat()}: {len(shown.overdue)}"]
    told += [
        f"  {item.days} days: {item.title}, {about(item, content)}, "
        f"{item.due.who or 'nobody named'}"
        for item in shown.overdue[:TOP]
    ]
    if shown.left_out:
        told += ["", "Not in these figures:"]
    return told + [f"  {one.title}: {one.why}" for one in shown.left_out]


def _line(line: PortfolioLine) -> str:
    level = "?" if line.level is None else line.level
    since = "" if line.moved is None else f" ({moved(line)} since the round before)"
    return (
        f"  {line.title}: level {level}, {line.outline.verdict}, index {two(line.outline.index)}"
        f"{since}, {line.act_now} to act on now"
    )
