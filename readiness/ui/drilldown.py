"""A capability opened down to answers and rows: every number with what it came from."""

import streamlit as st

from readiness.domain.result import AnswerWorking, CapabilityResult, Result
from readiness.report.workings import BASES, capability_workings, said, who
from readiness.ui import html, links, state
from readiness.ui.html import Html
from readiness.ui.measured import measurement_table, rows_behind
from readiness.workspace.results import State


def capability(assessment: str, here: State, result: Result, id: str, key: str) -> None:
    """Levels step by step, the answers, the measurements and their rows.

    ``key`` tells two drill-downs of one page apart.
    """
    shown = next(c for c in result.capabilities if c.id == id)
    measured = {m.metric: m for m in result.measurements}
    content = here.questionnaire
    about = content.capabilities[id]
    gate = [html.tag("span", html.text("Gate"), "rd-tag rd-gate")] if about.gate else []
    st.html(
        html.join(
            [
                html.level_badge(shown.final),
                html.bold(f"{id} {about.name}"),
                *gate,
                links.question(assessment, id, "open the question"),
            ],
            " ",
        )
    )
    steps = [
        [html.text(step.name), html.bold(step.value), html.text(step.how)]
        for step in capability_workings(shown, measured, content)
    ]
    how = links.how(assessment, "final", "final level of a capability")
    st.html(html.table(["Step", "Level", "How it comes about"], steps))
    st.html(html.tag("p", how, "rd-small"))
    st.html(_answers(here, shown))
    mine = [measured[m] for m in shown.metrics if m in measured]
    if mine:
        st.html(measurement_table(mine, content))
        rows_behind(mine, content, f"{key}_{id}", assessment)


def _answers(here: State, shown: CapabilityResult) -> Html:
    consensus = here.assessment.consensus_of.get(shown.id)
    rows = [_answer(answer, here) for answer in shown.answers]
    if consensus is not None:
        level = str(consensus.level).replace("_", " ")
        rows.append(
            [
                html.bold("Consensus"),
                html.text(level),
                html.text(BASES[consensus.basis]),
                html.text(shown.backing if shown.backing is not None else "—"),
                html.text(f"{consensus.reason} ({consensus.by}, {consensus.on:%d %b %Y})"),
            ]
        )
    if not rows:
        return html.paragraph("Nobody has answered this question yet.")
    heads = ["Who", "Said", "Basis", "Backs", "In their words"]
    return html.table(heads, rows)


def _answer(answer: AnswerWorking, here: State) -> list[Html]:
    level = html.level_badge(answer.level) if answer.level is not None else html.text(said(answer))
    proof = f" Evidence: {answer.proof}." if answer.proof else ""
    words = answer.note or answer.reason
    return [
        html.text(f"{who(answer, here.questionnaire)} ({answer.respondent})"),
        level,
        html.text(BASES[answer.basis] if answer.level is not None else "—"),
        html.text(answer.backs if answer.backs is not None else "—"),
        html.text((words + proof) or "—"),
    ]


def chosen_capability(ids: list[str]) -> str | None:
    """The capability of the address if it is among these."""
    looked_at = state.current_capability()
    return looked_at if looked_at in ids else None
