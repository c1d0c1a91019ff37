"""Why a gap stands where it stands, what closes it, and how to change a rating (screens 3.5)."""

import streamlit as st

from readiness.domain.gaps import Gap
from readiness.domain.result import Result
from readiness.report.clauses import clauses
from readiness.report.numerals import one, percent, plural, short, two
from readiness.report.remarks import rules_in_words
from readiness.report.sentences import capitalised
from readiness.report.workings import priority_arithmetic
from readiness.ui import drilldown, html, links, state
from readiness.ui.change_rating import change_rating
from readiness.ui.html import Html
from readiness.ui.weights import RATINGS, View
from readiness.workspace.results import State


def why_here(
    assessment: str, here: State, result: Result, gaps: tuple[Gap, ...], view: View
) -> None:
    """Choose a gap; its reasons, its arithmetic, its remedy."""
    ids = [gap.capability for gap in gaps]
    key = f"why_{assessment}_{view.horizon}"
    looked_at = state.current_capability()
    if st.session_state.get(key) not in ids:
        st.session_state[key] = looked_at if looked_at in ids else ids[0]
    names = here.questionnaire.capabilities
    chosen = st.selectbox(
        "Why is this here?",
        ids,
        key=key,
        format_func=lambda id: f"{id} · {names[id].name}",
    )
    gap = next(g for g in gaps if g.capability == chosen)
    left, right = st.columns([1.2, 1], gap="large")
    with left:
        st.html(_reasons(gap, view))
        if gap.target_override:
            st.html(html.paragraph(f"Target changed by an assessor: {gap.target_override}"))
        st.html(html.paragraph(_stable(gap)))
    with right:
        st.html(_closes(assessment, here, result, gap))
    change_rating(assessment, here, gap)
    _clauses(assessment, here, gap)
    opened = st.expander(
        f"Level {gap.final} down to answers and rows",
        type="compact",
        key=f"down_{assessment}",
        on_change="rerun",
    )
    if opened.open:
        with opened:
            drilldown.capability(assessment, here, result, gap.capability, "gaps")


def _reasons(gap: Gap, view: View) -> Html:
    total = sum(view.weights.values())
    rows = []
    for rating, label in RATINGS.items():
        used, share = gap.ratings[rating], view.weights[rating] / total
        reason = used.reason
        if used.override_reason:
            reason = f"{used.override_reason} (content: {used.content}, {used.reason})"
        rows.append(
            [
                html.join([html.bold(label.split(" (")[0]), html.text(" · " + reason)]),
                html.text(f"{used.value} of 5"),
                html.text(two(share)),
                html.text(two(used.value * share)),
            ]
        )
    whole = html.join([html.bold("Priority"), html.text(" = " + _arithmetic(gap))])
    rows.append([whole, html.text(""), html.text(""), html.bold(one(gap.priority))])
    return html.table(["Reason", "Rating", "× weight", "= part"], rows, "rd-reasons")


def _arithmetic(gap: Gap) -> str:
    return priority_arithmetic(gap.gap, gap.severity, gap.priority)


def _stable(gap: Gap) -> str:
    if gap.in_first_5 is None or gap.in_first_10 is None:
        return "Not tried against other weights."
    return (
        f"Under 10,000 other weightings in the first five {percent(gap.in_first_5)}, in the first "
        f"ten {percent(gap.in_first_10)} of the time; mean rank {short(gap.mean_rank)}."
    )


def _closes(assessment: str, here: State, result: Result, gap: Gap) -> Html:
    content = here.questionnaire
    capability = content.capabilities[gap.capability]
    action = capability.action
    finals = {c.id: c.final for c in result.capabilities if c.applicable and c.in_form}
    needs = [
        html.join(
            [links.workings(assessment, id, page="gaps"), html.text(f"at {finals[id] or '?'}")], " "
        )
        for id in capability.prerequisites
        if id in finals
    ]
    weeks = plural(round(action.effort_total), "person-week")
    effort = ", ".join(f"{code} {float(spent):g}" for code, spent in action.effort.items())
    lines = [
        html.join(
            [
                html.bold("Act now by rule: "),
                html.text(rules_in_words(gap.reasons, here.questionnaire)),
            ]
        )
        if gap.reasons
        else html.text(""),
        html.join([html.bold("What closes it: "), html.text(action.text)]),
        html.text(
            f"{capitalised(weeks)} ({effort}), at least "
            f"{action.elapsed_weeks} weeks, {action.cost_band} cost · {action.owner}"
        ),
        html.join([html.text("Needs first: "), html.join(needs, ", ")]) if needs else html.text(""),
    ]
    return html.join([html.tag("p", line, "rd-small") for line in lines if line])


def _clauses(assessment: str, here: State, gap: Gap) -> None:
    """What regulation says of it, by stage: what applies now, what will apply later."""
    opened = st.expander(
        "What regulation says, now and later",
        type="compact",
        key=f"clauses_{assessment}",
        on_change="rerun",
    )
    if opened.open:
        references = here.questionnaire.capabilities[gap.capability].references
        said = clauses(references, here.assessment.profile, here.questionnaire)
        marks = "; ".join(f"{m}: {text}" for m, text in here.questionnaire.texts.marks.items())
        with opened:
            for line in [*said.splitlines(), marks] if said else ["No clause is named."]:
                st.html(html.paragraph(line, "rd-small"))
