"""A file on its way, step by step: what it is, columns, problems (screens 3.3)."""

import streamlit as st

from readiness.domain.errors import InputRefused
from readiness.evidence.proposal import Proposal
from readiness.ui import html, state
from readiness.ui.drafts import (
    ALIKE,
    COLUMNS,
    MEASURED,
    PROBLEMS,
    WHAT,
    Draft,
    is_workbook,
    kinds,
)
from readiness.ui.evidence_alike import same_again
from readiness.ui.evidence_columns import columns
from readiness.ui.evidence_keep import keep, put_away
from readiness.ui.evidence_problems import problems
from readiness.ui.evidence_together import wants_scan


def draft_steps(assessment: str, id: str, draft: Draft) -> None:
    """Draw the step that is looked at; nothing of the others."""
    st.header(state.plain(draft.name), anchor=False)
    done = st.session_state.pop(state.DONE, None)
    if done:
        st.info(state.plain(done))
    if draft.opened is None:
        _refused_at_the_door(assessment, id, draft)
        return
    try:
        proposal = draft.proposal(assessment)
    except InputRefused as error:
        draft.problems = error.problems
        proposal = None
    if proposal is not None and draft.is_kept_at_once(proposal):
        keep(assessment, id, draft, proposal)
    else:
        _step(assessment, id, draft, proposal)


def _step(assessment: str, id: str, draft: Draft, proposal: Proposal | None) -> None:
    _steps(id, draft)
    if draft.step == PROBLEMS or (proposal is None and draft.step != WHAT):
        problems(id, draft)
    elif draft.step == MEASURED:
        st.write("Nothing of this file is stored yet: confirm it first.")
    elif draft.step == COLUMNS and proposal is not None:
        if columns(assessment, id, draft, proposal):
            keep(assessment, id, draft, proposal)
    elif draft.step == ALIKE and proposal is not None:
        if same_again(assessment, id, draft, proposal):
            keep(assessment, id, draft, proposal)
    else:
        _what(assessment, id, draft, proposal)


def _steps(id: str, draft: Draft) -> None:
    labels = {
        WHAT: "1 What it is" + (" ✓" if draft.step != WHAT else ""),
        COLUMNS: "2 Columns",
        PROBLEMS: f"3 Problems ({len(draft.problems)})" if draft.problems else "3 Problems",
        MEASURED: "4 Measurements",
    }
    if draft.step == ALIKE:
        labels = {WHAT: labels[WHAT], COLUMNS: "2 Columns ✓", ALIKE: "The same again?"} | labels
    key = f"step_{id}"
    st.session_state[key] = draft.step
    st.segmented_control(
        "Step",
        list(labels),
        key=key,
        format_func=lambda step: labels[step],
        required=True,
        width="stretch",
        label_visibility="collapsed",
        on_change=lambda: setattr(draft, "step", st.session_state[key]),
    )


def _refused_at_the_door(assessment: str, id: str, draft: Draft) -> None:
    for problem in draft.problems:
        st.error(f"**{state.plain(draft.name)} was not read:** {state.plain(problem.message)}.")
        st.write(f"{state.plain(problem.advice)}. Nothing of it was stored.")
    st.button("Put it away", key=f"away_{id}", on_click=put_away, args=(assessment, id))


def _what(assessment: str, id: str, draft: Draft, proposal: Proposal | None) -> None:
    if proposal is None:
        for problem in draft.problems:
            st.error(f"{state.plain(problem.message)}. {state.plain(problem.advice)}.")
    else:
        st.html(html.tag("p", _taken_for(proposal), "rd-lead"))
    kind, sheet, row = st.columns([2, 2, 1])
    with kind:
        _kind(assessment, id, draft, proposal)
    is_table = proposal is not None and not is_workbook(proposal)
    with sheet:
        _sheet(id, draft, proposal if is_table else None)
    with row:
        _heading_row(id, draft, proposal if is_table else None)
    if proposal is None:
        return
    if is_table:
        _preview(proposal)
    _onward(assessment, id, draft, proposal)


def _kind(assessment: str, id: str, draft: Draft, proposal: Proposal | None) -> None:
    names = {k: v.name for k, v in kinds(assessment).items()}
    chosen = st.selectbox(
        "Kind",
        list(names),
        index=list(names).index(proposal.kind) if proposal else None,
        format_func=lambda k: names[k],
        key=f"kind_{id}",
    )
    if chosen and (proposal is None or chosen != proposal.kind):
        draft.correct(kind=chosen)
        st.rerun()


def _sheet(id: str, draft: Draft, proposal: Proposal | None) -> None:
    assert draft.opened is not None
    sheets = [info.name for info in draft.opened.sheets]
    now = proposal.sheet if proposal else None
    chosen = st.selectbox(
        "Sheet",
        sheets,
        index=sheets.index(now) if now in sheets else 0,
        format_func=lambda s: s or "the only one",
        disabled=proposal is None or len(sheets) < 2,
        key=f"sheet_{id}_{draft.kind}",
    )
    if proposal and len(sheets) > 1 and chosen != now:
        draft.correct(kind=proposal.kind, sheet=chosen, header_row=None)
        st.rerun()


def _heading_row(id: str, draft: Draft, proposal: Proposal | None) -> None:
    row = st.number_input(
        "Heading row",
        min_value=1,
        value=proposal.header_row if proposal else 1,
        disabled=proposal is None,
        key=f"row_{id}_{draft.kind}_{draft.sheet}",
    )
    if proposal and row != proposal.header_row:
        draft.correct(kind=proposal.kind, sheet=proposal.sheet, header_row=int(row))
        st.rerun()


def _preview(proposal: Proposal) -> None:
    """The first rows of the columns that are used: free text beside them may name somebody."""
    used = {c.heading for c in proposal.columns}
    at = [n for n, heading in enumerate(proposal.headings) if heading in used]
    if not at or not proposal.preview:
        return
    rows = [[html.text(line[n]) for n in at if n < len(line)] for line in proposal.preview]
    heads = [proposal.headings[n] for n in at]
    with st.container(key="wide_preview"):
        st.html(html.table(heads, rows, "rd-compact", "The first rows of the columns recognised"))


def _article(name: str) -> str:
    return "an" if name[:1].lower() in "aeiou" else "a"


def _taken_for(proposal: Proposal) -> html.Html:
    if is_workbook(proposal):
        return html.join(
            [
                html.text(f"This looks like {_article(proposal.kind_name)} "),
                html.bold(proposal.kind_name),
                html.text(
                    f" with {len(proposal.sheets)} sheets. It is looked at from inside: signs and "
                    "addresses are kept, never the content of a cell."
                ),
            ]
        )
    parts = [
        html.text(f"This looks like {_article(proposal.kind_name)} "),
        html.bold(proposal.kind_name),
        html.text(f" ({proposal.matched} of {len(proposal.headings)} headings match). "),
    ]
    records = proposal.rows - sum(proposal.left_out.values())
    if proposal.joined:
        names = (proposal.sheet or "", *proposal.joined)
        parts += [
            html.bold(f"{len(names)} sheets belong together: {names[0]} … {names[-1]}"),
            html.text(f", {records} rows. Each row keeps the name of its sheet."),
        ]
    else:
        sheet = [html.text("Sheet "), html.bold(proposal.sheet)] if proposal.sheet else []
        parts += [
            *sheet,
            html.text(", heading in " if sheet else "Heading in "),
            html.bold(f"row {proposal.header_row}"),
            html.text(f", {records} rows of records below it."),
        ]
    if proposal.remembered:
        parts.append(html.text(" Its columns are those that you confirmed before."))
    return html.join(parts)


def _onward(assessment: str, id: str, draft: Draft, proposal: Proposal) -> None:
    if is_workbook(proposal):
        if wants_scan(assessment, id):
            keep(assessment, id, draft, proposal)
        return
    known = proposal.remembered is not None and not proposal.needs_person and proposal.can_be_read
    first, second, _ = st.columns([1.4, 1.4, 1.2])
    if known and first.button("Measure it", type="primary", key=f"measure_{id}", width="stretch"):
        keep(assessment, id, draft, proposal)
        return
    if (second if known else first).button(
        "Look at the columns" if known else "Looks right, go on to columns",
        type="secondary" if known else "primary",
        key=f"onward_{id}",
        width="stretch",
    ):
        draft.step = COLUMNS
        st.rerun()
