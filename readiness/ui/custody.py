"""The signed file by which assessments travel: made, shown with its signer, taken in."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from readiness.domain.errors import InputRefused, ReadinessError
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.clients import current_client
from readiness.workspace.assessments import slug
from readiness.workspace.clients import clients
from readiness.workspace.custody import (
    STANDING,
    Offer,
    desk,
    export_signed,
    offer,
    own_fingerprint,
    take_in,
)
from readiness.workspace.members import NAMES

SIGNERS = {
    "own": "this installation itself",
    "trusted": "a key that was trusted here before",
    "unknown": "a key that nobody here knows yet",
}
NEW_CLIENT = ""


def client_button() -> None:
    """All assessments of the client in sight as one signed file."""
    here = current_client()
    name = next(one.name for one in clients(workbench()) if one.id == here)
    _button(f"Export all of {state.plain(name)}, signed", here, None, name)
    if st.button("Show the fingerprint of this installation", type="tertiary"):
        st.code(own_fingerprint(desk(workbench())), language=None)


def taken_note() -> None:
    """What was taken in just now."""
    if done := st.session_state.pop(state.TAKEN, ""):
        st.success(state.plain(done), icon=":material/check:")


def signed_button(client: str, assessment: str, title: str) -> None:
    """One assessment as a signed file."""
    _button("Export, signed", client, assessment, title)


def taking(name: str, data: bytes) -> None:
    """What a signed file holds; written only when the person says so."""
    found = _told(partial(offer, desk(workbench()), name, data))
    if found is None:
        return
    st.html(html.join([_head(found), _lines(found), _members(found)]))
    if not found.brings:
        st.info("There is nothing in it to take in.", icon=":material/check:")
        return
    trusted = found.known != "unknown" or st.checkbox(
        "The sender told me this fingerprint, and I trust it from now on",
        help="Compare it by telephone or in person, never by the mail that brought the file.",
    )
    into = _into(found)
    if st.button("Take it in", type="primary", disabled=not trusted):
        done = _told(partial(take_in, desk(workbench()), name, data, into, trusted=True))
        if done is not None:
            st.session_state[state.TAKEN] = f"Taken in, with the history: {done.titles}"
            st.session_state[state.TAKEN_TURN] = st.session_state.get(state.TAKEN_TURN, 0) + 1
            st.rerun()


def _head(found: Offer) -> html.Html:
    made = found.made_at.astimezone()
    who = html.text(f"Signed by {SIGNERS[found.known]}: ")
    return html.join(
        [
            html.tag("p", html.bold(f"{found.client}, exported {made:%d %b %Y, %H:%M}")),
            html.tag("p", html.join([who, html.tag("code", html.text(found.fingerprint))])),
        ]
    )


def _lines(found: Offer) -> html.Html:
    rows = [[html.bold(one.title), html.text(STANDING[one.meeting])] for one in found.met]
    return html.table(["Assessment", "Here"], rows, "rd-compact")


def _members(found: Offer) -> html.Html:
    """Who had a role there; an owner gives one here, on the page Members."""
    told = [f"{one.name} ({one.login}, {NAMES[one.role].lower()})" for one in found.members]
    if not told:
        return html.join([])
    said = "Members there; here nobody has a role until an owner gives it on the page Members"
    return html.paragraph(f"{said}: {', '.join(told)}.")


def _into(found: Offer) -> str | None:
    """Where what is new here goes; not asked where nothing is new."""
    if not any(one.meeting == "new" for one in found.met):
        return None
    there = {one.id: one.name for one in clients(workbench())}
    chosen = st.selectbox(
        "Into",
        [*there, NEW_CLIENT],
        index=list(there).index(current_client()),
        format_func=lambda id: state.plain(there.get(id, f"A new client, {found.client}")),
        help="What is here already stays with its client.",
    )
    return chosen or None


def _told(does: Callable[[], Offer]) -> Offer | None:
    """What it gives, or what is wrong in words."""
    try:
        return does()
    except InputRefused as error:
        for problem in error.problems:
            st.error(state.plain(str(problem)))
    except ReadinessError as error:
        st.error(state.plain(str(error)))
    return None


def _button(label: str, client: str, assessment: str | None, name: str) -> None:
    st.download_button(
        label,
        data=partial(export_signed, desk(workbench()), client, assessment),
        file_name=f"{slug(name)}-signed.zip",
        mime="application/zip",
        on_click="ignore",
        icon=":material/verified_user:",
        key=f"signed_{assessment or client}",
        width="stretch",
        help="With its whole history, for another installation of this product. Tell the receiver "
        "the fingerprint of this one by another way.",
    )
