"""The last page: the three legs as separate scores, so that one cannot hide the others."""

from fractions import Fraction

from readiness.domain.lenses import LegResult
from readiness.report.cells import Book, Page, quoted
from readiness.report.charts import Drawn, Numbers, Words, bars, place
from readiness.report.facts import Facts
from readiness.report.heat_map import SCORE
from readiness.report.layout import HEAD_ROW, LEGS, title
from readiness.report.numerals import two
from readiness.report.printing import colour_levels, colour_when, print_page, protect
from readiness.report.styles import ALERT

WIDTHS = (30, 40, 10, 14, 70)
HEADS = ("Leg", "", "Score", "Below the highest", "What it is")
FIRST = HEAD_ROW + 1
CHART_ROWS = 14


def write_legs(book: Book, facts: Facts) -> Page:
    """Write the sheet: the legs, their bars, and the dimensions that each stands on."""
    page, rules, found = book.pages[LEGS], facts.questionnaire.lenses.legs, facts.result.lenses.legs
    title(page, rules.name, rules.text)
    page.widths(*WIDTHS)
    _heads(page, HEAD_ROW, HEADS)
    last = FIRST + len(found) - 1
    row = last + 3 + CHART_ROWS
    _heads(page, row - 1, ("Leg", "Dimension", "Score"))
    high = max((leg.score for leg in found if leg.score is not None), default=None)
    for number, (leg, rule) in enumerate(zip(found, rules.items, strict=True), start=FIRST):
        page.text((number, 5), rule.text)
        end = row + len(leg.dimensions) - 1
        _leg(page, leg, number, (row, end), f"C${FIRST}:C${last}", high)
        _dimensions(page, facts, leg, row)
        row = end + 1
    said = (
        f"{two(rules.apart)} or more below the highest, a leg decides how far this can be scaled."
    )
    page.text((last + 1, 1), said, "note")
    colour_levels(page, f"C{FIRST}:C{row}", f"C{FIRST}")
    far = f"AND(ISNUMBER($D{FIRST}),$D{FIRST}>={float(rules.apart)})"
    colour_when(page, f"D{FIRST}:D{last}", far, ALERT)
    _chart(page, found, last)
    print_page(page, area=f"A1:E{row - 1}", tall=1)
    protect(page)
    return page


def _heads(page: Page, row: int, heads: tuple[str, ...]) -> None:
    for column, words in enumerate(heads, start=1):
        page.text((row, column), words, "head_mid" if column in (3, 4) else "head")
    page.height(row, 26)


def _leg(
    page: Page,
    leg: LegResult,
    row: int,
    below: tuple[int, int],
    scores: str,
    high: Fraction | None,
) -> None:
    """A leg: the mean of its dimensions' scores, and how far it lies below the highest one."""
    page.fill(row, 1, 2, "body_bold")
    page.text((row, 1), leg.name, "body_bold")
    cells = f"C{below[0]}:C{below[1]}"
    formula = f'=IF(COUNT({cells})=0,"",SUM({cells})/COUNT({cells}))'
    page.formula((row, 3), formula, leg.score, "mid_2")
    apart = None if leg.score is None or high is None else high - leg.score
    formula = f'=IF(ISNUMBER(C{row}),MAX({scores})-C{row},"")'
    page.formula((row, 4), formula, apart, "mid_2")


def _dimensions(page: Page, facts: Facts, leg: LegResult, first: int) -> None:
    names = {d.id: d.name for d in facts.questionnaire.dimensions}
    for row, (id, score) in enumerate(leg.dimensions.items(), start=first):
        page.text((row, 1), leg.name if row == first else "")
        page.text((row, 2), names[id])
        page.formula((row, 3), SCORE.format(row=row, name="Gap_Final"), score, "mid_2")


def _chart(page: Page, found: tuple[LegResult, ...], last: int) -> None:
    cells = {c: f"{quoted(LEGS)}!${c}${FIRST}:${c}${last}" for c in "AC"}
    labels = Words(cells["A"], [leg.name for leg in found])
    scores = Numbers(cells["C"], [leg.score for leg in found], "0.00")
    chart = bars(labels, (Drawn("Score", scores, "1F3A4D", labels="0.00"),), highest=5)
    alt = "Bars of the score of each leg, 0 to 5: "
    alt += ", ".join(f"{leg.name} {two(leg.score)}" for leg in found) + "."
    place(page, chart, f"A{last + 2}", (24.0, 6.0), alt)
