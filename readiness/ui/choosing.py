"""Above the question: who answers, and which questions are shown (screens 3.2)."""

from collections.abc import Sequence
from typing import get_args
from zlib import crc32

import streamlit as st

from readiness.domain.assessment import FunctionCode, Respondent, Seniority
from readiness.domain.questionnaire import Questionnaire
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.workspace.interview import MINE, Round, asked, round_of
from readiness.workspace.people import add_respondent
from readiness.workspace.results import State

SENIORITY: dict[Seniority, str] = {"floor": "Floor", "lead": "Lead", "executive": "Executive"}
NEW = "somebody new"
FUNCTION, RANK = "new_function", "new_seniority"


def function_names(content: Questionnaire) -> dict[str, str]:
    """Functions by code, the team included."""
    return {f.code: f.name for f in content.functions} | {"TEAM": "The team"}


def team_choosers(here: State) -> tuple[str, str]:
    """Respondent and filter where the answers may be seen by all."""
    people = here.assessment.respondent_by_id
    first, second = st.columns(2, gap="small")
    if len(people) < 2:
        first, second = second, first
    if len(people) > 1:
        if state.current_respondent() not in people:
            st.session_state[state.RESPONDENT] = next(iter(people))
        with first:
            _people("Who answers", list(people), people, here, state.RESPONDENT)
    who = state.current_respondent() if len(people) > 1 else next(iter(people), "team")
    with second:
        return str(who), _filter(here, state.FILTER, ["all"])


def interview_choosers(assessment: str, here: State) -> tuple[str | None, str]:
    """Whom one talks to, None before it was said, and the filter; a form for somebody new."""
    people = {p.id: p for p in here.assessment.respondents if p.function != "TEAM"}
    first, second = st.columns(2, gap="small")
    if st.session_state.get(state.TALKING_TO) not in (*people, NEW):
        st.session_state[state.TALKING_TO] = None
    with first:
        more = [] if state.is_sealed() else [NEW]
        _people("Whom you talk to", [*people, *more], people, here, state.TALKING_TO)
    who = st.session_state.get(state.TALKING_TO)
    if who in people:
        with second:
            return str(who), _filter(here, state.GUIDE, [MINE, "all"], people[who])
    if who is None:
        st.info(
            "Say first whom you talk to: until then no key counts. Nobody sees here what others "
            "have said, and no level is shown."
        )
    if not state.is_sealed() and (who == NEW or not people):
        _somebody_new(assessment, here)
    return None, MINE


# A press of the mouse on a row leaves the focus in its radio button, which takes the keys that turn
# and answer. Arrow keys, which press no mouse, go on from row to row.
SCRIPT = """<script>/* {number} */
document.activeElement?.blur();
window.readinessLetGo ||= (addEventListener('click', event => {{
  if (event.detail && event.target.closest?.('[data-testid="stRadio"]'))
    setTimeout(() => document.activeElement?.blur());
}}, true), true);
</script>"""


def leave_lists(*chosen: object) -> None:
    """Once something was chosen from a list or with the mouse, keys answer again."""
    # Only a number goes into the script; with another number it runs once more.
    number = crc32(repr(chosen).encode())
    st.html(SCRIPT.format(number=number), unsafe_allow_javascript=True)


def prompt(here: State, respondent: str, questions: Round) -> None:
    """How to open the talk before the first answer, and how to end it after the last one."""
    guides = here.questionnaire.interview
    guide = guides.guide(here.assessment.respondent_by_id[respondent].function)
    said = [m != "open" for m in questions.marks.values()]
    if guide is not None and not any(said):
        shown = [html.bold("Begin with:"), html.text(guide.opening)]
    elif questions.next_open("") is None:
        shown = [html.bold("To end with:"), html.text(guides.closing)]
    else:
        return
    st.html(html.tag("p", html.join(shown, " "), "rd-small"))


def _people(
    label: str, options: Sequence[str], people: dict[str, Respondent], here: State, key: str
) -> None:
    names = function_names(here.questionnaire)

    def said(option: str) -> str:
        person = people.get(option)
        if person is None:
            return "Somebody new …"
        return f"{names[person.function]} ({option}, {person.seniority})"

    st.selectbox(
        label,
        options,
        key=key,
        index=None,
        placeholder="Whom do you talk to?",
        persist_state="session",
        label_visibility="collapsed",
        format_func=said,
        on_change=_keep_question,
        args=(key, here),
    )


def _keep_question(key: str, here: State) -> None:
    """Another respondent, the same question: where their guide lacks it, all are shown.

    The first respondent of a visit begins inside the guide.
    """
    who, looked_at = st.session_state.get(key), state.current_capability()
    if key != state.TALKING_TO or who in (None, NEW) or looked_at is None:
        return
    before = st.session_state.get(state.TALKED_TO)
    st.session_state[state.TALKED_TO] = who
    st.session_state[state.GUIDE] = MINE if before is None else showing(here, str(who), looked_at)


def showing(here: State, who: str, capability: str) -> str:
    """The filter under which the question is seen: their guide, or all where it lacks it."""
    guide = round_of(here.assessment, here.questionnaire, who, MINE)
    return MINE if capability in {q.id for q in guide.questions} else "all"


def _filter(here: State, key: str, first: Sequence[str], person: Respondent | None = None) -> str:
    content = here.questionnaire
    names = function_names(content)
    total = len(asked(here.assessment, content))
    texts = {
        "all": f"All {total} questions",
        "open": "Unanswered",
        "unbacked": "Unbacked: says more than was seen",
        "disputed": "Disputed: two levels apart or more",
        MINE: f"Guide for {names[person.function]}" if person else "",
    }
    # On which questions others differ is nothing for the eyes of somebody who is interviewed.
    apart = ["disputed"] if person is None else []
    options = [*first, "open", "unbacked", *apart, *(f.code for f in content.functions)]
    chosen = st.selectbox(
        "Show",
        options,
        key=key,
        persist_state="session",
        label_visibility="collapsed",
        format_func=lambda o: texts.get(o) or f"For {names.get(o, o)} only",
    )
    return str(chosen)


def _somebody_new(assessment: str, here: State) -> None:
    names = function_names(here.questionnaire)
    codes = [c for c in get_args(FunctionCode) if c in names and c != "TEAM"]
    with st.container(border=True, key="somebody_new"):
        st.write("A function and a seniority; the code is given here. Never write a name.")
        left, right = st.columns(2, gap="small")
        left.selectbox("Function", codes, key=FUNCTION, format_func=lambda c: names[c])
        with right:
            st.segmented_control(
                "Seniority",
                list(SENIORITY),
                key=RANK,
                format_func=lambda s: SENIORITY[s],
                default="lead",
                required=True,
                wrap=True,
            )
        st.button("Talk to this person", type="primary", on_click=_talk, args=(assessment,))
        fields.trouble()


def _talk(assessment: str) -> None:
    function, rank = st.session_state[FUNCTION], st.session_state[RANK]

    def add() -> None:
        who = add_respondent(workbench(), assessment, function, rank)
        st.session_state[state.TALKING_TO] = st.session_state[state.TALKED_TO] = who
        st.session_state[state.GUIDE] = MINE

    fields.doing(add)()
