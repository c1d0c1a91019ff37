"""The hidden sheets `_lists` and `_meta`: what validations and formulas look up, and the stamps."""

from collections.abc import Sequence

from readiness.domain.planning import ACTION_STATUSES
from readiness.domain.tracking import STATUSES
from readiness.report.assumptions import Input
from readiness.report.cells import Book, Page
from readiness.report.facts import Facts
from readiness.report.layout import ASSUMPTIONS, DRILLS, META, REGISTER
from readiness.report.named_lists import write_named_lists
from readiness.report.places import Places
from readiness.report.printing import protect

FLAG_STATES = ("raised", "not known", "not raised")
REPORT_FORMAT = "1"


def stamps(facts: Facts) -> dict[str, str]:
    """What tells one report from another; all of it text, so that no program rounds it."""
    result, assessment = facts.result, facts.assessment
    return {
        "report format": REPORT_FORMAT,
        "view": facts.view,
        "assessment": assessment.id,
        "organisation": assessment.profile.organisation,
        "revision": facts.revision,
        "as of": result.as_of.isoformat(),
        "questionnaire": result.questionnaire.id,
        "questionnaire version": result.questionnaire.version,
        "questionnaire sha256": result.questionnaire.sha256,
        "engine version": result.engine_version,
        "inputs sha256": result.inputs_sha256,
        "form": result.form,
        "exported by": facts.exported_by,
        "frozen": facts.frozen,
    }


def write_lists(book: Book, facts: Facts) -> None:
    """Write `_lists`: one list a column, named."""
    content = facts.questionnaire
    owners = tuple(dict.fromkeys(c.action.owner for c in content.capabilities.values()))
    bands = content.priority.band_names
    drill_bands = sorted(content.drills.bands, key=lambda band: band.minimum)
    short = facts.assessment.form == "short"
    lists: Sequence[tuple[str, Sequence[str | int]]] = (
        ("Stage_list", [s.name for s in content.stages]),
        ("Status_list", STATUSES),
        ("Owner_list", owners),
        ("Action_states", ACTION_STATUSES),
        ("Band_names", [bands[key] for key in ("act_now", "next", "plan", "watch")]),
        ("Verdicts", [s.verdict for s in sorted(content.scale, key=lambda s: s.level)]),
        ("Drill_band_points", [band.minimum for band in drill_bands]),
        ("Drill_band_names", [band.name for band in drill_bands]),
        ("Yes_no", ("yes", "no")),
        ("Flag_states", FLAG_STATES),
        ("Verdict_not_enough", [content.verdict.not_enough]),
        ("Verdict_prefix", [content.verdict.short_prefix if short else ""]),
        ("Form_short", [int(short)]),
        ("Stage_next", [content.stage_name(facts.next_stage)]),
        ("Stage_launch", [content.stage_name("launch")]),
        ("Flags_bind", [binding(facts)]),
    )
    write_named_lists(book, lists)


def binding(facts: Facts) -> str:
    """Whether fragmentation flags bind: ``yes``, ``no`` with one party, ``unknown``."""
    hybrid = facts.result.hybrid
    if hybrid.parties is None:
        return "unknown"
    return "yes" if hybrid.binding else "no"


def write_meta(book: Book, facts: Facts, at: Places, inputs: Sequence[Input]) -> None:
    """Write `_meta`: the stamps, and each input's exported value with whether it was changed."""
    page = book.pages[META]
    for row, (key, value) in enumerate(stamps(facts).items(), start=1):
        page.text((row, 1), key, "plain")
        page.text((row, 2), value, "plain")
    page.widths(24, 40, 4, 14, 14, 10)
    for row, (address, exported) in enumerate(inputs, start=2):
        page.text((row, 4), f"{ASSUMPTIONS}!{address}", "plain")
        page.put((row, 5), exported, "plain")
        page.formula((row, 6), f"=IF({ASSUMPTIONS}!{address}=E{row},0,1)", 0, "plain")
    parts = [f"SUM($F$2:$F${len(inputs) + 1})", *_tables(page, at)]
    page.text("D1", "Changed inputs", "plain")
    page.formula("F1", "=" + "+".join(parts), 0, "plain")
    book.name("Changed_inputs", META, "$F$1")
    protect(page)


def _tables(page: Page, at: Places) -> list[str]:
    """Exported values of the inputs that stand in tables, and the terms that count changes."""
    blocks = (
        (REGISTER, at.register, "p_over", "what_if", 8),
        (DRILLS, at.drills, "held_on", "critical", 14),
        (DRILLS, at.flags, "state", "state", 18),
    )
    terms = []
    for sheet, grid, first, last, column in blocks:
        if sheet not in page.book.pages:
            continue
        source = page.book.pages[sheet].sheet
        wide = grid.numbers[last] - grid.numbers[first] + 1
        for row in range(grid.start, grid.end + 1):
            for offset in range(wide):
                value = source.cell(row, grid.numbers[first] + offset).value
                assert value is None or isinstance(value, (str, int, float)), "as it was written"
                page.put((row, column + offset), value, "plain")
        left, right = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column - 1 + n] for n in (0, wide - 1))
        here = f"${left}${grid.start}:${right}${grid.end}"
        terms.append(f"SUMPRODUCT(--('{sheet}'!{grid.range(first, last)}<>{here}))")
    return terms
