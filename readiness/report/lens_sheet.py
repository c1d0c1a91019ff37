"""Day-one profile, what cannot wait, scale enablers: what each item needs and what is missing."""

from typing import get_args

from readiness.domain.lenses import Lens, LensItem, LensName, LensResult
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.heat_map import NUMBER, name_and_state
from readiness.report.layout import LENSES, title
from readiness.report.places import Places
from readiness.report.printing import colour_levels, colour_when, print_page, protect
from readiness.report.styles import ALERT
from readiness.scoring.means import mean

WIDTHS = (9, 50, 9, 9, 11, 74)
HEADS = ("ID", "Capability", "Level", "Needed", "Missing", "What it is")
SAYS = "Levels of the gap register, seen together. No level moves: this says what is missing where."


def write_lenses(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet: below each lens its items, below each item its capabilities."""
    page = book.pages[LENSES]
    title(page, "Day one and scale", SAYS)
    page.widths(*WIDTHS)
    row = 4
    for name in get_args(LensName):
        lens = facts.questionnaire.lenses.lens(name)
        row = _lens(page, facts, at, lens, facts.result.lenses.lens(name), row) + 1
    colour_levels(page, f"C4:C{row}", "C4")
    colour_when(page, f"E4:E{row}", "AND(ISNUMBER($E4),$E4>0)", ALERT)
    print_page(page, landscape=False, area=f"A1:F{row - 1}", tall=1)
    protect(page)
    return page


def _lens(page: Page, facts: Facts, at: Places, lens: Lens, found: LensResult, row: int) -> int:
    stage = facts.questionnaire.stage_name(found.stage)
    page.text((row, 1), lens.name, "section")
    page.fill(row, 2, 6, "section")
    page.text((row + 1, 1), f"{lens.text} Needed: the target of {stage}.", "muted")
    row += 2
    for column, words in enumerate(HEADS, start=1):
        page.text((row, column), words, "head_mid" if column in (3, 4, 5) else "head")
    row += 1
    for item in lens.items:
        row = _item(page, facts, at, item, found, row)
    return row


def _item(page: Page, facts: Facts, at: Places, item: LensItem, found: LensResult, row: int) -> int:
    """The item's line with its mean, then a line a capability; returns the next row."""
    seen = {c.id: c for one in found.items for c in one.capabilities}
    mine = [seen[id] for id in item.capabilities if id in seen]
    first, last = row + 1, row + len(item.capabilities)
    page.fill(row, 1, 6, "group")
    page.text((row, 2), item.name, "group")
    score = mean([c.final for c in mine if c.final is not None])
    page.formula(
        (row, 3),
        f'=IF(COUNT(C{first}:C{last})=0,"",SUM(C{first}:C{last})/COUNT(C{first}:C{last}))',
        score,
        "group_2",
    )
    met = sum(c.missing == 0 for c in mine)
    page.formula(
        (row, 5),
        f'=COUNTIFS(E{first}:E{last},0)&" of "&COUNT(D{first}:D{last})&" met"',
        f"{met} of {len(mine)} met",
        "group",
    )
    page.text((row, 6), item.text, "group")
    target = _target(found)
    for number, id in enumerate(item.capabilities, start=first):
        shown = seen.get(id)
        needed, missing = (shown.needed, shown.missing) if shown else (None, None)
        name_and_state(page, facts.row_of[id], at, number, 3)
        page.fill(number, 6, 6, "body")
        place = f"MATCH($A{number},Gap_ID,0)"
        page.formula((number, 4), NUMBER.format(name=target, place=place), needed, "mid_0")
        formula = f'=IF(AND(ISNUMBER(C{number}),ISNUMBER(D{number})),MAX(0,D{number}-C{number}),"")'
        page.formula((number, 5), formula, missing, "mid_0")
    return last + 1


def _target(found: LensResult) -> str:
    """The register's column of what is needed, by its name."""
    if found.against == "today":
        return "Gap_Today"
    return "Gap_Target_launch" if found.stage == "launch" else "Gap_Target_next"
