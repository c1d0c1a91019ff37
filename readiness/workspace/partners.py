"""Contract makers: added, asked, answered, and their slot tables (domain 7)."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.partners import Partner, PartnerAnswer, PartnerFailure, SlotMonth
from readiness.report.partner_questions import partner_questions
from readiness.store import Kind, Put, Saved
from readiness.workspace.assessments import free_slug
from readiness.workspace.notes import check_note
from readiness.workspace.results import state
from readiness.workspace.session import Session

OF_ONE: dict[str, Kind] = {
    "partner_answers": "partner_answer",
    "partner_failures": "partner_failure",
    "partner_slots": "partner_slots",
}
"""The lists that belong to one maker, and the kind of their entries."""


def add_partner(session: Session, assessment: str, name: str) -> str:
    """A new maker; returns its id, made of its name. Raises InputRefused without a name."""
    if not name.strip():
        raise InputRefused([Problem(file="maker", message="Write the name of the maker first")])
    check_note(name)
    loaded = session.load(assessment)
    taken = {partner.id for partner in loaded.assessment.operating.partners}
    free = free_slug(name, taken)
    session.store.put(
        session.actor, assessment, "partner", free, Partner(id=free, name=name.strip())
    )
    return free


def set_partner(
    session: Session, assessment: str, partner: str, field: str, value: object
) -> Saved:
    """Change one claim or fact of a maker; None is *not said*.

    Raises InputRefused for a value that cannot be, IdentifierFound for a name of a person's kind.
    """
    known = partner_of(session, assessment, partner)
    if isinstance(value, str):
        check_note(value)
    changed = known.model_dump() | {field: value}
    return session.store.put(session.actor, assessment, "partner", partner, changed)


def partner_of(session: Session, assessment: str, partner: str) -> Partner:
    """The maker of an id. Raises NotFound."""
    said = session.load(assessment).assessment.operating
    found = next((one for one in said.partners if one.id == partner), None)
    if found is None:
        raise NotFound("This maker is no longer here.")
    return found


def remove_partner(session: Session, assessment: str, partner: str) -> Saved:
    """Take a maker away with all that was said of it, as one change that one undo takes back."""
    loaded = session.load(assessment)
    kinds = {"partner", *OF_ONE.values()}
    gone = [
        Put(at.kind, at.key, None)
        for at, stamp in loaded.entries.items()
        if at.kind in kinds and stamp.there and at.key.split("|")[0] == partner
    ]
    return session.store.put_many(session.actor, assessment, gone)


def set_answer(
    session: Session,
    assessment: str,
    partner: str,
    question: str,
    changes: Mapping[str, Any],
    *,
    confirmed: bool = False,
) -> Saved:
    """Change score, red flag, reaction or note of an answer.

    Raises IdentifierFound for a note that names somebody, unless ``confirmed``.
    """
    said = session.load(assessment).assessment.operating
    given = {(a.partner, a.question): a for a in said.partner_answers}
    old = given.get((partner, question), PartnerAnswer(partner=partner, question=question))
    if changes.get("note") and not confirmed:
        check_note(str(changes["note"]))
    value = old.model_dump() | dict(changes)
    key = f"{partner}|{question}"
    return session.store.put(session.actor, assessment, "partner_answer", key, value)


def set_failure(
    session: Session,
    assessment: str,
    partner: str,
    n: int,
    changes: Mapping[str, str],
    *,
    confirmed: bool = False,
) -> Saved:
    """Change one of the last failures. Raises InputRefused, IdentifierFound."""
    said = session.load(assessment).assessment.operating
    known = {(f.partner, f.n): f for f in said.partner_failures}
    old = known.get((partner, n), PartnerFailure(partner=partner, n=n))
    if not confirmed:
        for text in changes.values():
            check_note(text)
    value = old.model_dump() | dict(changes)
    key = f"{partner}|{n}"
    return session.store.put(session.actor, assessment, "partner_failure", key, value)


def set_slots(
    session: Session, assessment: str, partner: str, rows: Sequence[Mapping[str, Any]]
) -> Saved:
    """Put a slot table in the place of the one that was there, as one change.

    Raises InputRefused for a row that cannot be, and for a month of a suite that stands twice.
    """
    months = [_month(partner, number, row) for number, row in enumerate(rows, start=1)]
    puts = {f"{m.partner}|{m.suite}|{m.month}": m for m in months}
    if len(puts) < len(months):
        message = "A month of a suite stands there twice"
        raise InputRefused([Problem(file="slot table", message=message, advice="Keep one of them")])
    loaded = session.load(assessment)
    gone = [
        Put("partner_slots", at.key, None)
        for at, stamp in loaded.entries.items()
        if at.kind == "partner_slots"
        and stamp.there
        and at.key not in puts
        and at.key.split("|")[0] == partner
    ]
    changed = [Put("partner_slots", key, month) for key, month in puts.items()]
    return session.store.put_many(session.actor, assessment, [*gone, *changed])


def _month(partner: str, number: int, row: Mapping[str, Any]) -> SlotMonth:
    given = {name: value for name, value in row.items() if value is not None}
    try:
        return SlotMonth.model_validate(given | {"partner": partner})
    except ValidationError as error:
        raise InputRefused(
            [
                Problem(
                    file="slot table",
                    row=number,
                    column=str(found["loc"][-1]) if found["loc"] else None,
                    message=found["msg"],
                )
                for found in error.errors()
            ]
        ) from error


def question_list(session: Session, assessment: str, partner: str) -> bytes:
    """The questions as a workbook to send to a maker; nothing of what is known leaves with it."""
    now = state(session, assessment)
    name = partner_of(session, assessment, partner).name
    return partner_questions(name, now.questionnaire.cdmo, now.assessment.as_of)
