"""Signing in and out in team mode; without it, who is at work here is said."""

import streamlit as st

from readiness.domain.errors import NotAllowed
from readiness.settings import is_loopback
from readiness.ui import html, state
from readiness.ui.cached import PERSON, UNTIL, workbench
from readiness.workspace.signing_in import WARNING, person_of, read_claims

SUBJECT = "signed_in_subject"
BACK = (
    "Back here after you signed in? Then the answer of your organisation's sign-in was not "
    "accepted: it was too old, altered, or not meant for this app. Try once more; if it happens "
    "again, tell whoever runs this app that its log says why."
)
"""Said always: of an answer that was refused nothing comes back but the person (Streamlit)."""


def has_come_in() -> bool:
    """Whether somebody is at work: always where no sign-in is asked for; else the way in is drawn.

    The claims are looked at in each run, the store once a session; a role that was taken away
    holds at the store's next check.
    """
    shared = workbench.shared()
    settings = shared.settings
    if settings.sign_in is None:
        return _on_this_computer(forced=settings.without_sign_in)
    if not st.user.get("is_logged_in"):
        _forget()
        _way_in("")
        return False
    try:
        asked = workbench.asked(settings.sign_in)
        found = read_claims(st.user.to_dict(), asked, settings, shared.now())
    except NotAllowed as over:
        _forget()
        _way_in(str(over))
        return False
    if st.session_state.get(SUBJECT) != found.subject:
        _forget()
        st.session_state[PERSON] = person_of(shared, asked, found).person_id
        st.session_state[UNTIL] = found.until
        st.session_state[SUBJECT] = found.subject
    return True


def _on_this_computer(*, forced: bool) -> bool:
    if _is_here():
        return True
    if forced:
        st.error(WARNING)
        return True
    st.error(
        "Nobody signs in here, and the app listens beyond this computer: it shows nothing. Start "
        "it with `readiness app`, or set READINESS_SIGN_IN."
    )
    return False


def _is_here() -> bool:
    """Whether the app listens on this computer alone."""
    return is_loopback(str(st.get_option("server.address") or ""))


def _forget() -> None:
    """Nothing of one person's session is left for the next."""
    for key in list(st.session_state):
        del st.session_state[key]


def _way_in(why: str) -> None:
    st.title("Sign in", anchor=False)
    if why:
        st.warning(state.plain(why))
    st.write("Your organisation's sign-in says who you are; your role says what you see here.")
    st.button("Sign in", type="primary", on_click=st.login)
    st.caption(BACK)


def who_works() -> None:
    """Who is at work, at the foot of every page, with the way out."""
    if workbench.shared().settings.sign_in is None:
        where = "uses this computer" if _is_here() else "reaches this address"
        said = f"No sign-in: whoever {where} is the one owner of everything here."
        st.html(html.tag("p", html.text(said), "rd-small rd-quiet"))
        return
    name = str(st.user.get("name") or st.user.get("email") or "")
    left, out = st.columns([4, 1], vertical_alignment="center")
    left.html(html.tag("p", html.text(f"Signed in as {name}"), "rd-small rd-quiet"))
    out.button("Sign out", type="tertiary", on_click=st.logout)
