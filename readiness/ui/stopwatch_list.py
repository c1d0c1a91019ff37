"""The visibility stopwatch: draw, run, and what the tests showed (domain 1.17, CTL-2)."""

import streamlit as st

from readiness.domain.stopwatch import StopwatchRules, StopwatchRun
from readiness.domain.stopwatch_result import RunResult, StopwatchResult
from readiness.report.numerals import percent, short
from readiness.ui import fields, html, state
from readiness.ui.cached import workbench
from readiness.ui.stopwatch_run import facilitate
from readiness.workspace.results import State, standing
from readiness.workspace.stopwatch import (
    Drawable,
    board_template,
    discard,
    drawable,
    is_repeatable,
    running,
    start,
)

HEADS = ("Held on", "Right", "Time", "Level shown", "What it came to", "Codes drawn")


def stopwatch(assessment: str, now: State) -> None:
    """The clock while a test runs; else the way to start one, and what the last ones showed."""
    rules = now.questionnaire.stopwatch
    run = running(now.assessment)
    if run is not None and not state.is_sealed():
        facilitate(assessment, now, run)
        return
    st.write(
        f"{rules.codes} codes are drawn at random from the batch register. Of each, tell without "
        f"calling anybody: {', '.join(field.name.lower() for field in rules.fields)}. "
        "The clock runs until every field is answered."
    )
    st.caption(state.plain(rules.basis))
    left, right = st.columns([3, 2], gap="large")
    with left:
        _begin(assessment, drawable(workbench(), assessment), rules)
    with right:
        _board(rules)
    found = standing(workbench(), assessment, now).operating_model.stopwatch
    if found is not None:
        _held(assessment, now, found)


def drawn_from(found: Drawable, rules: StopwatchRules) -> str:
    """What can be drawn from, in words."""
    if not found.is_enough:
        return (
            f"The batch register holds {len(found.codes)} batches; {rules.codes} are drawn. "
            "Add it on the page Evidence first."
        )
    if found.pool == "in_process":
        return f"{len(found.codes)} batches in process to draw from."
    return (
        f"Fewer than {rules.codes} batches are in process: drawn from the {len(found.codes)} begun "
        "last."
    )


def levels_in_words(rules: StopwatchRules) -> str:
    """Which share in which time shows which level."""
    lines = (
        f"level {line.level}: {percent(line.right)} right within {short(line.minutes)} min"
        for line in rules.levels
    )
    return f"{'; '.join(lines)}; else level 1.".capitalize()


def _begin(assessment: str, found: Drawable, rules: StopwatchRules) -> None:
    st.write(drawn_from(found, rules))
    st.button(
        "Draw and start the clock",
        type="primary",
        disabled=state.is_sealed() or not found.is_enough,
        on_click=fields.doing(start, workbench(), assessment),
    )
    st.caption(levels_in_words(rules))


def _board(rules: StopwatchRules) -> None:
    count = len(rules.board.columns)
    st.write(f"A status board with {count} fields answers this every day, from one page.")
    st.download_button(
        "Download the status board",
        data=lambda: board_template(rules),
        file_name="status_board.xlsx",
        icon=":material/download:",
        on_click="ignore",
    )


def _held(assessment: str, now: State, found: StopwatchResult) -> None:
    runs = {run.id: run for run in now.assessment.operating.stopwatch}
    st.html(table(found, runs))
    latest = found.latest
    if latest is None:
        as_of = f"{now.assessment.as_of:%d %b %Y}"
        st.info(f"Every test is later than the as-of date, {as_of}: none counts yet.")
    last = found.tests[-1]
    same = is_repeatable(workbench(), assessment, runs[last.id])
    drawn = runs[last.id]
    told = "draws the same codes again" if same else "cannot be repeated: the register has changed"
    st.caption(f"Last draw: seed {drawn.seed} from {drawn.drawn_from} codes; it {told}.")
    st.button(
        f"Remove the test of {last.held_on:%d %b %Y}",
        disabled=state.is_sealed(),
        on_click=fields.doing(discard, workbench(), assessment, last.id),
        help="Undo brings it back.",
    )


def table(found: StopwatchResult, runs: dict[str, StopwatchRun]) -> html.Html:
    """Every test, the newest first, with what counts."""
    rows = [
        [
            html.text(f"{test.held_on:%d %b %Y}"),
            html.number(f"{test.right} of {test.of}"),
            html.number(minutes(test)),
            html.bold(test.counted),
            html.text(f"{test.workings}; {counts(test)}"),
            html.text(", ".join(runs[test.id].codes)),
        ]
        for test in reversed(found.tests)
    ]
    return html.table(HEADS, rows)


def minutes(test: RunResult) -> str:
    """Minutes and seconds."""
    return f"{test.seconds // 60}:{test.seconds % 60:02d}"


def counts(test: RunResult) -> str:
    """Whether it is the record."""
    return "this is the record" if test.is_latest else "another one counts"
