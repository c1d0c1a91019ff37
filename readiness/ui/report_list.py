"""What an edited gap report would change: each line shown, each conflict decided."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import streamlit as st

from readiness.domain.errors import ReadinessError
from readiness.domain.result import Result
from readiness.report.finding_ids import finding_ids
from readiness.ui import html, state
from readiness.ui.cached import workbench
from readiness.ui.deciding import decisions, which_holds
from readiness.ui.returning import count_taken, remark_table
from readiness.ui.weights import RATINGS
from readiness.workspace.report_back import Change, ReportBack
from readiness.workspace.report_fields import ACTION, SETTINGS, Key, Said
from readiness.workspace.report_store import take_report
from readiness.workspace.results import State
from readiness.workspace.three_way import Choice

FIELDS = {
    **dict[str, str](RATINGS.items()),
    "target": "Target level",
    "owner": "Owner",
    "status": "Status",
    "due": "Due",
    "start": "Fixed start",
    "comment": "Comment",
    "horizon": "Horizon",
}
LONGEST = 90


def report_list(assessment: str, here: State, result: Result, found: ReportBack) -> None:
    """Draw the lines, the remarks and the decision."""
    count = len(found.lines)
    words = f"{count} difference{'' if count == 1 else 's'}" if count else "nothing differs"
    st.subheader(f"{state.plain(found.file)}: {words}", anchor=False)
    remark_table(found.notes)
    if not count:
        st.html(html.paragraph("What people can edit in this report stands here already.", ""))
        if st.button("Close", key="report_leave"):
            _leave()
        return
    names = _names(here, result)
    plain = [line for line in found.lines if line.kind != "conflict" and line.key not in found.asks]
    if plain:
        heads = ["Of", "Field", "What", "Now", "From the report", "Where"]
        rows = [_row(line, here, names, found) for line in plain]
        st.html(html.table(heads, rows, "rd-compact"))
    choices = decisions(found.lines, found.asks, partial(_decide, here, names))
    still = [line for line in found.open_conflicts if line.key not in choices]
    taken = count_taken(found.lines, choices)
    take, leave, _ = st.columns([1.2, 1, 2])
    label = f"Import {_changes(taken)}"
    if take.button(label, type="primary", width="stretch", disabled=bool(still or not taken)):
        _take(assessment, found, choices, taken)
    if leave.button("Leave it", width="stretch", key="report_leave"):
        _leave()
    if still:
        st.caption(f"{len(still)} of the fields above changed on both sides: choose for each.")


def _names(here: State, result: Result) -> dict[str, str]:
    """What each item is called: a capability, a finding's words, or the settings."""
    findings = dict(zip(finding_ids(result.findings), result.findings, strict=True))
    return {
        SETTINGS: "Weights, bands, horizon",
        **{id: f"{id} {one.name}" for id, one in here.questionnaire.capabilities.items()},
        **{id: f"Finding: {_short(one.text)}" for id, one in findings.items()},
        **{f"{ACTION}{id}": f"Action {name}" for id, name in _actions(here).items()},
    }


def _actions(here: State) -> dict[str, str]:
    """The actions of the content under the names of their gaps, and those of their own."""
    known = here.questionnaire.capabilities
    own = {e.id: f"{e.id} {e.name}" for e in here.assessment.plan.actions if e.id not in known}
    return {**{id: f"{id} {one.name}" for id, one in known.items()}, **own}


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _field(here: State, key: Key) -> str:
    kind, _, part = key.field.partition(" ")
    if key.item == SETTINGS and kind == "weight":
        return f"Weight, {FIELDS[part]}"
    if key.item == SETTINGS and kind == "band":
        bands = here.questionnaire.priority.band_names
        return f"Priority from: {dict[str, str](bands.items())[part]}"
    return FIELDS[key.field]


def said(here: State, key: Key, value: Said | None) -> html.Html:
    """A value in full; without an override what the questionnaire says."""
    if value is None:
        if key.field in RATINGS:
            ratings = dict[str, object](here.questionnaire.capabilities[key.item].ratings.items())
            own = getattr(ratings[key.field], "value", "")
            return html.tag("span", html.text(f"{own}, as in the questionnaire"), "rd-quiet")
        words = "by profile and stage" if key.field == "target" else "empty"
        return html.tag("span", html.text(words), "rd-quiet")
    if key.field in ("due", "start"):
        return html.text(f"{date.fromisoformat(value.value):%d %b %Y}")
    if value.reason:
        return html.join([html.bold(value.value), html.text(value.reason)], " · ")
    return html.text(value.value)


def _row(line: Change, here: State, names: Mapping[str, str], found: ReportBack) -> list[html.Html]:
    sheet, row, _ = found.places[line.key]
    return [
        html.text(names.get(line.key.item, line.key.item)),
        html.text(_field(here, line.key)),
        html.text(line.kind),
        said(here, line.key, line.stored),
        said(here, line.key, line.found),
        html.tag("span", html.text(f"{sheet} ! {row}"), "rd-quiet"),
    ]


def _decide(here: State, names: Mapping[str, str], line: Change, why: str | None) -> Choice | None:
    of = f"{_field(here, line.key)} of {names.get(line.key.item, line.key.item)}"
    st.html(html.tag("p", html.bold(of)))
    return which_holds(line, why, of=of, file="report", seen=partial(said, here, line.key))


def _changes(count: int) -> str:
    return "1 change" if count == 1 else f"{count} changes"


def _take(assessment: str, found: ReportBack, choices: Mapping[Key, Choice], count: int) -> None:
    try:
        take_report(workbench(), assessment, found, choices)
    except ReadinessError as error:
        st.error(state.plain(str(error)))
        return
    message = f"{_changes(count)} imported from {found.file}. The page History names each."
    st.session_state[state.REPORT_BACK] = (assessment, message)
    st.rerun()


def _leave() -> None:
    st.session_state.pop(state.REPORT_BACK, None)
    st.rerun()
