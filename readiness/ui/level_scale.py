"""The scale of levels in a table cell: five tinted fields, a whisker, a dot (screens 3.3)."""

from readiness.domain.assessment import Profile
from readiness.domain.measurement import Measurement
from readiness.domain.questionnaire import Questionnaire
from readiness.ui import html
from readiness.ui.html import Html
from readiness.workspace.level_scale import FIELDS, place_of


def scale(measured: Measurement, content: Questionnaire, profile: Profile) -> Html:
    """The measurement on the scale; a hollow dot does not count."""
    metric = content.metric_by_id[measured.metric]
    place = place_of(measured, metric, profile.modality)
    if place is None:
        return html.tag("span", html.text("nothing to draw"), "rd-small rd-quiet")
    fields = "".join(f'<i class="rd-t{n}">{n}</i>' for n in range(1, FIELDS + 1))
    whisker = ""
    if place.low is not None and place.high is not None:
        whisker = f'<b style="left:{_at(place.low)};width:{_at(place.high - place.low)}"></b>'
    dot = f'<u class="{"" if place.counts else "rd-hollow"}" style="left:{_at(place.value)}"></u>'
    return html.tag(
        "span", Html(fields + whisker + dot), "rd-scale", role="img", aria_label=_said(measured)
    )


def _at(position: float) -> str:
    return f"{100 * position / FIELDS:.1f}%"


def _said(measured: Measurement) -> str:
    if measured.level is None:
        return "level not known"
    ends = ""
    if measured.level_low is not None and measured.level_low != measured.level_high:
        ends = f", the interval reaches from {measured.level_low} to {measured.level_high}"
    return f"level {measured.level}{ends}{'' if measured.usable else ', does not count'}"
