"""The weakest pairs of flows as a short table, on two pages."""

from collections.abc import Callable

from readiness.domain.intersections import IntersectionRules
from readiness.domain.operating_result import CrossingResult, IntersectionResult
from readiness.report.numerals import half_up
from readiness.ui import html
from readiness.ui.html import Html

HEAD = ["Rank", "Where flows meet", "Weakness", "First known", "Decided", "Fallback", "Slack"]
CAPTION = "Weakest pairs of flows; weakness from 0, best, to 100"
Days = Callable[[CrossingResult], Html]


def weakest_table(
    rules: IntersectionRules, found: IntersectionResult, days: Days | None = None
) -> Html:
    """As many of the weakest as the content names; ``days``: a column of the simulator's."""
    rows = [_row(rules, one) for one in _named(rules, found)]
    if days is None:
        return html.table(HEAD, rows, "rd-compact", CAPTION)
    rows = [[*row, days(one)] for row, one in zip(rows, _named(rules, found), strict=True)]
    return html.table([*HEAD, "Simulated, beyond the sum"], rows, "rd-compact", CAPTION)


def _named(rules: IntersectionRules, found: IntersectionResult) -> tuple[CrossingResult, ...]:
    return tuple(one for one in found.pairs if one.rank is not None)[: rules.named]


def _row(rules: IntersectionRules, one: CrossingResult) -> list[Html]:
    names = {signal.id: signal.name for signal in rules.signals}
    weakness = one.weakness if one.weakness is not None else 0
    mark = "▲ weak, " if weakness >= rules.weak_from else ""
    slack = "not known" if one.slack_days is None else f"{one.slack_days} d"
    return [
        html.text(one.rank),
        html.bold(one.name),
        html.text(f"{mark}{half_up(weakness)}"),
        html.text(names[one.known] if one.known else "not said"),
        html.text("✓ yes" if one.is_decided else "✗ nobody"),
        html.text("✓ yes" if one.has_fallback else "✗ none"),
        html.text(slack),
    ]
