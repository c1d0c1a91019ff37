"""The form of a consensus: level, basis, reason and author, all needed (screens 3.2)."""

from typing import Final, Literal, cast

import streamlit as st

from readiness.domain.assessment import Basis, Consensus
from readiness.domain.result import CapabilityResult
from readiness.domain.scale import Level
from readiness.report.workings import BASES as IN_WORDS
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.question import BASES
from readiness.workspace.consensus import ASSESSOR, record_consensus, withdraw_consensus
from readiness.workspace.results import State

NOT_APPLICABLE: Final = "not_applicable"
LEVELS: tuple[Level | Literal["not_applicable"], ...] = (1, 2, 3, 4, 5, NOT_APPLICABLE)
COUNT = "consensus_kept"
PARTS = ("level", "basis", "reason", "by")


def consensus(
    assessment: str, here: State, shown: CapabilityResult, *, needs_answers: bool = True
) -> None:
    """What was agreed on a capability, and the form to agree.

    ``needs_answers``: no form where nobody answered, for there is nothing to agree on.
    """
    agreed = here.assessment.consensus_of.get(shown.id)
    if agreed is not None:
        _agreed(assessment, agreed)
    if not state.is_sealed() and (shown.answers or not needs_answers):
        with st.container(border=True, key="consensus"):
            _form(assessment, here, shown.id, is_second=agreed is not None)


def _agreed(assessment: str, agreed: Consensus) -> None:
    level = agreed.level if isinstance(agreed.level, int) else None
    what = html.level_badge(level) if level else html.bold("does not apply")
    how = f"{IN_WORDS[agreed.basis]} · {agreed.reason} · by {agreed.by}, {agreed.on:%d %b %Y}"
    left, right = st.columns([5, 1.2], vertical_alignment="center")
    left.html(
        html.tag("p", html.join([html.bold("Consensus:"), what, html.text(how)], " "), "rd-box")
    )
    right.button(
        "Take it back",
        width="stretch",
        disabled=state.is_sealed(),
        help="The answers speak again; the history keeps the consensus.",
        on_click=fields.doing(withdraw_consensus, workbench(), assessment, agreed.capability),
    )


def _form(assessment: str, here: State, capability: str, *, is_second: bool) -> None:
    title = "Record another consensus" if is_second else "Record a consensus"
    tail = " · replaces the inputs; the individual answers stay visible"
    st.html(html.tag("p", html.join([html.bold(title), html.text(tail)]), "rd-name"))
    # A form that was recorded is empty again: its fields are new ones.
    turn = st.session_state.get(COUNT, 0)
    names = {part: f"consensus_{part}_{capability}{turn or ''}" for part in PARTS}
    level, basis = st.columns([1.6, 1.15])
    with level:
        is_out = _level(here, capability, names["level"])
    basis.segmented_control(
        "Basis",
        list(BASES),
        key=names["basis"],
        format_func=lambda b: BASES[b],
        wrap=True,
        disabled=is_out,
    )
    _reason_and_by(assessment, here, capability, names, is_out=is_out)
    fields.trouble()


def _level(here: State, capability: str, key: str) -> bool:
    """Draw the choice of a level; whether *does not apply* is chosen."""
    chosen = st.segmented_control(
        "Level",
        LEVELS,
        key=key,
        wrap=True,
        format_func=lambda n: "Does not apply" if n == NOT_APPLICABLE else str(n),
    )
    if chosen != NOT_APPLICABLE:
        return False
    given = here.assessment.responses_of.get(capability, ())
    if any(r.level != NOT_APPLICABLE for r in given):
        st.caption(
            "Stands only where nobody gave a level or does not know: until those answers are "
            "changed, it is kept and does not count."
        )
    return True


def _reason_and_by(
    assessment: str, here: State, capability: str, names: dict[str, str], *, is_out: bool
) -> None:
    reason, by, record = st.columns([2.2, 1.4, 0.8], vertical_alignment="bottom")
    reason.text_input(
        "Reason (needed)",
        key=names["reason"],
        live=True,
        max_chars=500,
        placeholder="What settled it?",
    )
    known = here.assessment.respondent_by_id
    functions = {f.code: f.name for f in here.questionnaire.functions} | {"TEAM": "The team"}
    by.selectbox(
        "Recorded by",
        [ASSESSOR, *known],
        key=names["by"],
        format_func=lambda r: (
            f"{functions[known[r].function]} ({r})" if r in known else "The assessor"
        ),
    )
    needed = [part for part in PARTS if part != "basis" or not is_out]
    given = [st.session_state.get(names[part]) for part in needed]
    record.button(
        "Record",
        width="stretch",
        disabled=not all(str(value or "").strip() for value in given),
        on_click=_record,
        args=(assessment, capability, names),
    )


def _record(assessment: str, capability: str, names: dict[str, str]) -> None:
    level, basis, reason, by = (st.session_state[names[part]] for part in PARTS)
    fields.doing(
        record_consensus,
        workbench(),
        assessment,
        capability,
        cast("Level", level),
        str(reason),
        cast("Basis", basis or "statement"),
        str(by),
    )()
    if not st.session_state.get(state.TROUBLE):
        st.session_state[COUNT] = st.session_state.get(COUNT, 0) + 1
