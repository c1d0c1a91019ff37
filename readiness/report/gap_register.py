"""The gap register: one row a capability, from what people say to its place in the queue."""

from collections.abc import Mapping
from fractions import Fraction

from openpyxl.worksheet.pagebreak import Break, ColBreak

from readiness.domain.assessment import Assessment
from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Rating
from readiness.report.cells import Book, Page
from readiness.report.clauses import clauses
from readiness.report.facts import Facts, Row
from readiness.report.inputs import SHORTEST_REASON, date_input, list_input, long_text, whole_input
from readiness.report.layout import REGISTER, Value, headings, put_row, row_height, title
from readiness.report.places import Places
from readiness.report.printing import colour_bands, colour_levels, print_page, protect
from readiness.report.register_formulas import CRITICAL_EVENT, FORMULAS, records_formula
from readiness.report.sentences import capitalised

RATINGS: tuple[tuple[str, Rating], ...] = (("p", "P"), ("r", "R"), ("l", "L"))
TALLEST = ("action", "references", "why", "rule", "capability", "over_reason", "owner", "comment")


def write_gap_register(book: Book, facts: Facts, at: Places) -> Page:
    """Write the sheet; rows stand in content order, so that other sheets find them by ID."""
    page = book.pages[REGISTER]
    grid = at.register
    stage = facts.questionnaire.stage_name(facts.horizon)
    # Columns A to C repeat on every printed page: what stands in row 2 must fit into them.
    title(page, "Gap register", f"Horizon {stage} as exported. Yellow cells are inputs.")
    page.text(
        (2, grid.numbers["gate"]),
        "Everything else recomputes from them and from Assumptions; robustness and wave are as "
        "exported.",
        "muted",
    )
    headings(page, grid, 40)
    for row in facts.rows:
        number = at.register_row[row.capability.id]
        values = _values(facts, row, number - grid.start + 1) | _workings(facts, row)
        put_row(page, grid, number, values, _formulas(facts, row, at))
        _link(page, at, row, number)
        row_height(page, grid, number, {key: values.get(key) for key in TALLEST})
    _inputs(page, facts, at)
    _colours(page, facts, at)
    _print(page, at)
    return page


def _values(facts: Facts, row: Row, order: int) -> dict[str, Value]:
    """What stands still, and the engine's figures for what is live."""
    capability, shown, gap = row.capability, row.shown, row.gap
    action = capability.action
    given = row.claim.level if shown.applicable else None
    return {
        "id": capability.id,
        "dimension": row.dimension.name,
        "capability": capability.name,
        "gate": "yes" if capability.gate else "",
        "profile": capability.profile,
        "claimed": given,
        "basis": _basis(facts, row),
        "evidenced": shown.evidenced,
        "records": shown.records,
        "final": shown.final,
        "target": facts.targets.at(capability.id, facts.horizon) if row.asked else None,
        "gap": None if row.final is None else (gap.gap if gap else 0),
        **{key: capability.ratings[rating].value for key, rating in RATINGS},
        **edited(facts.assessment, capability.id),
        "severity": row.severity if row.asked else None,
        "priority": None if row.final is None else (gap.priority if gap else Fraction(0)),
        "by_rule": "by rule" if gap and gap.act_now else "",
        "band": band_name(gap, facts.questionnaire),
        "rank": gap.rank if gap else None,
        "first_5": gap.in_first_5 if gap else None,
        "first_10": gap.in_first_10 if gap else None,
        "robust": (gap.robust or "") if gap else "",
        "wave": gap.wave if gap else None,
        "action": action.text,
        "owner_role": action.owner,
        "effort": action.effort_total,
        "elapsed": action.elapsed_weeks,
        "needs": ", ".join(capability.prerequisites),
        "rule": _decided(facts, row),
        "why": "\n".join(f"{r}: {capability.ratings[r].reason}" for r in ("P", "R", "L")),
        "references": clauses(capability.references, facts.assessment.profile, facts.questionnaire),
        "counts": row.counts,
        "order": order,
    }


def _workings(facts: Facts, row: Row) -> dict[str, Value]:
    """The hidden columns: the same figures as numbers, so that comparisons never meet text."""
    shown, gap, id = row.shown, row.gap, row.capability.id
    known = row.final is not None
    final = row.final or 0
    targets = {
        "next": facts.targets.at(id, facts.next_stage),
        "launch": facts.targets.at(id, "launch"),
    }
    metrics = len(facts.questionnaire.metrics_of[id])
    fails = (
        len(facts.recent_fails)
        if id == facts.questionnaire.priority.critical_fail_capability
        else 0
    )
    return {
        **{f"{key}_used": row.ratings.value(rating) for key, rating in RATINGS},
        "counted": (row.final or 1) if row.asked else None,
        "today": facts.targets.today(id, facts.stage) if row.asked else None,
        **{key: target if row.asked else None for key, target in targets.items()},
        "known": int(known),
        "gap_counted": gap.gap if gap else 0,
        **{f"gap_{k}": max(0, t - final) if known else 0 for k, t in targets.items()},
        **{f"need_{k}": t - 1 if known else 0 for k, t in targets.items()},
        "flag": int(bool(gap and gap.act_now)),
        "key": gap.priority if gap else 0,
        "incident": row.incident,
        "event": int(bool(row.incident)) + fails,
        "answers": row.claim.backing if shown.applicable else None,
        "paper": row.claim.proof if shown.applicable else None,
        "proof": (shown.proof or 0) if shown.applicable else None,
        "metrics": metrics,
        "usable": len(shown.metrics_usable) if shown.applicable else 0,
        "on_paper": int(row.asked and (row.claim.on_paper or shown.records is not None)),
        "missing": int(row.asked and shown.records_missing),
        "check": _check(facts, id, bool(gap and gap.gap)),
    }


def _formulas(facts: Facts, row: Row, at: Places) -> Mapping[str, str]:
    formulas = dict(FORMULAS)
    named = len(facts.questionnaire.metrics_of[row.capability.id])
    if named:
        scored = at.scored(row.capability.id, named)
        formulas["records"] = records_formula(scored)
        formulas["usable"] = f'=IF({{counts}}="no",0,COUNT({scored}))'
    if row.capability.id == facts.questionnaire.priority.critical_fail_capability:
        # Stands in every view but a partner's, which leaves this capability out.
        formulas["event"] = CRITICAL_EVENT
    return formulas


def band_name(gap: Gap | None, content: Questionnaire) -> str:
    """The band as the content calls it; ``""`` without a gap."""
    if gap is None:
        return ""
    names = content.priority.band_names
    return next(name for key, name in names.items() if key.replace("_", " ") == gap.band)


def _basis(facts: Facts, row: Row) -> str:
    """The bases behind the claim, the strongest first."""
    if row.claim.source == "consensus":
        consensus = facts.assessment.consensus_of[row.capability.id]
        return f"consensus: {consensus.basis}"
    given = {voice.basis for voice in row.claim.voices}
    return ", ".join(basis for basis in ("record", "document", "statement") if basis in given)


def _decided(facts: Facts, row: Row) -> str:
    """The rule that decided the final level, and each answer by code, never by name."""
    lines = [row.shown.rule + (f": {row.shown.reason}" if row.shown.reason else "")]
    if row.shown.metrics:
        lines.append(
            f"{len(row.shown.metrics_usable)} of {len(row.shown.metrics)} metrics count: "
            + (", ".join(row.shown.metrics_usable) or "none")
        )
    if row.shown.test:
        lines.append(f"{capitalised(row.shown.test.text)}, so the records show {row.shown.records}")
    answers = [
        f"{facts.who(a.respondent, a.function)} {str(a.said).replace('_', ' ')} on a {a.basis}"
        + (f", backs {a.backs}" if a.backs is not None else "")
        for a in row.shown.answers
    ]
    return "\n".join([*lines, *(["; ".join(answers)] if answers else [])])


def overridden(said: Assessment, capability: str) -> dict[str, Value]:
    """The ratings and the target that a person set, with their reasons in one cell."""
    last = {o.rating: o for o in said.overrides if o.capability == capability}
    keys = {"P": "p_over", "R": "r_over", "L": "l_over", "target": "target_over"}
    found: dict[str, Value] = {keys[rating]: o.value for rating, o in last.items()}
    reasons = [f"{rating}: {o.reason}" for rating, o in last.items()]
    return found | {"over_reason": "; ".join(reasons)}


def edited(said: Assessment, capability: str) -> dict[str, Value]:
    """What stands in the cells of a gap that a person fills."""
    return overridden(said, capability) | followed(said, capability)


def followed(said: Assessment, item: str) -> dict[str, Value]:
    """Who sees to a gap or finding, by when, how it stands."""
    kept = said.tracking_of.get(item)
    if kept is None:
        return {}
    return {"owner": kept.owner, "status": kept.status, "due": kept.due, "comment": kept.comment}


def _check(facts: Facts, capability: str, is_open: bool) -> str:
    found = overridden(facts.assessment, capability)
    if len(found) > 1 and len(str(found["over_reason"])) < SHORTEST_REASON:
        return "reason missing"
    kept = facts.assessment.tracking_of.get(capability)
    return "done, gap still open" if kept and kept.status == "done" and is_open else ""


def _link(page: Page, at: Places, row: Row, number: int) -> None:
    """A link that selects the capability's evidence rows, or those of its first metric."""
    grid = at.evidence
    own = at.blocks.get(row.capability.id)
    others = [m for m in row.shown.metrics if m in at.blocks]
    place = at.register.at("evidence", number)
    if own is None and not others:
        page.text(place, "none on file", "top")
        return
    first, last = own or at.blocks[others[0]]
    outside = [m for m in others if own is None or not own[0] <= at.blocks[m][0] <= own[1]]
    count = f"{last - first + 1} rows" if last > first else "1 row"
    words = f"{count} of {others[0]}" if own is None else count
    more = [m for m in outside if own is not None or m != others[0]]
    words += f"; also {', '.join(more)}" if more else ""
    page.link(place, words, grid.sheet, f"A{first}:{grid.last_letter}{last}", "top_link")


def _inputs(page: Page, facts: Facts, at: Places) -> None:
    grid = at.register
    for key in ("p_over", "r_over", "l_over", "target_over"):
        whole_input(
            page,
            grid.cells(key),
            "A whole number from 1 to 5, or empty. Write the reason beside it.",
            prompt="Override",
        )
    whole_input(
        page, grid.cells("what_if"), "A level from 1 to 5 to try out, or empty. Never imported."
    )
    long_text(page, grid.cells("over_reason"))
    long_text(page, grid.cells("comment"))
    list_input(
        page, grid.cells("owner"), "Owner_list", "Choose a role, or type another.", "information"
    )
    list_input(page, grid.cells("status"), "Status_list", "Choose a status from the list.")
    date_input(page, grid.cells("due"), facts.result.as_of)


def _colours(page: Page, facts: Facts, at: Places) -> None:
    grid = at.register
    for key in ("claimed", "evidenced", "records", "final"):
        colour_levels(page, grid.cells(key), f"{grid.letter(key)}{grid.start}")
    names = facts.questionnaire.priority.band_names
    colour_bands(page, grid.cells("band"), f"{grid.letter('band')}{grid.start}", names)


def _print(page: Page, at: Places) -> None:
    sheet, grid = page.sheet, at.register
    sheet.freeze_panes = f"{grid.letter('gate')}{grid.start}"
    sheet.auto_filter.ref = f"A{grid.head}:{grid.letter('references')}{grid.end}"
    workings = [c.key for c in grid.columns if c.kind == "working"]
    sheet.column_dimensions.group(
        grid.letter(workings[0]), grid.letter(workings[-1]), outline_level=1, hidden=True
    )
    print_page(
        page,
        paper="A3",
        scale=70,
        area=f"A1:{grid.letter('references')}{grid.end}",
        rows=f"1:{grid.head}",
        columns="A:C",
    )
    breaks = ColBreak()
    for key in ("rank", "check"):
        breaks.append(Break(id=grid.numbers[key]))
    sheet.col_breaks = breaks
    protect(page)
