"""The summary, second page: the first gaps, what closes them, and what is not yet assessed."""

from readiness.report.calc_sheet import BANDS, EFFORT_COLUMN, TOP, CalcRows, drawn_from
from readiness.report.cells import Number, Page
from readiness.report.charts import Drawn, Numbers, Words, bars, place, scatter
from readiness.report.facts import Facts
from readiness.report.gap_register import band_name
from readiness.report.layout import REGISTER
from readiness.report.numerals import one
from readiness.report.places import Places
from readiness.report.printing import colour_bands, colour_levels
from readiness.report.styles import BAND_FILLS

ACTIONS = 5
UNASSESSED = 10
CHART_ROWS = 14
HEADS = {
    2: "Rank",
    3: "ID",
    4: "Capability",
    9: "Final",
    10: "Target",
    11: "Priority",
    12: "Band",
    13: "Act now",
    14: "Owner role",
    15: "",
}


def write_top(page: Page, facts: Facts, at: Places, calc: CalcRows, first: int) -> int:
    """Write the second page from a row on; returns its last row."""
    stage = facts.questionnaire.stage_name(facts.horizon)
    page.text((first, 2), f"Top gaps (horizon {stage} as exported)", "section")
    page.fill(first, 3, 15, "section")
    for column in range(2, 16):
        words = HEADS.get(column, "")
        left = column in (3, 4, 5, 6, 7, 8, 14, 15)
        page.text((first + 1, column), words, "head" if left else "head_mid")
    start = first + 2
    for number in range(TOP):
        _gap(page, facts, calc.top + number, start + number, number)
    end = start + TOP - 1
    colour_levels(page, f"I{start}:I{end}", f"I{start}")
    names = facts.questionnaire.priority.band_names
    colour_bands(page, f"L{start}:L{end}", f"L{start}", names)
    row = _actions(page, facts, calc, end + 2) + 1
    page.text((row + 1, 2), "Priority, and severity against effort", "section")
    page.fill(row + 1, 3, 15, "section")
    page.height(row, 8)
    _charts(page, facts, at, calc, row + 2)
    return _unassessed(page, facts, at, row + 2 + CHART_ROWS)


def _gap(page: Page, facts: Facts, source: int, row: int, number: int) -> None:
    gap = facts.gaps[number] if number < len(facts.gaps) else None
    content = facts.row_of[gap.capability] if gap else None
    here = f"_calc!$B${source}"
    page.fill(row, 2, 15, "body")
    page.number((row, 2), number + 1, "mid_0")
    page.formula((row, 3), _link(here), gap.capability if gap else None, "link")
    cells: dict[int, tuple[str, Number | str | None, str]] = {
        4: ("Gap_Capability", content.capability.name if content else None, "body"),
        9: ("Gap_Final", gap.final if gap else None, "mid_0"),
        10: ("Gap_Target", gap.target if gap else None, "mid_0"),
        11: ("Gap_Priority", gap.priority if gap else None, "mid_1"),
        12: ("Gap_Band", band_name(gap, facts.questionnaire), "mid"),
        13: ("Gap_By_rule", "by rule" if gap and gap.act_now else "", "mid"),
        14: ("Gap_Owner_role", content.capability.action.owner if content else None, "line"),
    }
    for column, (name, value, style) in cells.items():
        page.formula((row, column), _lookup(name, here), value, style)


def _lookup(name: str, here: str) -> str:
    return f'=IF(ISNUMBER({here}),INDEX({name},{here}),"")'


def _link(here: str) -> str:
    target = f"\"#'{REGISTER}'!A\"&(4+{here})"
    return f'=IF(ISNUMBER({here}),HYPERLINK({target},INDEX(Gap_ID,{here})),"")'


def _actions(page: Page, facts: Facts, calc: CalcRows, first: int) -> int:
    page.text((first, 2), "What closes the first five", "section")
    page.fill(first, 3, 15, "section")
    for number in range(ACTIONS):
        row = first + 1 + number
        gap = facts.gaps[number] if number < len(facts.gaps) else None
        here = f"_calc!$B${calc.top + number}"
        page.fill(row, 2, 15, "line")
        page.formula((row, 2), _lookup("Gap_ID", here), gap.capability if gap else None, "line")
        action = facts.row_of[gap.capability].capability.action.text if gap else None
        page.formula((row, 3), _lookup("Gap_Action", here), action, "line")
        page.height(row, 13)
    return first + ACTIONS


def _charts(page: Page, facts: Facts, at: Places, calc: CalcRows, row: int) -> None:
    shown = facts.gaps[:TOP]
    labels = [gap.capability for gap in shown] + [""] * (TOP - len(shown))
    figures: list[Number | None] = [gap.priority for gap in shown]
    figures += [None] * (TOP - len(shown))
    chart = bars(
        Words(drawn_from(page, "C", calc.top, TOP), labels),
        [
            Drawn(
                "Priority",
                Numbers(drawn_from(page, "D", calc.top, TOP), figures, "0.0"),
                "1F3A4D",
                labels="0.0",
            )
        ],
        highest=None,
    )
    first = f"First: {shown[0].capability}, {one(shown[0].priority)}. " if shown else ""
    alt = f"Bars of the priority of the first gaps. {first}The table above holds the figures."
    place(page, chart, f"B{row}", (16.9, 6.6), alt)
    _scatter(page, facts, at, row)


def _scatter(page: Page, facts: Facts, at: Places, row: int) -> None:
    count = at.register.count
    start = at.register.start
    names = facts.questionnaire.priority.band_names
    bands = [band_name(r.gap, facts.questionnaire) for r in facts.rows]
    letters = ("AA", "AB", "AC", "AD", "AE")
    assert EFFORT_COLUMN == 27
    efforts = Numbers(
        drawn_from(page, letters[0], start, count),
        [r.capability.action.effort_total for r in facts.rows],
    )
    series = [
        Drawn(
            names[key],
            Numbers(
                drawn_from(page, letter, start, count),
                [
                    r.severity if band == names[key] else None
                    for r, band in zip(facts.rows, bands, strict=True)
                ],
                "0.00",
            ),
            BAND_FILLS[key],
            across=efforts,
        )
        for key, letter in zip(BANDS, letters[1:], strict=True)
    ]
    chart = scatter(series, "Effort, person-weeks", "Severity")
    alt = (
        "Severity of each gap against the effort of its action, a marker a band. "
        "The gap register holds the figures."
    )
    place(page, chart, f"I{row}", (17.3, 6.6), alt)


def _unassessed(page: Page, facts: Facts, at: Places, row: int) -> int:
    """The second list of method 6: no rank, no band; their action is to assess."""
    ids = facts.result.not_assessed
    page.text((row, 2), f"Not yet assessed ({len(ids)} as exported)", "section")
    page.fill(row, 3, 15, "section")
    if not ids:
        page.text((row + 1, 2), "Every applicable capability was assessed.", "plain")
        return row + 1
    for id in ids[:UNASSESSED]:
        row += 1
        place_of = at.register_row[id]
        page.fill(row, 2, 15, "line")
        page.link((row, 2), id, REGISTER, f"A{place_of}", "line_link")
        page.text((row, 3), facts.row_of[id].capability.name, "line")
        known = f'INDEX(Gap_Known,MATCH("{id}",Gap_ID,0))=1'
        text = f'=IF({known},"level set: ranked above","assess it")'
        page.formula((row, 9), text, "assess it", "line")
        page.height(row, 13)
    more = len(ids) - UNASSESSED
    if more > 0:
        row += 1
        page.text((row, 2), f"and {more} more: Gap register, column Final empty", "small")
    return row
