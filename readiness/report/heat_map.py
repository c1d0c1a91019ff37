"""The heat map: every capability against the five levels, on one page."""

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from readiness.domain.capability import Dimension
from readiness.domain.scale import Level
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts, Row
from readiness.report.gap_register import band_name
from readiness.report.layout import FIRST_ROW, HEAD_ROW, HEAT, REGISTER, title
from readiness.report.places import Places
from readiness.report.printing import colour_bands, colour_levels, print_page, protect
from readiness.report.styles import INK, LEVEL_FILLS, LEVEL_INKS, PALE
from readiness.scoring.means import mean

TARGET, CLAIM = "◆", "○"
SCORE = (
    '=IF(COUNTIFS(Gap_Dimension,$B{row},Gap_Known,1)=0,"",'
    "AVERAGEIFS({name},Gap_Dimension,$B{row},Gap_Known,1))"
)
NUMBER = '=IF(ISNUMBER(INDEX({name},{place})),INDEX({name},{place}),"")'
STATE = (
    '=IF(INDEX(Gap_Applicable,{place})="no","n/a",IF(INDEX(Gap_Applicable,{place})="outside",'
    '"outside",IF(ISNUMBER(INDEX(Gap_Final,{place})),INDEX(Gap_Final,{place}),"?")))'
)
MARK = (
    '=IF(ISNUMBER($J{row}),IF($J{row}={level},"' + TARGET + '",""),"")&'
    'IF(AND(ISNUMBER($K{row}),$K{row}={level},$K{row}<>$I{row}),"' + CLAIM + '","")'
)


def write_heat_map(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet: a line a dimension, below it its capabilities."""
    page = book.pages[HEAT]
    stage = facts.questionnaire.stage_name(facts.horizon)
    title(
        page,
        "Heat map",
        f"Filled up to the final level. {TARGET} target at the horizon ({stage} as exported), "
        f"{CLAIM} what people claim where it differs, ? not assessed, n/a not applicable.",
    )
    page.widths(8, 48, 6, 8, 8.5, 8, 8.5, 8, 8, 7.5, 8.5, 8.5, 9.5)
    _headings(page, facts)
    row = FIRST_ROW
    for dimension in facts.questionnaire.dimensions:
        _dimension(page, facts, dimension, row)
        for capability in dimension.capabilities:
            row += 1
            _capability(page, facts, facts.row_of[capability.id], at, row)
        row += 1
    _colours(page, facts, row - 1)
    page.sheet.freeze_panes = f"C{FIRST_ROW}"
    print_page(page, landscape=False, area=f"A1:M{row - 1}", tall=1)
    protect(page)
    return page


def _headings(page: Page, facts: Facts) -> None:
    levels = [
        f"{s.level}\n{s.short}" for s in sorted(facts.questionnaire.scale, key=lambda s: s.level)
    ]
    heads = ("ID", "Capability", "Gate", *levels, "Final", "Target", "Claimed", "Records", "Band")
    for column, words in enumerate(heads, start=1):
        page.text((HEAD_ROW, column), words, "head" if column < 3 else "head_mid")
    page.height(HEAD_ROW, 28)


def _dimension(page: Page, facts: Facts, dimension: Dimension, row: int) -> None:
    rows = [r for r in facts.rows if r.dimension.id == dimension.id]
    known = [r for r in rows if r.final is not None]
    page.fill(row, 1, 13, "group")
    page.text((row, 2), dimension.name, "group")
    final = mean([r.final for r in known if r.final is not None])
    target = mean([facts.targets.at(r.capability.id, facts.horizon) for r in known])
    for column, name, value in ((9, "Gap_Final", final), (10, "Gap_Target", target)):
        page.formula((row, column), SCORE.format(row=row, name=name), value, "group_2")


def _capability(page: Page, facts: Facts, row: Row, at: Places, number: int) -> None:
    target = facts.targets.at(row.capability.id, facts.horizon) if row.asked else None
    claimed = row.shown.claimed
    state = name_and_state(page, row, at, number, 9)
    place = f"MATCH($A{number},Gap_ID,0)"
    page.text((number, 3), "gate" if row.capability.gate else "", "mid")
    for level in range(1, 6):
        marks = TARGET if target == level else ""
        marks += CLAIM if claimed == level and claimed != state else ""
        page.formula((number, 3 + level), MARK.format(row=number, level=level), marks, "mark")
    for column, name, value in (
        (10, "Gap_Target", target),
        (11, "Gap_Claimed", claimed),
        (12, "Gap_Records", row.shown.records),
    ):
        formula = NUMBER.format(name=name, place=place)
        page.formula((number, column), formula, value, "mid_0")
    band = band_name(row.gap, facts.questionnaire)
    page.formula((number, 13), f'=INDEX(Gap_Band,{place})&""', band, "mid")


def name_and_state(page: Page, row: Row, at: Places, number: int, column: int) -> Level | str:
    """Columns A and B lead to the capability and name it; ``column`` says its level, or why not."""
    id = row.capability.id
    state = {"no": "n/a", "outside": "outside"}.get(row.counts, row.final or "?")
    place = f'MATCH("{id}",Gap_ID,0)'
    link = f'=HYPERLINK("#\'{REGISTER}\'!A"&({at.register.start - 1}+{place}),"{id}")'
    page.formula((number, 1), link, id, "link")
    page.text((number, 2), row.capability.name)
    formula = STATE.format(place=f"MATCH($A{number},Gap_ID,0)")
    page.formula((number, column), formula, state, "mid_bold")
    return state


def _colours(page: Page, facts: Facts, last: int) -> None:
    cells, row = f"D{FIRST_ROW}:H{last}", FIRST_ROW
    for level, (fill, ink) in enumerate(zip(LEVEL_FILLS, LEVEL_INKS, strict=True), start=1):
        formula = f'AND($A{row}<>"",ISNUMBER($I{row}),COLUMN()-3<=$I{row},$I{row}={level})'
        _fill(page, cells, formula, fill, ink)
    formula = f'AND($A{row}<>"",ISNUMBER($J{row}),COLUMN()-3<=$J{row})'
    _fill(page, cells, formula, PALE, INK)
    colour_levels(page, f"I{FIRST_ROW}:I{last}", f"I{FIRST_ROW}")
    names = facts.questionnaire.priority.band_names
    colour_bands(page, f"M{FIRST_ROW}:M{last}", f"M{FIRST_ROW}", names)


def _fill(page: Page, cells: str, formula: str, fill: str, ink: str) -> None:
    look = DifferentialStyle(
        font=Font(color=ink), fill=PatternFill("solid", bgColor=fill, fgColor=fill)
    )
    rule = Rule(type="expression", dxf=look, formula=[formula], stopIfTrue=True)
    page.sheet.conditional_formatting.add(cells, rule)
