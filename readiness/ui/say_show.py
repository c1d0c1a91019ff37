"""What people say and what records show: chart, table, and the way down (screens 3.4)."""

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Result
from readiness.report.figures import Dots, dot_plot, dots_in_words
from readiness.report.numerals import level
from readiness.report.sentences import asked
from readiness.report.workings import dimension_arithmetic, final_rule
from readiness.ui import drilldown, html, links, state
from readiness.ui.html import Html
from readiness.ui.picture import picture
from readiness.workspace.results import State

ALL = "all"
LEGEND = (
    ("○", "rd-say", "people say"),
    ("◆", "rd-show", "records show"),
    ("┃", "", "final level"),
    ("\u2003", "rd-band-mark", "where it could lie"),
    ("━", "rd-no", "one level or more apart"),
)


@st.fragment
def say_show(assessment: str, here: State, result: Result) -> None:
    """Dimensions, or the capabilities of one, by the chips; below it one capability opened."""
    content = here.questionnaire
    there = {d.id for d in result.dimensions}
    names = {d.id: d.name for d in content.dimensions if d.id in there}
    st.header("What you say, and what your records show", anchor="workings")
    st.html(_legend())
    key = f"dimension_{assessment}"
    if key not in st.session_state:
        looked_at = drilldown.chosen_capability([c.id for c in asked(result)])
        st.session_state[key] = looked_at.split("-")[0] if looked_at else ALL
    chosen = st.segmented_control(
        "Dimensions, or the capabilities of one",
        [ALL, *names],
        key=key,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda d: "Dimensions" if d == ALL else d,
    )
    mine = [c for c in asked(result) if c.dimension == chosen]
    dots = _of_dimensions(result, names) if chosen == ALL else _of_capabilities(mine, content)
    levels: dict[int, str] = {s.level: s.short.lower() for s in content.scale}
    if chosen != ALL:
        st.html(html.tag("p", html.bold(names[str(chosen)]), ""))
    picture(
        dot_plot(dots, levels),
        key=f"dots_{chosen}",
        alt=dots_in_words(dots),
    )
    _table(assessment, result, dots, mine, content)
    if chosen != ALL:
        _down(assessment, here, result, [c.id for c in mine])


def _legend() -> Html:
    parts = [
        html.tag("span", html.join([html.tag("i", html.text(sign), look), html.text(" " + name)]))
        for sign, look, name in LEGEND
    ]
    return html.tag("p", html.join(parts), "rd-legend rd-small")


def _of_dimensions(result: Result, names: dict[str, str]) -> list[Dots]:
    return [
        Dots(names[d.id], d.claimed, d.records, d.score, d.low, d.high) for d in result.dimensions
    ]


def _of_capabilities(mine: list[CapabilityResult], content: Questionnaire) -> list[Dots]:
    return [
        Dots(
            f"{c.id} {content.capabilities[c.id].name}",
            c.claimed,
            c.records,
            c.final,
            None if c.single_source else c.low,
            None if c.single_source else c.high,
            "single source, plus or minus one" if c.single_source else "",
        )
        for c in mine
    ]


def _table(
    assessment: str,
    result: Result,
    dots: list[Dots],
    mine: list[CapabilityResult],
    content: Questionnaire,
) -> None:
    opened = st.expander("The same as a table", type="compact", key="dots_open", on_change="rerun")
    if not opened.open:
        return
    heads = ["Row", "People say", "Records show", "Final", "Could lie", "How it comes about"]
    if mine:
        firsts = [
            links.workings(assessment, c.id, row.label) for c, row in zip(mine, dots, strict=True)
        ]
        hows = [html.text(final_rule(c, content)) for c in mine]
    else:
        firsts = [html.text(row.label) for row in dots]
        hows = [html.text(dimension_arithmetic(d, result)) for d in result.dimensions]
    rows = [
        [
            first,
            *(html.text("—" if value is None else level(value)) for value in row[1:4]),
            html.text(row.note or f"{level(row.low)} to {level(row.high)}"),
            how,
        ]
        for row, first, how in zip(dots, firsts, hows, strict=True)
    ]
    with opened:
        st.html(html.table(heads, rows))


def _down(assessment: str, here: State, result: Result, ids: list[str]) -> None:
    """One capability of the dimension, opened down to answers and rows."""
    key = f"opened_{assessment}"
    wanted = drilldown.chosen_capability(ids)
    if st.session_state.get(key) not in ids:
        st.session_state[key] = wanted or ids[0]
    chosen = st.segmented_control(
        "Open a capability down to answers and rows",
        ids,
        key=key,
        required=True,
        wrap=True,
        on_change=lambda: state.look_at(st.session_state[key]),
    )
    drilldown.capability(assessment, here, result, str(chosen), "result")
