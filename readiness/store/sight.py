"""What of an assessment a person sees: all of it, their own answers, or what names nobody."""

import re
from collections.abc import Iterable
from dataclasses import replace

from readiness.domain.assessment import Assessment, Response
from readiness.domain.base import remade
from readiness.domain.evidence import Evidence
from readiness.domain.interviewing import FollowUp
from readiness.domain.redaction import (
    SOMEBODY,
    codes_of,
    uncoded_evidence,
    without_names,
    without_persons,
)
from readiness.store.entries import is_complete
from readiness.store.records import (
    AssessmentRow,
    EntryKey,
    EntryStamp,
    HistoryRow,
    Kind,
    Loaded,
    StoredFile,
)
from readiness.store.rights import Standing

FRAME: frozenset[Kind] = frozenset({"meta", "profile"})
"""What a question cannot be asked without: which questions, of what."""
OF_CONTENT = re.compile(r"[A-Z][A-Z0-9]*-\d+")
"""How the questionnaires name a capability, and so its action: no words that somebody typed."""
PERSONAL: frozenset[Kind] = frozenset(
    {
        *("respondent", "response", "follow_up", "note", "request", "sitting", "calibration"),
        *("drill_line", "drill_action", "action", "scenario", "plan"),
    }
)
"""Kinds whose entries are left out, or told under another key, where nobody is named."""


def seen(found: Loaded, standing: Standing) -> Loaded:
    """What this person sees of an assessment."""
    if standing.sees_all:
        return replace(found, standing=standing)
    if standing.role == "client_reader":
        return _nameless(found, standing)
    return _own(found, standing)


def seen_file(file: StoredFile, standing: Standing) -> StoredFile:
    """A file with its name, kind and hash alone, where nobody is named."""
    if standing.sees_all:
        return file
    return replace(file, mapping={}, meta={}, added_by=SOMEBODY)


def seen_evidence(evidence: Evidence | None, standing: Standing) -> Evidence | None:
    """Measurements without codes of people, where nobody is named."""
    if evidence is None or standing.sees_all:
        return evidence
    return uncoded_evidence(evidence)


def seen_changes(rows: Iterable[HistoryRow], standing: Standing) -> tuple[HistoryRow, ...]:
    """Of one's own changes those that one may still make."""
    return tuple(r for r in rows if standing.may_write or standing.is_own(r.kind, r.key))


def own_row(row: AssessmentRow, found: Loaded) -> AssessmentRow:
    """A line of the list for a respondent: how far they are, not how far others are."""
    answered = {r.capability for r in found.assessment.responses if is_complete(r.model_dump())}
    return replace(row, answered=tuple(sorted(answered)), evidence_kinds=())


def _nameless(found: Loaded, standing: Standing) -> Loaded:
    full = found.assessment
    known = {edit.id for edit in full.plan.actions if OF_CONTENT.fullmatch(edit.id)}
    known |= {n for edit in full.plan.actions for n in edit.needs if OF_CONTENT.fullmatch(n)}
    said = without_persons(full, codes_of(full), known=known)
    # The people that a function can spare are a figure, and name nobody.
    plan = remade(full.plan, actions=said.plan.actions, scenarios=())
    entries = {
        at: _unsigned(stamp) for at, stamp in found.entries.items() if at.kind not in PERSONAL
    }
    drawn = without_names(said.operating, {})
    safe = remade(said, plan=plan, operating=drawn)
    return replace(found, assessment=safe, entries=entries, standing=standing)


def _unsigned(stamp: EntryStamp) -> EntryStamp:
    return replace(stamp, by=SOMEBODY)


def _own(found: Loaded, standing: Standing) -> Loaded:
    """The questions, and what stands under this person's code of those assigned to them."""
    said = found.assessment
    code = standing.assigned.respondent if standing.assigned else ""
    narrowed = Assessment(
        id=said.id,
        title=said.title,
        as_of=said.as_of,
        questionnaire=said.questionnaire,
        form=said.form,
        profile=said.profile,
        respondents=tuple(r for r in said.respondents if r.id == code),
        responses=tuple(r for r in said.responses if standing.is_own("response", _key(r))),
        follow_ups=tuple(f for f in said.follow_ups if standing.is_own("follow_up", _key(f))),
    )
    entries = {
        at: stamp
        for at, stamp in found.entries.items()
        if at.kind in FRAME or standing.is_own(*at) or at == EntryKey("respondent", code)
    }
    return replace(found, assessment=narrowed, entries=entries, standing=standing)


def _key(said: Response | FollowUp) -> str:
    return f"{said.capability}|{said.respondent}"
