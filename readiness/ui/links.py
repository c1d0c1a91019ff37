"""Links between pages: ids of assessment, capability and respondent travel in the address alone."""

from urllib.parse import urlencode

from readiness.domain.assessment import Respondent
from readiness.ui import html, state
from readiness.ui.html import Html
from readiness.ui.manner import INTERVIEW, TEAM

WORKINGS = "workings"
"""The anchor of the drill-down on Result and Gaps."""


def address(
    page: str, assessment: str, capability: str = "", anchor: str = "", **place: str
) -> str:
    """The relative address of a page on this assessment, and on one capability.

    ``place``: mode and respondent, as ``ui.places`` reads them.
    """
    ids = {state.ASSESSMENT: assessment} | ({state.CAPABILITY: capability} if capability else {})
    ids |= place
    return f"{page}?{urlencode(ids)}" + (f"#{anchor}" if anchor else "")


def question(assessment: str, capability: str, shown: str = "") -> Html:
    """A link to the question of a capability."""
    return html.link(shown or capability, address("questions", assessment, capability))


def talk(assessment: str, capability: str, person: Respondent | None) -> Html:
    """A link to the question of a capability, as it is put to this person if there is one."""
    if person is None:
        return question(assessment, capability)
    mode = TEAM if person.function == "TEAM" else INTERVIEW
    to = address("questions", assessment, capability, mode=mode.mode, who=person.id)
    return html.link(capability, to)


def workings(assessment: str, capability: str, shown: str = "", page: str = "result") -> Html:
    """A link to how the level of a capability comes about."""
    return html.link(shown or capability, address(page, assessment, capability, WORKINGS))


def how(assessment: str, anchor: str, about: str) -> Html:
    """A small link from a number to the rule behind it; ``about``: what a screen reader hears."""
    return html.link(
        "how",
        address("calculation", assessment, anchor=anchor),
        "rd-how",
        aria_label=f"How it is calculated: {about}",
    )
