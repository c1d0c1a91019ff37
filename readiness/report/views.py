"""Whom a report is for: the views, each with what it shows and what it leaves out."""

from dataclasses import dataclass, replace

from readiness.domain.questionnaire import Party, Questionnaire
from readiness.report.facts import Facts
from readiness.report.partner import concerning
from readiness.report.redaction import redacted

FULL, BOARD, CLIENT, PARTNER = "full", "board", "client", "cdmo"


@dataclass(frozen=True)
class View:
    """One view: its id as the command line takes it, name, and a sentence on what it holds."""

    id: str
    name: str
    says: str
    party: Party | None = None


def views(content: Questionnaire) -> tuple[View, ...]:
    """Every view, those of the content's partners last."""
    return (
        View(FULL, "Full report", "Every sheet, live, with evidence down to the row."),
        View(
            BOARD,
            "Board view",
            "Two sheets, a page each, without formulas: the verdict and why, and the first gaps.",
        ),
        View(
            CLIENT,
            "Client-safe view",
            "Every sheet, live, without persons, person codes, notes or any other typed reason.",
        ),
        *(
            View(
                f"{PARTNER}:{party.id}",
                f"For a partner: {party.name[0].lower()}{party.name[1:]}",
                f"{party.text} Only these {len(party.capabilities)} capabilities with their "
                "metrics and rows; no verdict, no persons, no notes.",
                party,
            )
            for party in content.hybrid.parties
        ),
    )


def view_of(content: Questionnaire, id: str) -> View:
    """The view of an id. Raises KeyError, naming what there is."""
    known = {view.id: view for view in views(content)}
    if id not in known:
        raise KeyError(f"There is no view {id!r}; there is {', '.join(known)}.")
    return known[id]


def seen_as(facts: Facts, view: View) -> Facts:
    """The facts as this view may draw them."""
    facts = replace(facts, view=view.id)
    if view.party is not None:
        return redacted(concerning(facts, view.party))
    return redacted(facts) if view.id == CLIENT else facts
