"""The first sheet of a partner's report: the shared capabilities, and where each stands."""

from textwrap import wrap

from readiness.domain.questionnaire import Party
from readiness.report.cells import Book, Number, Page, quoted
from readiness.report.charts import Drawn, Numbers, Words, bars, place
from readiness.report.facts import Facts, Row
from readiness.report.gap_register import band_name
from readiness.report.layout import FIRST_ROW, REGISTER, SUMMARY
from readiness.report.places import Places
from readiness.report.printing import colour_bands, colour_levels, print_page, protect
from readiness.report.summary import write_foot, write_head

WIDTHS = (1.5, 9, 50, 8, 8, 8, 9, 10, 7, 14, 14, 14, 14, 14, 14)
HEADS = ("ID", "Capability", "Final", "Target", "Gap", "Priority", "Band", "Rank")
LINE = 190


def write_partner(book: Book, facts: Facts, at: Places, party: Party) -> Page:
    """Write the sheet: a row a capability, live, with the chart beside it."""
    page = book.pages[SUMMARY]
    page.widths(*WIDTHS)
    write_head(page, facts, f"Shared readiness: {party.name[0].lower()}{party.name[1:]}")
    row = FIRST_ROW + 1
    for line in wrap(f"{party.text} Ranks run over these capabilities alone.", LINE):
        page.text((row, 2), line, "plain")
        row += 1
    head = row + 1
    for column, words in enumerate(HEADS, start=2):
        page.text((head, column), words, "head" if column < 4 else "head_mid")
    for number, shown in enumerate(facts.rows, start=head + 1):
        _capability(page, facts, at, shown, number)
    last = head + len(facts.rows)
    colour_levels(page, f"D{head + 1}:D{last}", f"D{head + 1}")
    names = facts.questionnaire.priority.band_names
    colour_bands(page, f"H{head + 1}:H{last}", f"H{head + 1}", names)
    _chart(page, facts, head + 1)
    end = write_foot(page, facts, max(last, head + 22) + 2)
    page.sheet.freeze_panes = "A5"
    print_page(page, area=f"A1:O{end}", tall=1)
    protect(page)
    return page


def _capability(page: Page, facts: Facts, at: Places, row: Row, number: int) -> None:
    id, gap = row.capability.id, row.gap
    page.link((number, 2), id, REGISTER, f"A{at.register_row[id]}")
    page.text((number, 3), row.capability.name)
    found = f"MATCH($B{number},Gap_ID,0)"
    cells: tuple[tuple[str, Number | str | None, str], ...] = (
        ("Gap_Final", row.shown.final, "mid_0"),
        ("Gap_Target", facts.targets.at(id, facts.horizon) if row.asked else None, "mid_0"),
        ("Gap_Gap", None if row.final is None else (gap.gap if gap else 0), "mid_0"),
        ("Gap_Priority", None if row.final is None else (gap.priority if gap else 0), "mid_1"),
        ("Gap_Band", band_name(gap, facts.questionnaire), "mid"),
        ("Gap_Rank", gap.rank if gap else None, "mid_0"),
    )
    for column, (name, value, style) in enumerate(cells, start=4):
        page.formula((number, column), f"=INDEX({name},{found})", value, style)


def _chart(page: Page, facts: Facts, first: int) -> None:
    last = first + len(facts.rows) - 1
    cells = {c: f"{quoted(SUMMARY)}!${c}${first}:${c}${last}" for c in "BDE"}
    finals: list[Number | None] = [row.shown.final for row in facts.rows]
    targets: list[Number | None] = [
        facts.targets.at(row.capability.id, facts.horizon) if row.asked else None
        for row in facts.rows
    ]
    chart = bars(
        Words(cells["B"], [row.capability.id for row in facts.rows]),
        (
            Drawn("Final level", Numbers(cells["D"], finals, "0"), "1F3A4D"),
            Drawn("Target", Numbers(cells["E"], targets, "0"), "C3CAD1"),
        ),
        highest=5,
    )
    alt = "Bars of the final level and the target of each shared capability, 0 to 5. "
    alt += "The table beside it holds the figures."
    place(page, chart, f"K{first - 1}", (13.0, max(7.0, 0.55 * len(facts.rows))), alt)
