"""Which column is what: first what needs a person, then what is sure (screens 3.3, step 2)."""

import streamlit as st

from readiness.evidence.proposal import ColumnProposal, Proposal
from readiness.ui import html, state
from readiness.ui.drafts import Draft
from readiness.ui.evidence_dates import dates
from readiness.ui.evidence_words import words
from readiness.workspace.overview import in_words

NOT_HERE = "· not in this file ·"


def columns(assessment: str, id: str, draft: Draft, proposal: Proposal) -> bool:
    """Draw the step; True once the person confirms."""
    asked = [c for c in proposal.columns if _needs_a_look(c, proposal)]
    _lead(len(asked) + len(draft.asked_words(proposal)))
    for column in asked:
        _line(id, draft, proposal, column)
    dates(assessment, id, draft, proposal)
    words(assessment, id, draft, proposal)
    sure = [c for c in proposal.columns if c not in asked]
    with st.expander(
        f"{len(sure)} more fields, as recognised", key=f"sure_{id}", on_change="rerun"
    ) as opened:
        pass
    if opened.open:
        with opened:
            for column in sure:
                _line(id, draft, proposal, column)
    if proposal.unused:
        names = ", ".join(proposal.unused)
        st.caption(
            f"Not used: {state.plain(names)}. Free text is used only if you map it to a "
            "description; then it is compared in memory and never stored."
        )
    return _confirm(id, draft, proposal)


def _needs_a_look(column: ColumnProposal, proposal: Proposal) -> bool:
    dated = {q.field for q in proposal.dates}
    return (
        column.confidence == "check"
        or column.field in dated
        or (column.required and column.heading is None)
    )


def _lead(count: int) -> None:
    if count:
        one = "the marked one" if count == 1 else f"the {in_words(count)} marked ones"
        st.write(f"Check {one}, then confirm; next quarter's export will need one click.")
    else:
        st.write("Every column is sure. Confirm; next quarter's export will need one click.")


def _line(id: str, draft: Draft, proposal: Proposal, column: ColumnProposal) -> None:
    name, choice, seen, why = st.columns([1.3, 1.7, 1.4, 2], vertical_alignment="center")
    required = " (required)" if column.required else ""
    name.html(
        html.join([html.bold(column.label), html.tag("span", html.text(required), "rd-fine")])
    )
    options = [NOT_HERE, *proposal.headings]
    heading = draft.heading_of(proposal, column.field)
    key = f"map_{id}_{column.field}"
    if st.session_state.get(key) != (heading or NOT_HERE):
        st.session_state[key] = heading or NOT_HERE
    choice.selectbox(
        f"Column for {column.label}",
        options,
        key=key,
        label_visibility="collapsed",
        format_func=lambda h: h,
        on_change=_map,
        args=(draft, column.field, key),
    )
    seen.html(html.tag("span", html.text(" · ".join(column.examples)), "rd-fine"))
    why.html(_reason(draft, column))


def _map(draft: Draft, field: str, key: str) -> None:
    chosen = st.session_state[key]
    draft.columns[field] = None if chosen == NOT_HERE else chosen
    draft.problems = ()


def _reason(draft: Draft, column: ColumnProposal) -> html.Html:
    if column.field in draft.columns:
        return html.tag("span", html.text("✓ chosen by you"), "rd-ok rd-small")
    said = html.text(" · " + "; ".join(column.reasons))
    if column.confidence == "sure":
        return html.tag("span", html.join([html.bold("✓ sure"), said]), "rd-ok rd-small")
    if column.confidence == "none" and not column.required:
        return html.tag("span", html.text("; ".join(column.reasons)), "rd-quiet rd-small")
    return html.tag("span", html.join([html.bold("▲ check"), said]), "rd-no rd-small")


def _confirm(id: str, draft: Draft, proposal: Proposal) -> bool:
    lacking, undated = draft.lacking(proposal), draft.open_dates(proposal)
    count = len(draft.mapping(proposal).columns)
    if lacking:
        st.html(html.tag("p", html.text(f"▲ Still needed: {', '.join(lacking)}."), "rd-no"))
    elif undated:
        st.html(html.tag("p", html.text("▲ Choose the order of the dates above."), "rd-no"))
    return st.button(
        f"Confirm {count} columns",
        type="primary",
        key=f"confirm_{id}",
        disabled=bool(lacking or undated),
    )
