"""Where a person is looking: the only module that names session keys. The database is the truth."""

import re
from collections.abc import Callable

import streamlit as st

from readiness.domain.assessment import Assessment
from readiness.domain.errors import ReadinessError
from readiness.domain.planning import Plan
from readiness.store import Role, refusal
from readiness.ui.cached import workbench
from readiness.workspace.results import State
from readiness.workspace.results import state as load_state

ASSESSMENT = "assessment"
CAPABILITY = "capability"
RESPONDENT = "respondent"
FILTER = "question_filter"
TALKING_TO = "talking_to"
TALKED_TO = "talked_to"
GUIDE = "guide_filter"
ASKS = "note_asks"
LOOKED = "looked_at"
CLASH = "answer_clash"
TROUBLE = "trouble"
PROFILE_PART = "profile_part"
PERSON = "person"
OPERATING_PART = "operating_part"
PARTNER_PART = "partner_part"
PARTNER_BACK = "partner_back"
PARTNER_BACK_TURN = "partner_back_turn"
EVIDENCE = "evidence_chosen"
STEP = "evidence_step"
TWIN = "evidence_twin"
DRAFTS = "evidence_drafts"
UPLOADS = "evidence_uploads"
DONE = "done"
OFFLINE = "offline_found"
TAKEN = "signed_taken"
TAKEN_TURN = "signed_turn"
OFFLINE_TURN = "offline_turn"
REPORT_BACK = "report_back"
REPORT_BACK_TURN = "report_back_turn"
COMPARED = "compared"
COMPARE_PART = "compare_part"
RATER = "rater"
RATED = "rated_question"
MODE = "question_mode"
CONFIRM = "confirm"
CLIENT = "client_chosen"
GUIDE_SHOWN = "guide_shown"
REQUEST = "request_chosen"
NOTE = "note_chosen"
SEALED = "is_sealed"
PLACE = "place_kept"
DRILL_SHOWN = "drill_shown"
DRILL_BLOCK = "drill_block"
DRILL_COUNT = "drill_lines"
USED = "pages_used"
SEVERAL = "has_several"
PORTFOLIO_PART = "portfolio_part"
PORTFOLIO_CONTENT = "portfolio_content"
PORTFOLIO_FIND = "portfolio_find"
PORTFOLIO_MODALITY = "portfolio_modality"
PORTFOLIO_ORDER = "portfolio_order"

JOINING: dict[str, Callable[[Assessment], bool]] = {
    "drill": lambda said: bool(said.drill_runs),
    "roadmap": lambda said: said.plan != Plan(),
}
"""Pages that join the navigation once the assessment has something of theirs."""

READERS: frozenset[Role] = frozenset({"reader", "client_reader"})
HIDDEN: dict[Role, frozenset[str]] = {
    "respondent": frozenset(
        {
            *("evidence", "drill", "result", "gaps", "roadmap", "report", "profile", "members"),
            *("operating_model", "stress", "guide", "requests", "rounds", "history", "calculation"),
            "portfolio",
        }
    ),
    "client_reader": frozenset(
        {"questions", "evidence", "drill", "profile", "guide", "requests", "history", "members"}
    ),
}
"""Pages that have nothing for a role; the store refuses what they would ask for anyway."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:])")


def plain(text: str) -> str:
    """Text from outside, safe as the label or body of a widget that reads markdown."""
    return _SPECIAL.sub(r"\\\1", text)


def remember_address() -> None:
    """Keep the ids in the address, so that a reload comes back; nothing else stands there."""
    for name in (ASSESSMENT, CAPABILITY):
        if name not in st.session_state and name in st.query_params:
            st.session_state[name] = st.query_params[name]
        kept = st.session_state.get(name)
        if kept and st.query_params.get(name) != kept:
            st.query_params[name] = kept


def earlier_of(assessment: str) -> str:
    """The key under which the round to compare an assessment with is kept."""
    return f"earlier_than_{assessment}"


def entry_of(kind: str) -> str:
    """The key under which the entry of a kind that is looked at is kept."""
    return f"looked_at_{kind}"


def open_assessment(assessment: str) -> None:
    """Look at this assessment from now on, at its first question."""
    st.session_state[ASSESSMENT] = assessment
    here = (
        CAPABILITY,
        RESPONDENT,
        TALKING_TO,
        TALKED_TO,
        ASKS,
        TROUBLE,
        PERSON,
        EVIDENCE,
        STEP,
        DONE,
    )
    for name in (*here, OFFLINE, TWIN, MODE, PLACE):
        st.session_state.pop(name, None)
    st.query_params.clear()
    st.query_params[ASSESSMENT] = assessment


def close_assessment() -> None:
    """Look at none."""
    for name in (ASSESSMENT, CAPABILITY, RESPONDENT, TALKING_TO, TALKED_TO, ASKS, DRAFTS, EVIDENCE):
        st.session_state.pop(name, None)
    st.query_params.clear()


def current_assessment() -> str | None:
    """The id that is being looked at."""
    found = st.session_state.get(ASSESSMENT)
    return str(found) if found else None


def current() -> tuple[str, State] | None:
    """The assessment being looked at with its content; None if none is chosen."""
    chosen = current_assessment()
    if chosen is None:
        return None
    now = load_state(workbench(), chosen)
    st.session_state[SEALED] = now.loaded.frozen is not None or now.loaded.standing.role in READERS
    return chosen, now


def is_sealed() -> bool:
    """Whether what is being looked at is to be read alone: it is frozen, or one's role says so."""
    return bool(st.session_state.get(SEALED, False))


def current_capability() -> str | None:
    """The question that is being looked at."""
    found = st.session_state.get(CAPABILITY)
    return str(found) if found else None


def look_at(capability: str) -> None:
    """Turn to a question."""
    st.session_state[CAPABILITY] = capability
    for name in (LOOKED, CLASH):
        st.session_state.pop(name, None)
    outrun("rail", "chips")
    st.query_params[CAPABILITY] = capability


def following(role: str, stored: object, look: str = "") -> str:
    """The key of a widget that shows what is stored, set to it; made anew once the store moved on.

    A browser sends the old value of a widget once more with the next key or click, if that comes
    before the page is drawn again. Coming from a widget that is gone, it must not undo what was
    saved: callbacks ask ``is_shown``. ``look``: what else makes it another widget.
    """
    base = f"{role}{look}"
    key = _numbered(base)
    if key in st.session_state and st.session_state[key] != stored:
        st.session_state[f"{base}_anew"] = st.session_state.get(f"{base}_anew", 0) + 1
        key = _numbered(base)
    if key not in st.session_state:
        st.session_state[key] = stored
    st.session_state[f"{role}_shown"] = key
    return key


def following_text(role: str, stored: str) -> str:
    """As ``following``, for what is being typed: only a change of the store itself sets it."""
    last = f"{role}_stored"
    has_moved = st.session_state.get(last, stored) != stored
    st.session_state[last] = stored
    typed = st.session_state.get(_numbered(role), stored)
    return following(role, stored if has_moved else typed)


def is_shown(role: str, key: str) -> bool:
    """Whether the widget of this key is the one that a person sees in this role."""
    return bool(st.session_state.get(f"{role}_shown") == key)


def outrun(*roles: str) -> None:
    """What the widgets in these roles still send is out of date, until they are drawn again."""
    for role in roles:
        st.session_state[f"{role}_shown"] = None


def _numbered(base: str) -> str:
    count = st.session_state.get(f"{base}_anew", 0)
    return f"{base}_{count}" if count else base


def current_respondent() -> str | None:
    """Who is being written down."""
    found = st.session_state.get(RESPONDENT)
    return str(found) if found else None


def is_used(page: str) -> bool:
    """Whether a page stands in the navigation: it has something for one's role, and was used if
    it joins by use, as Drill and Roadmap do.

    Of the assessment being looked at; asked of the store once.
    """
    chosen = str(st.session_state.get(ASSESSMENT) or st.query_params.get(ASSESSMENT) or "")
    known = st.session_state.get(USED)
    if chosen and (known is None or known[0] != chosen):
        try:
            loaded = load_state(workbench(), chosen).loaded
            used = {name for name, is_said in JOINING.items() if is_said(loaded.assessment)}
            role = loaded.standing.role
        except ReadinessError:
            used, role = set(), None
        known = st.session_state[USED] = (chosen, used, role)
    if not chosen or not known:
        return _has_several() if page == "portfolio" else page not in JOINING
    if page in HIDDEN.get(known[2], ()):
        return False
    if page == "portfolio":
        return _has_several()
    return page not in JOINING or page in known[1]


def refuse_hidden(page: str) -> None:
    """Raise NotAllowed for a page that has nothing for one's role, come to by its address."""
    is_used(page)
    known = st.session_state.get(USED)
    chosen = str(st.session_state.get(ASSESSMENT) or "")
    if chosen and known and known[0] == chosen and page in HIDDEN.get(known[2], ()):
        raise refusal(known[2])


def _has_several() -> bool:
    """Whether there are two assessments, so that a portfolio says something; asked again when
    another assessment, or none, is looked at."""
    at = current_assessment()
    known = st.session_state.get(SEVERAL)
    if known is None or known[0] != at:
        there = workbench().store.assessments(workbench().actor)
        known = st.session_state[SEVERAL] = (at, len(there) > 1)
    return bool(known[1])


def use(page: str, assessment: str) -> None:
    """A drill was begun, a plan looked at: its page joins the navigation."""
    known = st.session_state.get(USED)
    _, used, role = known if known and known[0] == assessment else (assessment, set(), None)
    st.session_state[USED] = (assessment, {*used, page}, role)
