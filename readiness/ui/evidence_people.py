"""What stands for people in the records: codes, or their role alone (a works council's wish)."""

import streamlit as st

from readiness.report.numerals import series
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.workspace import evidence
from readiness.workspace.results import State
from readiness.workspace.roles import is_role_only, not_measured, use_role_only

WHY = (
    "Names never reach the store: a code stands for each person, the same one in every file. Such "
    "codes still tell one person from another. Where a works council does not want that, people "
    "can be reduced to their role."
)


def people(assessment: str, now: State) -> None:
    """Draw the setting; on the page it is said whenever it is on."""
    on = is_role_only(now.assessment)
    lost = series(not_measured(now.questionnaire))
    if on:
        said = (
            f"People are reduced to their role, as a works council may ask. Not measured: {lost}."
        )
        st.html(html.tag("p", html.text(said), "rd-small"))
    label = "People: role only" if on else "People: codes"
    with st.popover(label, icon=":material/shield_person:", type="tertiary"):
        st.write(WHY)
        if on:
            st.write("Switched off, files dropped from then on get codes; drop older ones again.")
        else:
            st.write(
                f"Then {state.plain(lost)} cannot be measured, for they need to tell people "
                "apart; codes of the files on record are deleted, and do not come back."
            )
        st.button(
            "Use codes again" if on else "Reduce people to their role",
            key="people_mode",
            disabled=state.is_sealed(),
            on_click=_switch,
            args=(assessment, not on),
        )


def _switch(assessment: str, on: bool) -> None:
    looked_at = _looked_at(assessment)
    use_role_only(workbench(), assessment, on=on)
    if looked_at is not None:
        # Each file was kept anew, in its old place: the same one stays in sight.
        st.session_state[state.EVIDENCE] = evidence.kept(workbench(), assessment)[looked_at].id


def _looked_at(assessment: str) -> int | None:
    """The place of the file that is looked at among those on record."""
    chosen = st.session_state.get(state.EVIDENCE)
    ids = [file.id for file in evidence.kept(workbench(), assessment)]
    return ids.index(chosen) if chosen in ids else None
