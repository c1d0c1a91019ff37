"""Links between pages: the ids of assessment and capability travel in the address, nothing else."""

from urllib.parse import urlencode

from readiness.ui import html, state
from readiness.ui.html import Html

WORKINGS = "workings"
"""The anchor of the drill-down on Result and Gaps."""


def address(page: str, assessment: str, capability: str = "", anchor: str = "") -> str:
    """The relative address of a page on this assessment, and on one capability."""
    ids = {state.ASSESSMENT: assessment} | ({state.CAPABILITY: capability} if capability else {})
    return f"{page}?{urlencode(ids)}" + (f"#{anchor}" if anchor else "")


def question(assessment: str, capability: str, shown: str = "") -> Html:
    """A link to the question of a capability."""
    return html.link(shown or capability, address("questions", assessment, capability))


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
