"""The summary's tables of dimensions and of what each level asks."""

from collections.abc import Mapping

from readiness.domain.capability import Dimension
from readiness.domain.result import Condition, StepResult
from readiness.report.calc_sheet import CalcRows, drawn_from
from readiness.report.cells import Number, Page
from readiness.report.charts import Drawn, Numbers, Words, bars, place
from readiness.report.facts import Facts
from readiness.report.layout import ASSUMPTIONS
from readiness.report.numerals import two
from readiness.report.places import Places
from readiness.report.printing import (
    MET,
    NOT_MET,
    colour_levels,
    colour_states,
    mark_missed,
)
from readiness.scoring.means import index, mean

STEP_HEADS = {
    2: "Level",
    3: "Verdict",
    5: "Index,\nunknown = 1",
    6: "needed",
    7: "Gates at level",
    8: "needed",
    9: "Gates too low",
    10: "Gates with proof",
    11: "needed",
    12: "Lowest drill",
    13: "needed",
    14: "Flags",
    15: "State",
}
CONDITION_NAMES = {
    "index": "Index",
    "gates_at_level": "Gates at level",
    "no_gate_below": "No gate too low",
    "drills": "Drills",
    "fragmentation": "Fragmentation",
    "evidence": "Proof",
}
NAMING = ("gates_at_level", "no_gate_below", "evidence")
"""Conditions whose blocking capabilities are named; the others name them in their figure."""
ROOM_BESIDE = 78


def write_dimensions(page: Page, facts: Facts, calc: CalcRows, first: int) -> None:
    """Score, target and gaps of each dimension, with the chart beside them."""
    page.text((first - 2, 2), "Dimensions", "section")
    page.fill(first - 2, 3, 15, "section")
    heads = ("Dimension", "", "", "", "Score", "Target", "Gaps", "Known")
    for column, words in enumerate(heads, start=2):
        page.text((first - 1, column), words, "head" if column < 6 else "head_mid")
    dimensions = facts.questionnaire.dimensions
    for row, dimension in enumerate(dimensions, start=first):
        _dimension(page, facts, dimension, row)
    last = first + len(dimensions) - 1
    colour_levels(page, f"F{first}:F{last}", f"F{first}")
    _chart(page, facts, calc, first)


def _dimension(page: Page, facts: Facts, dimension: Dimension, row: int) -> None:
    asked = [r for r in facts.rows if r.dimension.id == dimension.id and r.asked]
    known = [r for r in asked if r.final is not None]
    target = mean([facts.targets.at(r.capability.id, facts.horizon) for r in asked])
    page.height(row, 14)
    page.fill(row, 2, 5, "body")
    page.text((row, 2), dimension.name)
    mine = f"Gap_Dimension,$B{row}"
    page.formula(
        (row, 6),
        f'=IF(COUNTIFS({mine},Gap_Known,1)=0,"",AVERAGEIFS(Gap_Final,{mine},Gap_Known,1))',
        mean([r.final for r in known if r.final is not None]),
        "mid_2",
    )
    page.formula(
        (row, 7),
        f'=IF(COUNTIFS({mine},Gap_Applicable,"yes")=0,"",'
        f'AVERAGEIFS(Gap_Target,{mine},Gap_Applicable,"yes"))',
        target,
        "mid_2",
    )
    gaps = sum(r.gap is not None for r in asked)
    page.formula((row, 8), f'=COUNTIFS({mine},Gap_Open,">0")', gaps, "mid_0")
    page.formula(
        (row, 9),
        f'=COUNTIFS({mine},Gap_Known,1)&" of "&COUNTIFS({mine},Gap_Applicable,"yes")',
        f"{len(known)} of {len(asked)}",
        "mid",
    )


def _chart(page: Page, facts: Facts, calc: CalcRows, first: int) -> None:
    scores: list[Number | None] = []
    targets: list[Number | None] = []
    dimensions = facts.questionnaire.dimensions
    for dimension in dimensions:
        asked = [r for r in facts.rows if r.dimension.id == dimension.id and r.asked]
        scores.append(mean([r.final for r in asked if r.final is not None]))
        targets.append(mean([facts.targets.at(r.capability.id, facts.horizon) for r in asked]))
    count = len(dimensions)
    labels = Words(drawn_from(page, "A", calc.dimensions, count), [d.short for d in dimensions])
    cells = {column: drawn_from(page, column, calc.dimensions, count) for column in "CD"}
    chart = bars(
        labels,
        (
            Drawn("Score", Numbers(cells["C"], scores, "0.00"), "1F3A4D"),
            Drawn("Target", Numbers(cells["D"], targets, "0.00"), "C3CAD1"),
        ),
        highest=5,
    )
    low = min(
        ((s, d.name) for s, d in zip(scores, dimensions, strict=True) if s is not None),
        default=None,
    )
    alt = "Bars of the score and the target of each dimension, 0 to 5."
    if low is not None:
        alt += f" Lowest: {low[1]}, {two(low[0])}. The table beside it holds the figures."
    place(page, chart, f"J{first - 1}", (15.0, 5.5), alt)


def write_steps(page: Page, facts: Facts, at: Places, first: int) -> int:
    """One line a level with each condition's figure; returns the last row."""
    page.text((first - 2, 2), "What each next level asks", "section")
    page.fill(first - 2, 3, 15, "section")
    for column in range(2, 16):
        words = STEP_HEADS.get(column, "")
        page.text((first - 1, column), words, "head" if column in (3, 4) else "head_mid")
    page.height(first - 1, 26)
    results = {step.level: step for step in facts.result.steps}
    steps = facts.questionnaire.verdict.steps
    for row, step in enumerate(steps, start=first):
        _step(page, facts, at.steps_row + row - first, row, results[step.level])
    last = first + len(steps) - 1
    _marks(page, at, first, last)
    return last


def _step(page: Page, facts: Facts, source: int, row: int, result: StepResult) -> None:
    name = next(s.verdict for s in facts.questionnaire.scale if s.level == result.level)
    page.height(row, 14)
    page.number((row, 2), result.level, "mid_bold")
    page.fill(row, 3, 4, "body")
    page.text((row, 3), name)
    below = f'"<"&($B{row}-1)'
    at_least = f'">="&($B{row}-1)'
    gates = 'Gap_Gate,"yes",Gap_Applicable,"yes"'
    now = _figures(facts, result)
    figures = {
        5: ("=Index_counted", "mid_2"),
        7: (f'=IF(Gates=0,"",COUNTIFS({gates},Gap_Counted,">="&$B{row})/Gates)', "mid_share"),
        9: (f"=COUNTIFS({gates},Gap_Counted,{below})", "mid_0"),
        10: (
            f'=IF(OR(Gates=0,$K{row}=""),"",COUNTIFS({gates},Gap_Proof,{at_least})/Gates)',
            "mid_share",
        ),
        12: (f'=IF($M{row}="","",Drill_minimum)', "mid_0"),
        14: (f'=IF(ISNUMBER({ASSUMPTIONS}!$F${source}),Flags_raised,"")', "mid_0"),
    }
    for column, (text, style) in figures.items():
        page.formula((row, column), text, now[column], style)
    for column, letter, style in (
        (6, "B", "mid_2"),
        (8, "C", "mid_share"),
        (11, "D", "mid_share"),
        (13, "E", "mid_0"),
    ):
        cell = f"{ASSUMPTIONS}!${letter}${source}"
        page.formula((row, column), f'=IF(ISNUMBER({cell}),{cell},"")', now[column], style)
    state = MET if result.met else NOT_MET
    text = f'=IF(AND({",".join(_conditions(row, source))}),"{MET}","{NOT_MET}")'
    page.formula((row, 15), text, state, "mid_bold")


def _conditions(row: int, source: int) -> tuple[str, ...]:
    """The conditions of a level; each holds where the level does not ask for it."""
    flags = f"{ASSUMPTIONS}!$F${source}"
    drills = (
        f'COUNTIFS(Drill_mandatory,"yes",Drill_counted,"<"&N($M{row}))'
        '+COUNTIFS(Drill_mandatory,"yes",Drill_critical,"yes")=0'
    )
    return (
        f"ISNUMBER($E{row})",
        f"ROUND(N($E{row}),9)>=N($F{row})",
        "Gates>0",
        f"ROUND(N($G{row}),9)>=N($H{row})",
        f"$I{row}=0",
        f'OR($K{row}="",ROUND(N($J{row}),9)>=N($K{row}))',
        f'OR($M{row}="",{drills})',
        f'OR(NOT(ISNUMBER({flags})),Flags_bind="no",AND(Flags_bind="yes",Flags_raised<N({flags})))',
    )


def _figures(facts: Facts, result: StepResult) -> Mapping[int, Number | None]:
    """The engine's figures behind one line."""
    level = result.level
    step = next(s for s in facts.questionnaire.verdict.steps if s.level == level)
    asked = [r for r in facts.rows if r.asked]
    gates = [r for r in asked if r.capability.gate]
    levels: dict[str, list[int]] = {}
    for row in asked:
        levels.setdefault(row.dimension.id, []).append(row.final or 1)
    known = any(r.final is not None for r in asked)
    points = {d.scenario: d.counted for d in facts.result.drills if d.latest}
    mandatory = [s.id for s in facts.questionnaire.drills.scenarios if s.mandatory]
    hybrid = facts.result.hybrid

    def share(count: int) -> Number | None:
        return mean([1] * count + [0] * (len(gates) - count))

    proven = share(sum((r.shown.proof or 0) >= level - 1 for r in gates))
    lowest = min((points.get(s, 0) for s in mandatory), default=None)
    flags = len({*hybrid.flags, *hybrid.not_known})
    return {
        5: index(levels) if known else None,
        6: step.index,
        7: share(sum((r.final or 1) >= level for r in gates)),
        8: step.gates_share,
        9: sum((r.final or 1) < level - 1 for r in gates),
        10: None if step.proof_share is None else proven,
        11: step.proof_share,
        12: None if step.drill_points is None else lowest,
        13: step.drill_points,
        14: None if step.flags_fewer_than is None else flags,
    }


def _marks(page: Page, at: Places, first: int, last: int) -> None:
    """A cross and red letters on each figure that misses its condition."""
    flags = f"{ASSUMPTIONS}!$F{at.steps_row}"
    rules = (
        ("E", f"OR(NOT(ISNUMBER($E{first})),ROUND(N($E{first}),9)<$F{first})", "0.00"),
        ("G", f"ROUND(N($G{first}),9)<$H{first}", "0%"),
        ("I", f"$I{first}>0", "0"),
        ("J", f'AND($K{first}<>"",ROUND(N($J{first}),9)<N($K{first}))', "0%"),
        ("L", f'AND($M{first}<>"",N($L{first})<N($M{first}))', "0"),
        ("N", f'AND($N{first}<>"",Flags_bind<>"no",N($N{first})>=N({flags}))', "0"),
    )
    # The limit of the flags stands on a sheet that a book without formulas does not have.
    for letter, formula, shown in rules if page.book.live else rules[:-1]:
        mark_missed(page, f"{letter}{first}:{letter}{last}", formula, shown)
    colour_states(page, f"O{first}:O{last}", f"O{first}")


def write_next(page: Page, facts: Facts, row: int) -> int:
    """What the next level still needs, as the engine said it; returns the last row.

    Lines are kept for every condition, so that the second page begins at the same row.
    """
    step = next((s for s in facts.result.steps if s.level == facts.result.level + 1), None)
    if step is None:
        page.text((row, 2), "The highest level is reached.", "section")
        page.fill(row, 3, 15, "section")
        return row + len(CONDITION_NAMES)
    page.text((row, 2), f"What level {step.level} still needs (as exported)", "section")
    page.fill(row, 3, 15, "section")
    for line, condition in enumerate(step.conditions, start=row + 1):
        _condition(page, condition, line)
    return row + len(CONDITION_NAMES)


def _condition(page: Page, condition: Condition, row: int) -> None:
    page.fill(row, 2, 15, "line")
    page.text((row, 2), f"{'✓' if condition.met else '✗'} {CONDITION_NAMES[condition.id]}", "line")
    page.text((row, 4), f"{condition.needed[0].upper()}{condition.needed[1:]}", "line")
    page.text((row, 10), _now(condition), "line")
    page.height(row, 13)


def _now(condition: Condition) -> str:
    """The figure now, and as many of the blocking capabilities as the line holds."""
    words = f"now {condition.now}"
    if condition.id not in NAMING or condition.met:
        return words
    left = len(condition.blocking)
    for id in condition.blocking:
        longer = f"{words}{', ' if ': ' in words else ': '}{id}"
        if len(longer) > ROOM_BESIDE:
            return f"{words} and {left} more"
        words, left = longer, left - 1
    return words
