"""Findings: what to talk about; none of them moves a figure."""

from readiness.domain.result import Finding
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.finding_ids import finding_ids
from readiness.report.gap_register import followed
from readiness.report.inputs import list_input, long_text
from readiness.report.layout import (
    FINDINGS,
    METRICS,
    REGISTER,
    Value,
    headings,
    put_row,
    row_height,
    title,
)
from readiness.report.places import Places
from readiness.report.printing import colour_when, print_page, protect
from readiness.report.styles import ALERT

WEIGHTS = ("error", "warning", "hint")
NAMED_ROWS = 3


def write_findings(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet, the heaviest findings first."""
    page = book.pages[FINDINGS]
    grid = at.findings
    title(
        page,
        "Findings",
        "Contradictions, unbacked claims, suspicions and other matters to talk about. None of "
        "them moves a figure.",
    )
    headings(page, grid)
    ordered = sorted(facts.result.findings, key=lambda f: WEIGHTS.index(f.severity))
    ids = dict(zip(map(id, facts.result.findings), finding_ids(facts.result.findings), strict=True))
    for number, finding in enumerate(ordered, start=1):
        row = grid.start + number - 1
        told = {"id": ids[id(finding)], **followed(facts.assessment, ids[id(finding)])}
        put_row(page, grid, row, _values(number, finding) | told)
        _links(page, at, finding, row)
        tall = {"finding": finding.text, "kind": finding.kind}
        row_height(
            page, grid, row, tall | {key: told.get(key) for key in ("owner", "comment", "id")}
        )
    if not ordered:
        page.text((grid.start, 1), "No finding.", "note")
    list_input(
        page, grid.cells("owner"), "Owner_list", "Choose a role, or type another.", "information"
    )
    list_input(page, grid.cells("status"), "Status_list", "Choose a status from the list.")
    long_text(page, grid.cells("comment"))
    first = f"{grid.letter('weight')}{grid.start}"
    colour_when(page, grid.cells("weight"), f'{first}="error"', ALERT)
    page.sheet.freeze_panes = f"C{grid.start}"
    page.sheet.auto_filter.ref = f"A{grid.head}:{grid.last_letter}{grid.end}"
    print_page(page, rows=f"1:{grid.head}", area=f"A1:{grid.last_letter}{grid.end}")
    protect(page)
    return page


def _values(number: int, finding: Finding) -> dict[str, Value]:
    return {
        "number": number,
        "kind": finding.kind.replace("_", " "),
        "weight": finding.severity,
        "finding": finding.text,
    }


def _links(page: Page, at: Places, finding: Finding, row: int) -> None:
    """To the gap, to the metric, and to the evidence rows where the register holds them."""
    grid = at.findings
    gap = at.register_row.get(finding.capability or "")
    if gap:
        place = grid.at("capability", row)
        page.link(place, finding.capability or "", REGISTER, f"A{gap}", "top_link")
    metric = at.metric_row.get(finding.metric or "")
    if metric:
        place = grid.at("metric", row)
        page.link(place, finding.metric or "", METRICS, f"A{metric}", "top_link")
    block = at.blocks.get(finding.metric or "") or at.blocks.get(finding.capability or "")
    place = grid.at("evidence", row)
    if block:
        target = f"A{block[0]}:{at.evidence.last_letter}{block[1]}"
        count = len(finding.evidence)
        page.link(
            place,
            f"{count} rows" if count > 1 else "see rows",
            at.evidence.sheet,
            target,
            "top_link",
        )
    elif finding.evidence:
        named = ", ".join(f"{r.file} {r.row}" for r in finding.evidence[:NAMED_ROWS])
        more = len(finding.evidence) - NAMED_ROWS
        page.text(place, named + (f" and {more} more" if more > 0 else ""), "wrap")
    else:
        page.text(place, "", "top")
