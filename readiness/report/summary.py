"""The summary, first page: verdict, figures, dimensions, and what each next level asks."""

from collections.abc import Sequence
from textwrap import wrap

from openpyxl.worksheet.pagebreak import Break

from readiness.report.calc_sheet import CalcRows
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import SUMMARY
from readiness.report.places import Places
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import LEVEL_FILLS
from readiness.report.summary_gaps import write_top
from readiness.report.summary_levels import write_dimensions, write_next, write_steps
from readiness.report.summary_tiles import Rows, Tile, first_tiles, second_tiles

LAST = 15
TILE_ROWS = (5, 10)
FOOT_WIDTH = 225
SCALE = 75
WIDTHS = (1.5, *[12.8] * 14)


def summary_rows(facts: Facts) -> Rows:
    """Where the blocks stand for this content."""
    first = 18
    return Rows(dimensions=first, steps=first + len(facts.questionnaire.dimensions) + 3)


def write_summary(book: Book, facts: Facts, at: Places, calc: CalcRows) -> Page:
    """Write the sheet: two printed pages."""
    page = book.pages[SUMMARY]
    row = write_verdict(page, facts, at, calc)
    page.sheet.row_breaks.append(Break(id=row))
    last = write_top(page, facts, at, calc, row + 1)
    page.sheet.freeze_panes = "A5"
    print_page(page, scale=SCALE, area=f"A1:O{last}")
    protect(page)
    return page


def write_verdict(page: Page, facts: Facts, at: Places, calc: CalcRows) -> int:
    """The first page: verdict, figures, dimensions, conditions; returns its last row."""
    rows = summary_rows(facts)
    page.widths(*WIDTHS)
    write_head(page, facts, "Operational readiness: gap report")
    _tiles(page, TILE_ROWS[0], first_tiles(facts, rows))
    _tiles(page, TILE_ROWS[1], second_tiles(facts, calc))
    page.height(9, 6)
    page.height(14, 6)
    _missing(page, facts)
    write_dimensions(page, facts, calc, rows.dimensions)
    row = write_steps(page, facts, at, rows.steps)
    page.height(rows.steps - 3, 8)
    page.height(row + 1, 8)
    row = write_next(page, facts, row + 2)
    page.height(row + 1, 8)
    colour_when(page, "B6", f"{rows.level}<=2", LEVEL_FILLS[0])
    colour_when(page, "B6", f"{rows.level}>=4", LEVEL_FILLS[4])
    return write_foot(page, facts, row + 2)


def write_head(page: Page, facts: Facts, title: str) -> None:
    """Title, organisation, stamps, and whether inputs were changed since the export."""
    profile, stamp = facts.assessment.profile, facts.result.questionnaire
    content = facts.questionnaire
    modality = next(m.name for m in content.modalities if m.id == profile.modality)
    page.text("B1", title, "title")
    page.height(1, 27)
    page.text(
        "B2",
        f"{facts.assessment.title}: {profile.organisation}, {modality}, "
        f"{content.stage_name(facts.stage)}",
        "subtitle",
    )
    revision = f"   Revision {facts.revision}" if facts.revision else ""
    if facts.frozen:
        revision += f"   {facts.frozen.partition(',')[0]}"  # its hash stands on Sources
    page.text(
        "B3",
        f"As of {facts.result.as_of.isoformat()}   Questionnaire {stamp.id} {stamp.version}"
        f"{revision}   Inputs {facts.result.inputs_sha256[:12]}",
        "muted",
    )
    page.formula(
        "B4",
        '=IF(Changed_inputs=0,"Figures as exported.","Changed since export: "&Changed_inputs&'
        '" inputs. Everything recomputes but robustness, bounds, waves, roadmap order and what the '
        'next level still needs: these show the export.")',
        "Figures as exported.",
        "note",
    )


def _tiles(page: Page, row: int, tiles: Sequence[Tile]) -> None:
    for line, (height, style) in enumerate(
        ((13, "tile_label"), (27, "tile"), (12, "tile_note"), (12, "tile_note"))
    ):
        page.fill(row + line, 2, LAST, style)
        page.height(row + line, height)
    for tile in tiles:
        page.text(f"{tile.column}{row}", tile.label, "tile_label")
        page.formula(f"{tile.column}{row + 1}", tile.formula, tile.value, tile.style)
        for line, (text, value) in enumerate((tile.first, tile.second), start=row + 2):
            if text.startswith("="):
                page.formula(f"{tile.column}{line}", text, value, "tile_note")
            else:
                page.text(f"{tile.column}{line}", text, "tile_note")


def _missing(page: Page, facts: Facts) -> None:
    """How many levels rest on answers although records could speak (method 4)."""
    missing = sum(r.asked and r.shown.records_missing for r in facts.rows)
    named = sum(r.asked and bool(r.shown.metrics) for r in facts.rows)
    cap = facts.questionnaire.records.records_missing_cap
    count = 'COUNTIFS(Gap_Applicable,"yes",Gap_Metrics_named,">0")'
    none = "Records missing: none of the {} measurable capabilities."
    some = (
        "Records missing: {} of {} measurable capabilities rest on answers alone; "
        "none of these passes level {}."
    )
    first, second, third, last = some.split("{}")
    before, after = none.split("{}")
    page.formula(
        "B15",
        f'=IF(SUM(Gap_Records_missing)=0,"{before}"&{count}&"{after}",'
        f'"{first}"&SUM(Gap_Records_missing)&"{second}"&{count}&"{third}"&Records_missing_cap&"{last}")',
        some.format(missing, named, cap) if missing else none.format(named),
        "muted",
    )


def write_foot(page: Page, facts: Facts, row: int) -> int:
    """The disclaimer, the cautions of stage and modality, what made this; returns the last row."""
    texts = facts.questionnaire.texts
    modality = facts.assessment.profile.modality
    cautions = (texts.disclaimer, texts.by_stage[facts.stage], texts.by_modality[modality])
    for words in (*cautions, _made(facts)):
        for line in wrap(words, FOOT_WIDTH):
            page.text((row, 2), line, "small")
            page.height(row, 11)
            row += 1
    return row - 1


def _made(facts: Facts) -> str:
    """Tool, content and inputs with their hashes, and who exported."""
    result, stamp = facts.result, facts.result.questionnaire
    by = f", exported by {facts.exported_by}" if facts.exported_by else ""
    return (
        f"Made by readiness {result.engine_version} as of {result.as_of.isoformat()}{by}. "
        f"Questionnaire {stamp.id} {stamp.version}, SHA-256 {stamp.sha256[:16]}; "
        f"inputs SHA-256 {result.inputs_sha256[:16]}."
    )
