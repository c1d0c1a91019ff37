"""The question card: one question, its five descriptions, what was seen (screens 3.2)."""

from dataclasses import dataclass
from typing import Any, cast

import streamlit as st

from readiness.domain.assessment import Basis, Response
from readiness.domain.capability import Capability
from readiness.domain.errors import ReadinessError
from readiness.report.clauses import is_printed
from readiness.store import EntryClash
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.clashing import clash_box, keep_clash, look, looked_at
from readiness.ui.echo import echo
from readiness.ui.manner import OPTIONS, TEAM, Manner
from readiness.workspace.answers import Given, answer
from readiness.workspace.consensus import record_consensus
from readiness.workspace.notes import IdentifierFound
from readiness.workspace.results import State

BASES: dict[Basis, str] = {"statement": "Only told", "document": "Document", "record": "Record"}
BASIS_HELP = (
    "Only told backs a capability up to level 2, or 3 if two functions agree. A document up to 4, "
    "a record up to 5. Paper backs the capability, not the person who holds it."
)
BASIS_HELP_UNNUMBERED = (
    "What was only told counts least, a record most. Choose after the file was seen. Paper backs "
    "the capability, not the person who holds it."
)

WHY = "why_it_matters"


def key_of(part: str, capability: str, respondent: str, manner: Manner = TEAM) -> str:
    """The key of a widget: with mode, question and respondent in it, no answer can wander."""
    return f"{part}_{manner.sign}_{capability}_{respondent}"


@dataclass(frozen=True)
class Asked:
    """One question put to one respondent, with what is stored."""

    assessment: str
    capability: Capability
    respondent: str
    given: Response | None
    now: State
    manner: Manner

    def role(self, part: str) -> str:
        """The key of the widget for a part of the answer."""
        return key_of(part, self.capability.id, self.respondent, self.manner)

    def saving(self, part: str, key: str) -> tuple[str, ...]:
        """The arguments of ``_save``."""
        return (self.assessment, self.capability.id, self.respondent, part, self.role(part), key)


def card(asked: Asked) -> None:
    """Draw the question with the stored answer; every change is written at once."""
    given, capability = asked.given, asked.capability
    _header(asked)
    _levels(asked)
    if given is not None and given.level == "not_applicable":
        _reason(asked, given)
    elif given is not None and isinstance(given.level, int):
        _seen(asked, given)
    elif given is not None and capability.visibility:
        counts = "as level 1 " if asked.manner.is_numbered else ""
        st.info(f"Not knowing counts {counts}here: seeing it is the capability.")
    _asks(asked.assessment, capability.id, asked.respondent)
    clash_box(asked.assessment, capability.id, asked.respondent, numbered=asked.manner.is_numbered)
    look(asked.assessment, capability.id, asked.respondent, given)
    if given is not None and given.is_complete and asked.now.loaded.standing.role != "respondent":
        levels = asked.manner.is_numbered
        echo(asked.assessment, asked.now, capability.id, asked.respondent, levels=levels)


def _header(asked: Asked) -> None:
    capability, guide = asked.capability, asked.now.questionnaire.interview
    tags = [html.tag("span", html.text(capability.id), "rd-tag")]
    if capability.gate:
        tags.append(html.tag("span", html.text("Gate: bounds the overall level"), "rd-tag rd-gate"))
    tags.append(html.tag("span", html.text(capability.name), "rd-quiet"))
    st.html(html.join(tags, " "))
    st.header(state.plain(capability.question), anchor=False)
    last = guide.last_failed
    prompts = [
        html.bold(asked.manner.ask or f"{guide.show}:"),
        html.text(capability.evidence.rstrip(".") + "."),
        html.bold("Then:"),
        html.text(last[:1].lower() + last[1:]),
    ]
    if not asked.manner.is_numbered:
        prompts.append(html.tag("span", html.text("▌ read out first"), "rd-quiet rd-nowrap"))
    st.html(html.join(prompts, " "))


def _levels(asked: Asked) -> None:
    role = asked.role("level")
    level = asked.given.level if asked.given else None
    key = state.following(role, level)
    labels = {o: asked.manner.label(o, asked.capability.anchors) for o in OPTIONS}
    start = "" if asked.manner.is_numbered else " Read the marked one in the middle first."
    with st.container(key=asked.role("ans")):
        st.radio(
            f"Which describes you today? {asked.capability.id}.{start}",
            OPTIONS,
            # What the browser falls back on where a run was overtaken: never the first level.
            index=None if level is None else OPTIONS.index(level),
            key=key,
            width="stretch",
            format_func=lambda option: labels[option],
            label_visibility="collapsed",
            disabled=state.is_sealed(),
            on_change=_save,
            args=asked.saving("level", key),
        )


def _seen(asked: Asked, given: Response) -> None:
    basis, note, proof = st.columns([1.8, 2, 1.1], gap="small")
    key = state.following(asked.role("basis"), given.basis)
    with basis:
        st.segmented_control(
            "What did you see?",
            list(BASES),
            key=key,
            format_func=lambda b: BASES[b],
            help=BASIS_HELP if asked.manner.is_numbered else BASIS_HELP_UNNUMBERED,
            wrap=True,
            disabled=state.is_sealed(),
            on_change=_save,
            args=asked.saving("basis", key),
        )
    with note:
        _text("note", asked.manner.note, asked.manner.placeholder, asked, given)
    with proof:
        _text("proof", "Evidence", "link or file name", asked, given)


def _reason(asked: Asked, given: Response) -> None:
    _text("reason", "Why does it not apply? (needed)", "", asked, given)
    if not given.reason:
        st.html(html.tag("p", html.text("▲ Open until the reason is there."), "rd-no"))
    if not asked.capability.gate:
        return
    agreed = asked.now.assessment.consensus_of.get(asked.capability.id)
    if agreed is not None and agreed.level == "not_applicable":
        st.html(html.tag("p", html.text("✓ Agreed: it does not apply."), "rd-ok"))
        return
    st.caption("Read as unknown until a consensus says so: this capability is a gate.")
    if asked.manner is not TEAM or asked.now.loaded.standing.role == "respondent":
        return
    st.button(
        "We agree that it does not apply",
        disabled=not given.reason or state.is_sealed(),
        on_click=_agree,
        args=(asked.assessment, asked.capability.id, given.respondent, given.reason),
    )


def _agree(assessment: str, capability: str, respondent: str, reason: str) -> None:
    try:
        record_consensus(workbench(), assessment, capability, "not_applicable", reason)
    except ReadinessError as error:
        st.session_state[state.ASKS] = (capability, respondent, "", str(error), reason)


def _text(part: str, label: str, placeholder: str, asked: Asked, given: Response) -> None:
    key = state.following_text(asked.role(part), getattr(given, part))
    st.text_input(
        label,
        key=key,
        placeholder=placeholder,
        live=True,
        max_chars=2000,
        persist_state="session",
        disabled=state.is_sealed(),
        on_change=_save,
        args=asked.saving(part, key),
    )


def _save(
    assessment: str, capability: str, respondent: str, part: str, role: str, key: str
) -> None:
    value = st.session_state.get(key)
    if value is not None and state.is_shown(role, key):
        save(assessment, capability, respondent, part, value)


def save(assessment: str, capability: str, respondent: str, part: str, value: Any) -> None:
    """Write one part of an answer; what stands in the way is kept for the card."""
    _forget(capability, respondent, part)
    looked = looked_at(assessment, capability, respondent)
    try:
        answer(workbench(), assessment, capability, respondent, looked_at=looked, **{part: value})
    except EntryClash as clash:
        keep_clash(capability, respondent, part, value, clash)
    except IdentifierFound as found:
        st.session_state[state.ASKS] = (capability, respondent, part, str(found), value)
    except ReadinessError as error:
        st.session_state[state.ASKS] = (capability, respondent, "", str(error), value)


def _forget(capability: str, respondent: str, part: str) -> None:
    """Another try makes a warning void; a text that waits in another field keeps its own."""
    asks = st.session_state.get(state.ASKS)
    if asks and (not asks[2] or asks[:3] == (capability, respondent, part)):
        del st.session_state[state.ASKS]


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


def why(asked: Asked) -> None:
    """Why the question matters, folded away below all that is typed."""
    capability, profile = asked.capability, asked.now.assessment.profile
    content = asked.now.questionnaire
    opened = st.expander("Why it matters, and what it refers to", key=WHY, on_change="rerun")
    if not opened.open:
        return
    with opened:
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
