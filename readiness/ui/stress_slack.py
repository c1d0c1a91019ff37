"""How much slack there is today: small delays of a bad week, once and twice."""

import streamlit as st

from readiness.domain.base import remade
from readiness.domain.simulated import Slack
from readiness.domain.simulation import Parameters
from readiness.domain.stress import StressContent
from readiness.report.stress_words import clinic_in_words, slack_in_words
from readiness.stress.slack import slack
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.stress_trials import asked, spread, told
from readiness.workspace.kept_runs import keep_slack
from readiness.workspace.stress import small_delays

TIMES = 100
"""Replications: a delay of days meets few patients, so that fewer would show chance."""


def slack_today(assessment: str, given: Parameters, content: StressContent, stamp: str) -> None:
    """What a small delay costs without any shock, and what the same once more adds."""
    if given.campaign or not content.slack:
        return
    st.header("How much slack is there today?", anchor=False)
    st.write(state.plain(clinic_in_words(given.clinic)))
    calm = remade(given, shocks=(), replications=min(TIMES, given.replications))
    delays = small_delays(content, calm)

    def work() -> tuple[Slack, ...]:
        pairs = [pair for _, pair in delays]
        seen = told("Trying small delays", lambda progress: slack(calm, pairs, progress))
        if not state.is_sealed():
            named = {delay.name: one for (delay, _), one in zip(delays, seen, strict=True)}
            fields.doing(keep_slack, workbench(), assessment, given, named)()
        return seen

    words = "Try small delays of a bad week"
    found: tuple[Slack, ...] | None = asked("stress_slack", stamp, words, work)
    if found is None:
        return
    for (delay, _), seen in zip(delays, found, strict=True):
        st.write(state.plain(slack_in_words(delay.name, seen)))
    rows = [
        [
            html.bold(delay.name),
            html.text(spread(seen.alone)),
            html.text(spread(seen.both)),
            html.text(spread(seen.extra)),
        ]
        for (delay, _), seen in zip(delays, found, strict=True)
    ]
    head = ["Patient-days", "Once", "Twice in a week", "Beyond each by itself"]
    st.html(html.table(head, rows, "rd-compact", "Small delays, with 90 % intervals"))
