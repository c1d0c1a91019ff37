"""The summary's tiles: each figure with its formula, the engine's value, and two lines below."""

from collections.abc import Sequence
from dataclasses import dataclass

from readiness.domain.result import StageFigure
from readiness.report.calc_sheet import CalcRows
from readiness.report.cells import Number
from readiness.report.facts import Facts
from readiness.report.numerals import half_up
from readiness.report.places import first_letter
from readiness.report.printing import MET

Note = tuple[str, str]
"""Formula and value; a text that is no formula stands as it is."""
NO_NOTE: Note = ("", "")

KNOWN = "SUM(Gap_Known)"
ASKED = 'COUNTIFS(Gap_Applicable,"yes")'
ON_PAPER = 'COUNTIFS(Gap_Gate,"yes",Gap_Applicable,"yes",Gap_On_paper,1)'
FITTING = "SUMPRODUCT(Gap_Known*(Gap_Final>=Gap_Today))"
PROVEN = "SUMPRODUCT(Gap_Known*(Gap_Final>=Gap_Today)*(Gap_Proof>=Gap_Today))"
PROVISIONAL = "provisional: too little known"
FIRM = "conditions decide, not the mean"
STREAM_COLUMNS = "HJLN"


@dataclass(frozen=True)
class Tile:
    """One figure: the column where it begins, what stands above it and below it."""

    column: str
    label: str
    formula: str
    value: Number | str | None
    style: str
    first: Note = NO_NOTE
    second: Note = NO_NOTE


@dataclass(frozen=True)
class Rows:
    """Where the blocks of the first page stand, so that formulas find one another."""

    dimensions: int
    steps: int
    level: str = "$F$6"
    index: str = "$H$6"
    coverage: str = "$D$11"


def first_tiles(facts: Facts, rows: Rows) -> Sequence[Tile]:
    """Verdict, level, index and the three separate questions."""
    figures, name = facts.result.figures, facts.questionnaire.stage_name
    return (
        _verdict(facts, rows),
        _level(facts, rows),
        _index(facts, rows),
        _fit(facts, figures["fit"]),
        _distance("L", f"Gap to {name(facts.next_stage)}", "next", figures["next_stage"]),
        _distance("N", f"Distance to {name('launch').lower()}", "launch", figures["launch"]),
    )


def second_tiles(facts: Facts, calc: CalcRows) -> Sequence[Tile]:
    """Gaps, both coverages and the four streams."""
    streams = range(len(facts.questionnaire.streams))
    return (
        _gaps(facts),
        _coverage(facts),
        _evidence(facts),
        *(_stream(facts, calc, number) for number in streams),
    )


def _verdict(facts: Facts, rows: Rows) -> Tile:
    level, coverage = rows.level, f"ROUND({rows.coverage},9)"
    capped = f"IF(OR({coverage}<Coverage_full,Form_short=1),MIN(Capped_level,{level}),{level})"
    formula = (
        f"=Verdict_prefix&IF(NOT(ISNUMBER({rows.coverage})),Verdict_not_enough,"
        f"IF({coverage}<Coverage_provisional,Verdict_not_enough,INDEX(Verdicts,{capped})))"
    )
    first = ("Level 4 and above counts as commercial", "")
    return Tile("B", "Verdict", formula, facts.result.verdict, "tile_words", first)


def _level(facts: Facts, rows: Rows) -> Tile:
    """The highest level reached without a missed step."""
    result, count = facts.result, len(facts.questionnaire.verdict.steps)
    formula = f"$B${rows.steps + count - 1}"
    for row in range(rows.steps + count - 1, rows.steps - 1, -1):
        below = "1" if row == rows.steps else f"$B${row - 1}"
        formula = f'IF($O${row}="{MET}",{formula},{below})'
    known = f"ROUND(N({rows.coverage}),9)<Coverage_provisional"
    first = (
        f'=IF({known},"{PROVISIONAL}","{FIRM}")',
        PROVISIONAL if result.provisional else FIRM,
    )
    second = (f"bounds {result.level_low} to {result.level_high} exported", "")
    return Tile("F", "Overall level", f"={formula}", result.level, "tile_level", first, second)


def _index(facts: Facts, rows: Rows) -> Tile:
    result, index = facts.result, rows.index
    last = rows.dimensions + len(facts.questionnaire.dimensions) - 1
    scores = f"$F${rows.dimensions}:$F${last}"
    formula = f'=IF(COUNT({scores})=0,"",SUM({scores})/COUNT({scores}))'
    axis = f'"axis position "&TEXT(100*({index}-1)/4,"0")&" of 100"'
    first = (
        f'=IF(ISNUMBER({index}),{axis},"not known")',
        f"axis position {half_up(result.axis)} of 100" if result.axis is not None else "not known",
    )
    second = NO_NOTE
    if result.index_low is not None and result.index_high is not None:
        low, high = half_up(result.index_low, 2), half_up(result.index_high, 2)
        second = (f"bounds {low} to {high} exported", "")
    label = "Maturity index, 1 to 5"
    return Tile("H", label, formula, result.index, "tile_2", first, second)


def _fit(facts: Facts, fit: StageFigure) -> Tile:
    first = (f'={FITTING}&" of "&{KNOWN}&" at target"', f"{fit.count} of {fit.of} at target")
    second = (
        f'=IF({FITTING}=0,"",TEXT(100*{PROVEN}/{FITTING},"0")&" % of these on proof")',
        "" if fit.on_proof is None else f"{half_up(100 * fit.on_proof)} % of these on proof",
    )
    label = f"Fit for {facts.questionnaire.stage_name(facts.stage)} today"
    formula = f'=IF({KNOWN}=0,"",{FITTING}/{KNOWN})'
    return Tile("J", label, formula, fit.value, "tile_share", first, second)


def _distance(column: str, label: str, key: str, figure: StageFigure) -> Tile:
    open_, levels = f'COUNTIFS(Gap_{key},">0")', f"SUM(Gap_{key})"
    first = (
        f'={open_}&" gaps of "&{KNOWN}&" known"',
        f"{figure.count} gaps of {figure.of} known",
    )
    second = (f'={levels}&" levels to close"', f"{figure.sum_gaps or 0} levels to close")
    formula = f'=IF(SUM(Gap_Need_{key})=0,"",{levels}/SUM(Gap_Need_{key}))'
    return Tile(column, label, formula, figure.value, "tile_share", first, second)


def _gaps(facts: Facts) -> Tile:
    act_now = sum(gap.band == "act now" for gap in facts.gaps)
    rules = sum(gap.act_now for gap in facts.gaps)
    first = (
        '=COUNTIFS(Gap_Band,INDEX(Band_names,1))&" act now, "&SUM(Gap_Rule_flag)&" by rule"',
        f"{act_now} act now, {rules} by rule",
    )
    horizon = facts.questionnaire.stage_name(facts.horizon)
    second = ('="horizon "&Horizon_stage', f"horizon {horizon}")
    formula = '=COUNTIFS(Gap_Open,">0")'
    return Tile("B", "Gaps to the horizon", formula, len(facts.gaps), "tile_0", first, second)


def _coverage(facts: Facts) -> Tile:
    asked = sum(row.asked for row in facts.rows)
    known = sum(row.final is not None for row in facts.rows)
    first = (f'={KNOWN}&" of "&{ASKED}&" known"', f"{known} of {asked} known")
    second = (f'=({ASKED}-{KNOWN})&" not assessed"', f"{asked - known} not assessed")
    formula = f'=IF({ASKED}=0,"",{KNOWN}/{ASKED})'
    return Tile("D", "Coverage", formula, facts.result.coverage, "tile_share", first, second)


def _evidence(facts: Facts) -> Tile:
    gates = [row for row in facts.rows if row.asked and row.capability.gate]
    paper = sum(row.claim.on_paper or row.shown.records is not None for row in gates)
    first = (f'={ON_PAPER}&" of "&Gates&" gates"', f"{paper} of {len(gates)} gates")
    second = ("document, record or metric", "")
    value = facts.result.evidence_coverage
    formula = f'=IF(Gates=0,"",{ON_PAPER}/Gates)'
    return Tile("F", "Gate evidence coverage", formula, value, "tile_share", first, second)


def _stream(facts: Facts, calc: CalcRows, number: int) -> Tile:
    stream = facts.questionnaire.streams[number]
    row, count = calc.streams + number, len(stream.index_metrics)
    value = facts.result.indices[stream.index]
    used = len(facts.result.index_details[stream.index].used)
    cells = f"_calc!$C${row}:${first_letter(count - 1)}${row}"
    here = f"_calc!$B${row}"
    first = (f'="from "&COUNT({cells})&" of {count} metrics"', f"from {used} of {count} metrics")
    if facts.assessment.form == "short" and not stream.in_short_form:
        first = ("not part of the short form", "")
    known, unknown = "100 = survival mode", "not enough evidence"
    second = (
        f'=IF(ISNUMBER({here}),"{known}","{unknown}")',
        unknown if value is None else known,
    )
    shown = "–" if value is None else value
    formula = f'=IF(ISNUMBER({here}),{here},"–")'
    column = STREAM_COLUMNS[number]
    return Tile(column, stream.index_name, formula, shown, "tile_0", first, second)
