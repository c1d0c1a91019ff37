"""Portfolio: every site and product of a client side by side, what they share, what is overdue."""

import streamlit as st

from readiness.domain.portfolio import Portfolio
from readiness.domain.questionnaire import Questionnaire
from readiness.report.portfolio_words import headline
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.clients import choose_client, current_client
from readiness.ui.navigation import page
from readiness.ui.portfolio_benchmark import among_clients
from readiness.ui.portfolio_gaps import gaps_in_common, overdue_list
from readiness.ui.portfolio_lines import left_out, rounds, standing
from readiness.ui.portfolio_narrowed import narrowed_by_hand
from readiness.ui.switch import switch
from readiness.workspace.portfolio import portfolio

PARTS = {
    "Where they stand": standing,
    "Rounds": rounds,
    "Gaps in common": gaps_in_common,
    "Overdue": overdue_list,
    "Benchmark": among_clients,
}
LEAST = 2


def draw() -> None:
    """The page."""
    st.title("Portfolio", anchor=False)
    choose_client()
    whole, content = _read(current_client())
    if len(whole.lines) + len(whole.left_out) < LEAST:
        st.write(
            "A portfolio shows where several sites or products stand and which gaps they share. "
            "Begin another assessment first."
        )
        st.page_link(page("assessments"), label="Go to Assessments")
        return
    shown = narrowed_by_hand(whole, content)
    st.html(html.tag("p", html.bold(headline(shown)), "rd-reason"))
    st.html(
        html.paragraph(
            "Of several rounds the last one counts. Levels of different modalities are not "
            f"comparable. Judged with content {whole.questionnaire.version}."
        )
    )
    if shown.lines:
        PARTS[switch("Part of the portfolio", list(PARTS), state.PORTFOLIO_PART)](shown, content)
    left_out(shown)


def _read(client: str) -> tuple[Portfolio, Questionnaire]:
    """The figures; what is out of date is summed up first, and says how far it is."""
    session = workbench()
    bar = st.empty()

    def progress(done: int, of: int) -> None:
        bar.progress(done / of, f"Summing up, once: {done} of {of} assessments")

    chosen = st.session_state.get(state.PORTFOLIO_CONTENT)
    whole = portfolio(session, client, chosen, progress)
    bar.empty()
    if len(whole.questionnaires) > 1:
        names = {id: session.questionnaire(id).title for id in whole.questionnaires}
        st.session_state[state.PORTFOLIO_CONTENT] = whole.questionnaire.id
        st.selectbox(
            "Questionnaire", list(names), key=state.PORTFOLIO_CONTENT, format_func=names.__getitem__
        )
    return whole, session.questionnaire(whole.questionnaire.id)


draw()
