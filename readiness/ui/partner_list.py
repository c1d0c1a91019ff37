"""Contract makers side by side, and the one that is looked at (domain 7, 1.19, 1.20)."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

import streamlit as st

from readiness.domain.operating_result import PartnerResult
from readiness.report.numerals import percent, whole
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.downloads import download
from readiness.ui.entry_list import add_form, looked_at, remove_button
from readiness.ui.partner_back import answers_back
from readiness.ui.partner_claims import claims, failures
from readiness.ui.partner_questions import mirror, questions
from readiness.ui.partner_slots import slots
from readiness.ui.switch import switch
from readiness.workspace.partners import add_partner, question_list, remove_partner
from readiness.workspace.results import State, standing

PARTS = {
    "Questions": questions,
    "Claims": claims,
    "Slots by month": slots,
    "Last failures": failures,
    "What they say of us": mirror,
}
MARKS = {"error": "✗", "warning": "!", "hint": "·"}


def contract_makers(assessment: str, now: State) -> None:
    """Draw the comparison, what was found of the chosen maker, and what was said of it."""
    st.write(
        "Ask what a maker can do before what rooms it has free. A claim is held against the "
        "figures that it sent itself. It moves no level: what is found speaks to "
        f"{state.plain(now.questionnaire.cdmo.capability)}."
    )
    found = standing(workbench(), assessment, now).operating_model.partners
    if found:
        st.html(compared(found, now))
    add = partial(add_partner, workbench(), assessment)
    add_form("partner", "Add a contract maker", "Its name", add)
    shown = looked_at("partner", "Look at the maker", found)
    if shown is None:
        return
    _found(shown)
    part = switch("What was said", list(PARTS), state.PARTNER_PART)
    PARTS[part](assessment, now, shown)
    _ways_out(assessment, shown)
    answers_back(assessment, shown)


def compared(found: Sequence[PartnerResult], now: State) -> html.Html:
    """A row a maker: score, band, sub-scores, use of slots as claimed and as its table says."""
    claimed = {p.id: p.claimed_utilisation for p in now.assessment.operating.partners}
    parts = [part.name for part in now.questionnaire.cdmo.parts]
    heads = ["Maker", "Score", "Band", *parts, "Use of slots", "Red flags", "Asked"]
    rows = []
    for one in found:
        lowered = one.band is not None and one.band != one.band_before_flags
        band = f"{one.band or 'nothing asked yet'}{' (lowered by red flags)' if lowered else ''}"
        used = percent(one.slots.utilisation) if one.slots else "no table"
        told = f"claimed {percent(claimed[one.id])}, table {used}"
        rows.append(
            [
                html.bold(one.name),
                html.number(_score(one.score)),
                html.text(band),
                *(html.number(_score(part.score)) for part in one.parts),
                html.text(told),
                html.text(", ".join(one.red_flags) or "none"),
                html.text(f"{one.asked} of {one.of}"),
            ]
        )
    return html.table(heads, rows, caption="Contract makers, 0 to 100")


def _score(value: Fraction | None) -> str:
    return "–" if value is None else whole(value)


def _found(one: PartnerResult) -> None:
    """What its own figures say, the gravest first; what was not asked is the sponsor's matter."""
    order = {"error": 0, "warning": 1, "hint": 2}
    checks = sorted(one.checks, key=lambda c: (not c.red_flag, order[c.severity]))
    rows = [
        [
            html.text("⚑ red flag" if check.red_flag else MARKS[check.severity]),
            html.bold(check.question),
            html.text(check.text),
        ]
        for check in checks
    ]
    if rows:
        st.html(html.table(["", "Question", "What its own figures say"], rows, "rd-compact"))
    if one.not_asked and one.asked:
        st.html(html.paragraph(f"Not asked by you yet: {', '.join(one.not_asked)}."))


def _ways_out(assessment: str, one: PartnerResult) -> None:
    left, right = st.columns(2)
    with left:
        make = partial(question_list, workbench(), assessment, one.id)
        ending, what = f"questions-{one.id}.xlsx", "Questions to a contract maker"
        download("Questions to send (Excel)", assessment, ending, make, what=what)
    with right:
        note = "With all that was said of it; Undo brings it back."
        remove_button("partner", one, partial(remove_partner, workbench(), assessment), note)
