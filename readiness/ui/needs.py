"""What the next level still needs, and the three separate questions (screens 3.4)."""

import streamlit as st

from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Result, StageFigure
from readiness.domain.scale import Stage
from readiness.report.needs import Need, binds_later, needs
from readiness.report.numerals import percent
from readiness.report.sentences import asked, level_name, next_step
from readiness.roadmap.targets import Targets
from readiness.ui import html, links
from readiness.ui.html import Html
from readiness.workspace.results import State

PAGES = {"profile": "Profile and people", "drill": "Go to Drill"}
"""Pages on which a condition is lifted, and what the way there is called."""


def needs_table(assessment: str, result: Result, content: Questionnaire) -> None:
    """Conditions of the next level, and what would lift those that are not met."""
    step = next_step(result)
    if step is None:
        st.header("The highest level is reached", anchor=False)
        return
    name = level_name(content, step.level)
    st.header(f"What level {step.level}, {name}, still needs", anchor=False)
    rows = [
        [
            html.met(need.met),
            html.text(need.condition),
            html.text(need.now),
            _lift(assessment, need),
        ]
        for need in needs(result, content)
    ]
    st.html(html.table(["State", "Condition", "Now", "What would lift it"], rows, "rd-needs"))
    later = html.text(binds_later(result, content) + " ")
    how = links.how(assessment, "level", "conditions of each level")
    st.html(html.tag("p", html.join([later, how]), "rd-small rd-quiet"))


def _lift(assessment: str, need: Need) -> Html:
    if need.met:
        return html.text("—")
    parts = [html.text(need.lift)] if need.lift else []
    if need.place == "question":
        ids = html.join([links.workings(assessment, id) for id in need.ids], ", ")
    else:
        ids = html.text(", ".join(need.ids))
    parts += [ids] if need.ids else []
    parts += [html.text(need.then)] if need.then else []
    if need.place in PAGES:
        parts.append(html.link(PAGES[need.place], links.address(need.place, assessment)))
    return html.join(parts, " ")


def three_questions(assessment: str, here: State, result: Result) -> None:
    """Fit for the stage, gap to the next, distance to launch: never one figure."""
    content, stage = here.questionnaire, here.assessment.profile.stage
    unknown = len(result.not_assessed)
    st.header("Three separate questions", anchor=False)
    fit, gap, launch = (result.figures[name] for name in ("fit", "next_stage", "launch"))
    proven = f", {percent(fit.on_proof)} of them on proof" if fit.on_proof is not None else ""
    rows = [
        _line("Fit for ", content.stage_name(stage), ", today", fit, f"at or above target{proven}"),
        _line("Gap to ", content.stage_name(gap.stage), ", the next stage", gap, "below target"),
        _line("Distance to ", content.stage_name(launch.stage), "", launch, "below target"),
    ]
    for row in rows:
        row.append(html.text(unknown))
    heads = ["Question", "Share", "Count", "Not assessed"]
    st.html(html.table(heads, rows))
    how = links.how(assessment, "targets", "fit and distance")
    lines = (
        []
        if stage == "scale"
        else [f"Level 5 is nobody’s homework in {content.stage_name(stage)}. "]
    )
    st.html(html.tag("p", html.join([html.text("".join(lines)), how]), "rd-small rd-quiet"))


def _line(before: str, name: str, after: str, figure: StageFigure, what: str) -> list[Html]:
    label = html.join([html.text(before), html.bold(name), html.text(after)])
    count = f"{figure.count} of {figure.of} {what}" if figure.of else "nothing known yet"
    if figure.of and figure.sum_targets is not None:
        count += f" ({figure.sum_gaps} of {figure.sum_targets} levels)"
    return [label, html.bold(percent(figure.value)), html.text(count)]


def behind_the_three(assessment: str, here: State, result: Result) -> None:
    """Every capability with its targets, drawn when opened."""
    opened = st.expander(
        "The capabilities behind fit, gap and distance",
        type="compact",
        key="three_open",
        on_change="rerun",
    )
    if not opened.open:
        return
    content = here.questionnaire
    targets = Targets(content, here.assessment.overrides)
    stages: dict[str, Stage] = {
        "Target today": here.assessment.profile.stage,
        "Next": content.next_stage(here.assessment.profile.stage),
        "Launch": "launch",
    }
    rows = [
        _targets(assessment, c, content, targets, tuple(stages.values())) for c in asked(result)
    ]
    with opened:
        st.html(html.table(["Capability", "Final", *stages], rows))


def _targets(
    assessment: str,
    capability: CapabilityResult,
    content: Questionnaire,
    targets: Targets,
    stages: tuple[Stage, ...],
) -> list[Html]:
    name = content.capabilities[capability.id].name
    today, *later = stages
    wanted = [targets.today(capability.id, today), *(targets.at(capability.id, s) for s in later)]
    return [
        html.join([links.workings(assessment, capability.id), html.text(name)], " "),
        html.level_badge(capability.final),
        *(_against(capability.final, target) for target in wanted),
    ]


def _against(final: int | None, target: int) -> Html:
    if final is None:
        return html.text(target)
    missing = max(0, target - final)
    return html.text(f"{target} ✓" if not missing else f"{target} · {missing} missing")
