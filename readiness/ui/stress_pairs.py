"""Two shocks at once: the matrix of all pairs, and the worst one as one patient lives it."""

from collections.abc import Sequence

import streamlit as st

from readiness.domain.base import remade
from readiness.domain.simulated import Cascade, Pair, Story
from readiness.domain.simulation import Parameters
from readiness.report.numerals import one
from readiness.report.stress_words import story_in_words
from readiness.stress.cascade import cascade
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.html import Html
from readiness.ui.stress_trials import FEWER, asked, spread, told
from readiness.workspace.kept_runs import keep_pairs


def together(
    assessment: str, given: Parameters, names: Sequence[str], stamp: str
) -> Cascade | None:
    """All pairs of the chosen shocks; what was found, None while they were not tried."""
    st.header("Two at once", anchor=False)
    if given.campaign:
        st.caption("Pairs are followed patient by patient, which doses from stock do not know.")
        return None
    if len(given.shocks) < 2:
        st.caption("Choose two shocks or more to see what they do together.")
        return None
    few = remade(given, replications=min(FEWER, given.replications))

    def work() -> Cascade:
        seen = told("Trying pairs", lambda progress: cascade(few, progress))
        if not state.is_sealed():
            fields.doing(keep_pairs, workbench(), assessment, given, seen)()
        return seen

    found: Cascade | None = asked("stress_cascade", stamp, "Try every pair", work)
    if found is None:
        return None
    st.html(_matrix(found, names))
    st.caption(
        "Where a shock meets itself: patient-days that it costs alone. Where two meet: days beyond "
        "the sum of each alone, and patients lost beyond it. Above 0 they are worse together, "
        "because the slack is used twice; below 0 they overlap, and hit who waits anyway. In "
        "brackets the 90 % interval."
    )
    if found.story and found.worst is not None:
        worst = found.pairs[found.worst]
        _story(found.story, names[worst.first], names[worst.second])
    else:
        st.write("No pair is worse together than one after the other: there is slack for both.")
    return found


def _matrix(found: Cascade, names: Sequence[str]) -> Html:
    pairs = {(pair.first, pair.second): pair for pair in found.pairs}
    worst = found.pairs[found.worst] if found.worst is not None else None
    rows = []
    for row, name in enumerate(names):
        cells = [html.bold(name)]
        for column in range(len(names)):
            if row == column:
                alone = found.alone[row].days
                cells.append(html.text(f"alone {spread(alone)}"))
            elif row < column:
                cells.append(_cell(pairs[row, column], pairs[row, column] is worst))
            else:
                cells.append(html.text(""))
        rows.append(cells)
    said = "Patient-days of each shock alone, and of each pair beyond the sum"
    return html.table(["", *names], rows, "rd-compact rd-matrix", said)


def _cell(pair: Pair, is_worst: bool) -> Html:
    sign = "+" if pair.extra.days.value > 0 else ""
    figure = html.bold(f"{'▲ worst: ' if is_worst else ''}{sign}{one(pair.extra.days.value)} days")
    within = f" ({one(pair.extra.days.low)} to {one(pair.extra.days.high)})"
    lost = html.tag("small", html.text(f"patients lost: {spread(pair.extra.lost)}"))
    return html.join([figure, html.text(f"{within} "), lost])


def _story(story: Story, first: str, second: str) -> None:
    """In words, and day by day."""
    st.subheader("The worst pair, as one patient lives it", anchor=False)
    names = [f"“{name}”" for name in (first, second)]
    st.write(state.plain(" ".join(story_in_words(story, *names))))
    shown = ("With neither", f"With “{first}”", f"With “{second}”", "With both")
    rows = [
        [
            html.bold(name),
            html.text(one(step.collected)),
            html.text(one(step.started)),
            html.text(one(step.treated)),
        ]
        for name, step in zip(shown, story.steps, strict=True)
    ]
    head = ["Days after the request", "Collected", "Batch starts", "Treated"]
    st.html(html.table(head, rows, "rd-compact", "The same patient, the same luck, four worlds"))
