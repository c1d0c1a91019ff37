"""The guide of one function as a page to print and write on (screens 7, print)."""

from readiness.domain.capability import Capability
from readiness.domain.guide import InterviewGuide, PartPrompts
from readiness.report.guide_workbook import NOT_SCORED, OPERATING, GuidePart, descriptions
from readiness.ui import html
from readiness.ui.html import Html


def guide_html(guide: InterviewGuide, part: GuidePart) -> Html:
    """Opening, the questions in the order for talking, closing; room to write after each."""
    minutes = round(guide.minutes_a_question * len(part.questions))
    counted = f"{len(part.questions)} questions, about {minutes} minutes for the answers."
    pieces = [
        html.paragraph(f"{counted} {NOT_SCORED}"),
        _said("Begin with:", part.opening),
        *(_question(guide, question) for question in part.questions),
        *([html.tag("h2", html.text(OPERATING))] if part.operating else []),
        *(_operating(one) for one in part.operating),
        _said("To end with:", guide.closing),
    ]
    return html.tag("div", html.join(pieces), "rd-guide")


def _said(lead: str, words: str) -> Html:
    return html.tag("p", html.join([html.bold(lead), html.text(words)], " "))


def _question(guide: InterviewGuide, question: Capability) -> Html:
    last = guide.last_failed
    rows = [html.tag("li", html.text(text[2:])) for text in descriptions(question)]
    pieces = [
        html.tag("h3", html.text(f"{question.id} {question.question}")),
        _said(f"{guide.show}:", question.evidence),
        html.tag("ul", html.join(rows)),
        html.tag("p", html.bold(f"{last} In their words:"), "rd-lines"),
    ]
    return html.tag("section", html.join(pieces))


def _operating(part: PartPrompts) -> Html:
    """A part of the operating model: its prompts with room to write after each."""
    room = [html.tag("p", html.bold(prompt), "rd-lines") for prompt in part.prompts]
    pieces = [html.tag("h3", html.text(part.name)), *room]
    return html.tag("section", html.join(pieces), "rd-part")
