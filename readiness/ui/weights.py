"""What weighs how much: horizon, three sliders, counts by band (screens 3.5, left)."""

from collections import Counter
from fractions import Fraction
from typing import Literal, NamedTuple

import streamlit as st

from readiness.domain.assessment import Assessment, Settings
from readiness.domain.gaps import Gap
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.scale import Rating
from readiness.report.numerals import half_up
from readiness.ui import html, links, state
from readiness.ui.cached import workbench
from readiness.workspace.ratings import use_horizon, use_weights

RATINGS: dict[Rating, str] = {
    "P": "Patient impact",
    "R": "Regulatory risk",
    "L": "Reversibility (5 = hardest to undo)",
}
Horizon = Literal["next_stage", "launch"]


class View(NamedTuple):
    """What the sliders say, on any scale, and how far one looks."""

    horizon: Horizon
    weights: dict[Rating, int]

    @property
    def by_name(self) -> dict[str, int]:
        """The weights by the letter of their rating."""
        return dict(self.weights.items())

    def settings(self, said: Assessment) -> Settings:
        """As settings of the assessment, its bands kept."""
        weights = {rating: Fraction(value) for rating, value in self.weights.items()}
        return said.settings.model_copy(update={"weights": weights, "horizon": self.horizon})


def shipped(content: Questionnaire) -> dict[Rating, int]:
    """The content's weights in percent."""
    return {rating: round(100 * value) for rating, value in content.priority.weights.items()}


def stored(said: Assessment, content: Questionnaire) -> dict[Rating, int]:
    """The weights that the report uses, on the scale of the sliders."""
    kept = said.settings.weights
    if not kept:
        return shipped(content)
    factor = 100 if max(kept.values()) <= 1 else 1
    return {rating: round(factor * kept.get(rating, Fraction(0))) for rating in RATINGS}


def shares(weights: dict[Rating, int]) -> str:
    """*45 · 30 · 25*: the weights as percent of their sum, one decimal where whole ones mislead."""
    total = sum(weights.values()) or 1
    exact = [Fraction(100 * value, total) for value in weights.values()]
    places = 0 if all(share.denominator == 1 for share in exact) else 1
    return " · ".join(half_up(share, places) for share in exact)


def is_same(one: dict[Rating, int], other: dict[Rating, int]) -> bool:
    """Whether two sets of weights give the same shares; all zero counts as none."""
    a, b = sum(one.values()), sum(other.values())
    return a > 0 and all(one[r] * b == other[r] * a for r in RATINGS)


def current_view(assessment: str, said: Assessment, content: Questionnaire) -> View:
    """Where the controls stand; they begin at what the report uses."""
    begin = stored(said, content)
    for rating, value in begin.items():
        st.session_state.setdefault(_slider(rating, assessment), value)
    st.session_state.setdefault(_horizon(assessment), said.settings.horizon)
    weights: dict[Rating, int] = {
        rating: int(st.session_state[_slider(rating, assessment)]) for rating in RATINGS
    }
    if not sum(weights.values()):
        weights = shipped(content)
    return View(st.session_state[_horizon(assessment)], weights)


def _slider(rating: str, assessment: str) -> str:
    return f"weight_{rating}_{assessment}"


def _horizon(assessment: str) -> str:
    return f"horizon_{assessment}"


def controls(assessment: str, said: Assessment, content: Questionnaire, view: View) -> None:
    """Horizon, sliders, the way back, and the way into the report."""
    names = {
        "next_stage": content.stage_name(content.next_stage(said.profile.stage)),
        "launch": content.stage_name("launch"),
    }
    st.segmented_control(
        "Distance to",
        list(names),
        key=_horizon(assessment),
        required=True,
        format_func=lambda h: names[h],
        help="Which targets make a gap: those of the next stage, or those of launch.",
    )
    st.header("What weighs how much", anchor=False)
    for rating, label in RATINGS.items():
        st.slider(label, 0, 100, key=_slider(rating, assessment))
    how = links.how(assessment, "priority", "priority and weights")
    used = html.text(f"Used as {shares(view.weights)} % ")
    st.html(html.tag("p", html.join([used, how]), "rd-small rd-quiet"))
    begin = shipped(content)
    st.button(
        f"Back to {shares(begin)}",
        type="tertiary",
        icon=":material/undo:",
        disabled=is_same(view.weights, begin),
        on_click=_set,
        args=(assessment, begin),
    )
    _into_report(assessment, said, content, view)


def _set(assessment: str, weights: dict[Rating, int]) -> None:
    for rating, value in weights.items():
        st.session_state[_slider(rating, assessment)] = value


def _into_report(assessment: str, said: Assessment, content: Questionnaire, view: View) -> None:
    kept = stored(said, content)
    other_weights = not is_same(view.weights, kept)
    other_horizon = view.horizon != said.settings.horizon
    if not other_weights and not other_horizon:
        st.html(html.paragraph("✓ The report uses what stands here.", "rd-small rd-ok"))
        return
    stays = f"{shares(kept)} %" if other_weights else "the other horizon"
    st.html(html.paragraph(f"A view only: the report still uses {stays}."))
    label = "Use these weights in the report" if other_weights else "Use this horizon in the report"
    st.button(
        label,
        disabled=state.is_sealed(),
        on_click=_use,
        args=(assessment, view, content, other_weights),
    )


def _use(assessment: str, view: View, content: Questionnaire, weights: bool) -> None:
    if weights:
        own = is_same(view.weights, shipped(content))
        use_weights(workbench(), assessment, None if own else view.by_name)
    use_horizon(workbench(), assessment, view.horizon)


def summary(result: Result, gaps: tuple[Gap, ...], content: Questionnaire) -> None:
    """Counts by band, and which gaps of the first ten hang on a value judgement."""
    counts: Counter[str] = Counter(gap.band for gap in gaps)
    names = content.priority.band_names.values()
    lines = [html.join([html.bold(counts[name]), html.text(f" {name}")]) for name in names]
    lines.append(html.join([html.bold(len(result.not_assessed)), html.text(" not yet assessed")]))
    st.html(html.tag("p", html.join(lines, "<br>"), "rd-small"))
    first = content.priority.uncertain_first
    shaky = [g.capability for g in gaps if g.robust == "rank uncertain"]
    words = state.plain(", ".join(shaky)) if shaky else f"nothing in the first {first}"
    st.markdown(f"**Hangs on a value judgement:** {words}.")
