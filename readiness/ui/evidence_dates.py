"""Day first or month first: asked once for all columns of a file, and changeable for each."""

import streamlit as st

from readiness.evidence.proposal import DateQuestion, Proposal
from readiness.report.numerals import number, series
from readiness.ui import state
from readiness.ui.cached import workbench
from readiness.ui.drafts import Draft
from readiness.workspace import evidence

Names = dict[str, str]


def dates(assessment: str, id: str, draft: Draft, proposal: Proposal) -> None:
    """Draw the questions that the dates leave open; the answers are kept in the draft."""
    open_ones = [q for q in proposal.dates if draft.heading_of(proposal, q.field) == q.heading]
    ways = evidence.words_of(workbench(), assessment).columns.date_formats
    names = {way.format: way.name for way in ways}
    alike: dict[tuple[str, ...], list[DateQuestion]] = {}
    for question in open_ones:
        alike.setdefault(question.formats, []).append(question)
    for at, questions in enumerate(alike.values()):
        if len(questions) == 1:
            _one(id, draft, questions[0], names)
        else:
            _together(f"{id}_{at}", id, draft, questions, names)


def _together(key: str, id: str, draft: Draft, questions: list[DateQuestion], names: Names) -> None:
    """One answer for all columns that read in the same ways."""
    said = {draft.dates.get(q.field) for q in questions}
    together = f"dates_{key}"
    # The answers of the columns are the truth; where they differ, none holds for all of them.
    st.session_state[together] = next(iter(said)) if len(said) == 1 else None
    labels = state.plain(series([q.label for q in questions]))
    st.radio(
        f"{labels}: day first or month first? The dates of these {number(len(questions))} columns "
        "fit both, so we do not guess. One answer for all of them:",
        questions[0].formats,
        key=together,
        format_func=lambda f: _way(str(f), names, questions),
        on_change=_answer,
        args=(draft, together, questions),
    )
    with st.expander("One of them is written differently", key=f"apart_{key}"):
        for question in questions:
            _one(id, draft, question, names)


def _one(id: str, draft: Draft, question: DateQuestion, names: Names) -> None:
    key = f"date_{id}_{question.field}"
    st.session_state[key] = draft.dates.get(question.field)
    st.radio(
        f"{state.plain(question.label)}: day first or month first? {question.rows} of "
        f"{question.total} dates fit both, so we do not guess.",
        question.formats,
        key=key,
        format_func=lambda f: _way(str(f), names, [question]),
        on_change=_answer,
        args=(draft, key, [question]),
    )


def _answer(draft: Draft, key: str, questions: list[DateQuestion]) -> None:
    draft.dates.update({question.field: st.session_state[key] for question in questions})


def _way(pattern: str, names: Names, questions: list[DateQuestion]) -> str:
    is_likely = all(question.likely == pattern for question in questions)
    likely = " (other columns of this file are written so)" if is_likely else ""
    return names.get(pattern, pattern) + likely
