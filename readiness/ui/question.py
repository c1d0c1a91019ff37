"""The question card: one question, its five descriptions, what was seen (screens 3.2)."""

from typing import Any, cast

import streamlit as st

from readiness.domain.assessment import Basis, Consensus, Response, Said
from readiness.domain.capability import Capability
from readiness.domain.errors import ReadinessError
from readiness.report.clauses import is_printed
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.workspace.answers import Given, answer
from readiness.workspace.consensus import record_consensus
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import State

OPTIONS: tuple[Said, ...] = (1, 2, 3, 4, 5, "unknown", "not_applicable")
BASES: dict[Basis, str] = {"statement": "Only told", "document": "Document", "record": "Record"}
BASIS_HELP = (
    "Only told backs a capability up to level 2, or 3 if two functions agree. A document up to 4, "
    "a record up to 5. Paper backs the capability, not the person who holds it."
)


def key_of(part: str, capability: str, respondent: str) -> str:
    """The key of a widget: it carries question and respondent, so that no answer can wander."""
    return f"{part}_{capability}_{respondent}"


def card(
    assessment: str,
    capability: Capability,
    respondent: str,
    given: Response | None,
    now: State,
) -> None:
    """Draw the question with the stored answer; every change is written at once."""
    _header(capability)
    _levels(assessment, capability, respondent, given)
    if given is not None and given.level == "not_applicable":
        _reason(assessment, capability, given, now.assessment.consensus_of.get(capability.id))
    elif given is not None and isinstance(given.level, int):
        _seen(assessment, capability, respondent, given)
    elif given is not None and capability.visibility:
        st.info("Not knowing counts as level 1 here: seeing it is the capability.")
    _asks(assessment, capability.id, respondent)
    _why(capability, now)


def _header(capability: Capability) -> None:
    tags = [html.tag("span", html.text(capability.id), "rd-tag")]
    if capability.gate:
        tags.append(html.tag("span", html.text("Gate: bounds the overall level"), "rd-tag rd-gate"))
    tags.append(html.tag("span", html.text(capability.name), "rd-quiet"))
    st.html(html.join(tags, " "))
    st.header(state.plain(capability.question), anchor=False)
    st.html(
        html.join(
            [
                html.bold("Ask to see"),
                html.text(capability.evidence.rstrip(".") + "."),
                html.bold("Then:"),
                html.text("when did it last fail?"),
            ],
            " ",
        )
    )


def _levels(
    assessment: str, capability: Capability, respondent: str, given: Response | None
) -> None:
    key = key_of("level", capability.id, respondent)
    key = state.following(key, given.level if given else None)
    labels = {n: f"**{n}**  {state.plain(text)}" for n, text in enumerate(capability.anchors, 1)}
    labels |= {"unknown": "We do not know", "not_applicable": "Does not apply"}  # type: ignore[dict-item]
    with st.container(key=f"ans_{capability.id}_{respondent}"):
        st.radio(
            f"Which describes you today? {capability.id}",
            OPTIONS,
            key=key,
            width="stretch",
            format_func=lambda option: labels[option],
            label_visibility="collapsed",
            on_change=_save,
            args=(assessment, capability.id, respondent, "level", key),
        )


def _seen(assessment: str, capability: Capability, respondent: str, given: Response) -> None:
    basis, note, proof = st.columns([1.8, 2, 1.1], gap="small")
    key = state.following(key_of("basis", capability.id, respondent), given.basis)
    with basis:
        st.segmented_control(
            "What did you see?",
            list(BASES),
            key=key,
            format_func=lambda b: BASES[b],
            help=BASIS_HELP,
            wrap=True,
            on_change=_save,
            args=(assessment, capability.id, respondent, "basis", key),
        )
    with note:
        _text("note", "Note", "what makes you say so", assessment, capability, given)
    with proof:
        _text("proof", "Evidence", "link or file name", assessment, capability, given)


def _reason(
    assessment: str, capability: Capability, given: Response, agreed: Consensus | None
) -> None:
    _text("reason", "Why does it not apply? (needed)", "", assessment, capability, given)
    if not given.reason:
        st.html(html.tag("p", html.text("▲ Open until the reason is there."), "rd-no"))
    if not capability.gate:
        return
    if agreed is not None and agreed.level == "not_applicable":
        st.html(html.tag("p", html.text("✓ Agreed: it does not apply."), "rd-ok"))
        return
    st.caption("Read as unknown until a consensus says so: this capability is a gate.")
    st.button(
        "We agree that it does not apply",
        disabled=not given.reason,
        on_click=_agree,
        args=(assessment, capability.id, given.respondent, given.reason),
    )


def _agree(assessment: str, capability: str, respondent: str, reason: str) -> None:
    try:
        record_consensus(workbench(), assessment, capability, "not_applicable", reason)
    except ReadinessError as error:
        st.session_state[state.ASKS] = (capability, respondent, "", str(error), reason)


def _text(
    part: str,
    label: str,
    placeholder: str,
    assessment: str,
    capability: Capability,
    given: Response,
) -> None:
    key = key_of(part, capability.id, given.respondent)
    key = state.following_text(key, getattr(given, part))
    st.text_input(
        label,
        key=key,
        placeholder=placeholder,
        live=True,
        max_chars=2000,
        on_change=_save,
        args=(assessment, capability.id, given.respondent, part, key),
    )


def _save(assessment: str, capability: str, respondent: str, part: str, key: str) -> None:
    value = st.session_state.get(key)
    if value is not None and state.is_shown(key_of(part, capability, respondent), key):
        save(assessment, capability, respondent, part, value)


def save(assessment: str, capability: str, respondent: str, part: str, value: Any) -> None:
    """Write one part of an answer; what stands in the way is kept for the card."""
    st.session_state.pop(state.ASKS, None)
    try:
        answer(workbench(), assessment, capability, respondent, **{part: value})
    except IdentifierFound as found:
        st.session_state[state.ASKS] = (capability, respondent, part, str(found), value)
    except ReadinessError as error:
        st.session_state[state.ASKS] = (capability, respondent, "", str(error), value)


def _asks(assessment: str, capability: str, respondent: str) -> None:
    """What stood in the way of saving, with the way on."""
    asks = st.session_state.get(state.ASKS)
    if not asks or asks[:2] != (capability, respondent):
        return
    st.warning(state.plain(asks[3]))
    if asks[2]:
        st.button(
            "It identifies nobody: save it",
            on_click=_save_anyway,
            args=(assessment, capability, respondent, asks[2], asks[4]),
        )


def _save_anyway(assessment: str, capability: str, respondent: str, part: str, value: str) -> None:
    given = cast("Given", {part: value})
    answer(workbench(), assessment, capability, respondent, note_confirmed=True, **given)
    st.session_state.pop(state.ASKS, None)


def _why(capability: Capability, now: State) -> None:
    content, profile = now.questionnaire, now.assessment.profile
    with st.expander("Why it matters, and what it refers to"):
        names = {"P": "Patient impact", "R": "Regulatory risk", "L": "Reversibility (5 = hardest)"}
        rows = [
            [html.text(names[rating]), html.text(f"{given.value} of 5"), html.text(given.reason)]
            for rating, given in capability.ratings.items()
        ]
        st.html(html.table(["", "Rating", "Reason"], rows))
        references = [
            [
                html.text(r.text),
                html.text(content.stage_name(r.applies_from)),
                html.text(content.texts.marks[r.mark] + (f". {r.note}" if r.note else "")),
            ]
            for r in capability.references
            if is_printed(r, profile, content)
        ]
        st.html(html.table(["Refers to", "Applies from", "How sure"], references))
