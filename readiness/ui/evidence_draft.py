"""A file on its way, step by step: what it is, columns, problems; then it is kept (screens 3.3)."""

import streamlit as st

from readiness.domain.errors import InputRefused, Stopped
from readiness.evidence.proposal import Proposal
from readiness.store import AlreadyStored, StoredFile
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.drafts import COLUMNS, MEASURED, PROBLEMS, WHAT, Draft, drafts, is_workbook, kinds
from readiness.ui.evidence_columns import columns
from readiness.ui.evidence_problems import problems
from readiness.workspace import evidence


def draft_steps(assessment: str, id: str, draft: Draft) -> None:
    """Draw the step that is looked at; nothing of the others."""
    st.header(state.plain(draft.name), anchor=False)
    if draft.opened is None:
        _refused_at_the_door(assessment, id, draft)
        return
    try:
        proposal = draft.proposal(assessment)
    except InputRefused as error:
        draft.problems = error.problems
        proposal = None
    labels = {
        WHAT: "1 What it is" + (" ✓" if draft.step != WHAT else ""),
        COLUMNS: "2 Columns",
        PROBLEMS: f"3 Problems ({len(draft.problems)})" if draft.problems else "3 Problems",
        MEASURED: "4 Measurements",
    }
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
    if draft.step == PROBLEMS or (proposal is None and draft.step != WHAT):
        problems(id, draft)
    elif draft.step == MEASURED:
        st.write("Nothing of this file is stored yet: confirm it first.")
    elif draft.step == COLUMNS and proposal is not None:
        if columns(assessment, id, draft, proposal):
            keep(assessment, id, draft, proposal)
    else:
        _what(assessment, id, draft, proposal)


def _refused_at_the_door(assessment: str, id: str, draft: Draft) -> None:
    for problem in draft.problems:
        st.error(f"**{state.plain(draft.name)} was not read:** {state.plain(problem.message)}.")
        st.write(f"{state.plain(problem.advice)}. Nothing of it was stored.")
    st.button("Put it away", key=f"away_{id}", on_click=put_away, args=(assessment, id))


def _what(assessment: str, id: str, draft: Draft, proposal: Proposal | None) -> None:
    if proposal is None:
        for problem in draft.problems:
            st.error(f"{state.plain(problem.message)}. {state.plain(problem.advice)}")
    else:
        st.html(html.tag("p", _taken_for(proposal), "rd-lead"))
    names = {k: v.name for k, v in kinds(assessment).items()}
    kind, sheet, row = st.columns([2, 2, 1])
    chosen = kind.selectbox(
        "Kind",
        list(names),
        index=list(names).index(proposal.kind) if proposal else None,
        format_func=lambda k: names[k],
        key=f"kind_{id}",
    )
    assert draft.opened is not None
    sheets = [info.name for info in draft.opened.sheets]
    table = proposal is not None and not is_workbook(proposal)
    page = sheet.selectbox(
        "Sheet",
        sheets,
        index=sheets.index(proposal.sheet) if proposal and proposal.sheet in sheets else 0,
        format_func=lambda s: s or "the only one",
        disabled=not table or len(sheets) < 2,
        key=f"sheet_{id}_{draft.kind}",
    )
    heading = row.number_input(
        "Heading row",
        min_value=1,
        value=proposal.header_row if proposal else 1,
        disabled=not table,
        key=f"row_{id}_{draft.kind}_{draft.sheet}",
    )
    if chosen and (proposal is None or chosen != proposal.kind):
        draft.correct(kind=chosen)
        st.rerun()
    if proposal and table and page != (proposal.sheet or "") and page in sheets and len(sheets) > 1:
        draft.correct(kind=chosen, sheet=page, header_row=None)
        st.rerun()
    if proposal and table and heading != proposal.header_row:
        draft.correct(kind=chosen, sheet=page or None, header_row=int(heading))
        st.rerun()
    if proposal is None:
        return
    if table:
        _preview(proposal)
    _onward(assessment, id, draft, proposal)


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


def _taken_for(proposal: Proposal) -> html.Html:
    if is_workbook(proposal):
        return html.join(
            [
                html.text("This looks like a "),
                html.bold(proposal.kind_name),
                html.text(
                    f" with {len(proposal.sheets)} sheets. It is looked at from inside: signs and "
                    "addresses are kept, never the content of a cell."
                ),
            ]
        )
    parts = [
        html.text("This looks like a "),
        html.bold(proposal.kind_name),
        html.text(f" ({proposal.matched} of {len(proposal.headings)} headings match). "),
    ]
    if proposal.sheet:
        parts += [html.text("Sheet "), html.bold(proposal.sheet), html.text(", heading ")]
    else:
        parts.append(html.text("Heading "))
    parts += [html.text("in "), html.bold(f"row {proposal.header_row}")]
    out = sum(proposal.left_out.values())
    parts.append(html.text(f", {proposal.rows - out} rows of records below it."))
    if proposal.remembered:
        parts.append(html.text(" Its columns are those that you confirmed before."))
    return html.join(parts)


def _onward(assessment: str, id: str, draft: Draft, proposal: Proposal) -> None:
    if is_workbook(proposal):
        if st.button("Scan it", type="primary", key=f"scan_{id}"):
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


def keep(assessment: str, id: str, draft: Draft, proposal: Proposal) -> None:
    """Read the file and keep it; a button stops it, and nothing is kept before the end."""
    assert draft.opened is not None
    mapping = draft.mapping(proposal)
    before = evidence.same_file(workbench(), assessment, draft.opened, mapping)
    if before is not None and draft.columns == {} and draft.values == {}:
        _already(assessment, id, before)
        return
    with st.status(f"Reading {state.plain(draft.name)}", expanded=True) as status:
        bar = st.progress(0.0, "Begins")
        # A pressed button ends this run at the next call below; the store is reached after all.
        st.button("Stop", key=f"stop_{id}", help="Nothing of the file is kept.")

        def tell(done: int, total: int, what: str) -> None:
            bar.progress(min(1.0, done / max(total, 1)), state.plain(what))

        try:
            kept = evidence.confirm(
                workbench(),
                assessment,
                draft.opened,
                mapping,
                tell,
                replaces=before.id if before else None,
            )
        except (InputRefused, Stopped) as error:
            draft.problems = error.problems if isinstance(error, InputRefused) else ()
            draft.step = PROBLEMS
            status.update(label="Refused: nothing of it was stored", state="error")
            st.rerun()
        except AlreadyStored as error:
            _already(assessment, id, error.existing)
            return
    drafts(assessment).pop(id, None)
    st.session_state[state.EVIDENCE] = kept.id
    st.session_state[state.STEP] = MEASURED
    st.rerun()


def _already(assessment: str, id: str, before: StoredFile) -> None:
    st.info(
        f"{state.plain(before.name)} is already here, added {before.added_at:%d %b %Y}. The same "
        "file is not counted twice."
    )
    st.button("Put this copy away", key=f"away_{id}", on_click=put_away, args=(assessment, id))


def put_away(assessment: str, id: str) -> None:
    """Forget a file that was dropped and not stored."""
    drafts(assessment).pop(id, None)
    st.session_state.pop(state.EVIDENCE, None)
