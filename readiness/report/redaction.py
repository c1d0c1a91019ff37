"""What a report for other eyes leaves out: persons, their codes, and every word that was typed.

Redacted is the data, before anything is drawn: what is not there cannot turn up in a hidden sheet,
a property or a comment. No figure moves. Source: the report's views (issue of the gap report).
"""

import re
from dataclasses import replace
from typing import TypeVar

from readiness.domain.assessment import (
    Assessment,
    Consensus,
    Detection,
    Override,
    Respondent,
    Response,
)
from readiness.domain.base import remade
from readiness.domain.evidence import Evidence, RowRef
from readiness.domain.gaps import Gap
from readiness.domain.measurement import Measurement
from readiness.domain.operating import Operating
from readiness.domain.planning import Plan
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import AnswerWorking, CapabilityResult, Finding, Result
from readiness.domain.ripple import Change
from readiness.domain.tracking import Tracking
from readiness.report.facts import Facts
from readiness.report.map_coded import rejudged, renamed, unworded

# The codes that intake gives to people, editors, subjects and identifying text: P01, E02, S03, X04.
PERSON_CODE = re.compile(r"\b[PESX]\d{2,}\b")
CODED = "(coded)"
NOT_SHOWN = "stated in the full report"
SOMEBODY = "-"

Edit = TypeVar("Edit", Consensus, Override)


def redacted(facts: Facts) -> Facts:
    """The same figures without persons, person codes and typed words."""
    codes = {r.id: f"#{n}" for n, r in enumerate(facts.assessment.respondents, start=1)}
    for response in facts.assessment.responses:
        codes.setdefault(response.respondent, f"#{len(codes) + 1}")
    drawn = renamed(facts.assessment.operating, facts.questionnaire.model_map)
    facts = replace(facts, assessment=remade(facts.assessment, operating=drawn))
    result = rejudged(facts.result, facts.assessment, facts.questionnaire)
    return replace(
        facts,
        assessment=_assessment(facts.assessment, codes, facts.questionnaire),
        result=_result(result, codes),
        evidence=_evidence(facts.evidence),
        exported_by="",
        people=False,
    )


def _assessment(said: Assessment, codes: dict[str, str], content: Questionnaire) -> Assessment:
    roles = frozenset(c.action.owner for c in content.capabilities.values())
    measurements = (
        m.model_copy(update={"source": NOT_SHOWN if m.source else ""}) for m in said.measurements
    )
    return remade(
        said,
        respondents=tuple(_respondent(r, codes) for r in said.respondents),
        responses=tuple(_response(r, codes) for r in said.responses),
        consensus=tuple(_signed(c) for c in said.consensus),
        overrides=tuple(_signed(o) for o in said.overrides),
        detection=tuple(_unsigned(d) for d in said.detection),
        complete_logs=tuple(remade(log, by=SOMEBODY) for log in said.complete_logs),
        drill_log=(),
        drill_actions=(),
        tracking=tuple(_wordless(t, roles) for t in said.tracking),
        measurements=tuple(measurements),
        plan=_plan(said.plan, roles, content),
        operating=_unworded(said.operating),
    )


def _unworded(said: Operating) -> Operating:
    """Scores, counts and dates stay; no word that was typed beside them."""
    gone = {"step": "", "cause": "", "changed": "", "shown": ""}
    return unworded(said).model_copy(
        update={
            "partner_answers": tuple(
                a.model_copy(update={"note": ""}) for a in said.partner_answers
            ),
            "retention": tuple(
                r.model_copy(update={"clause": "", "alone": ""}) for r in said.retention
            ),
            "intersections": tuple(
                c.model_copy(update={"decides": "", "fallback": ""}) for c in said.intersections
            ),
            "oversight": tuple(remade(o, note="") for o in said.oversight),
            "changes": tuple(unowned(change) for change in said.changes),
            "ai_uses": tuple(remade(use, decides="", checks="") for use in said.ai_uses),
            "partner_failures": tuple(f.model_copy(update=gone) for f in said.partner_failures),
        }
    )


def unowned(change: Change) -> Change:
    """A change without the words that say who does what."""
    return remade(change, areas=tuple(remade(area, owner="") for area in change.areas))


def _response(response: Response, codes: dict[str, str]) -> Response:
    reason = NOT_SHOWN if response.reason else ""
    changes = {"respondent": codes[response.respondent], "note": "", "reason": reason, "proof": ""}
    return response.model_copy(update=changes)


def _respondent(respondent: Respondent, codes: dict[str, str]) -> Respondent:
    return respondent.model_copy(update={"id": codes[respondent.id], "chain_owner": ""})


def _signed(edit: Edit) -> Edit:
    return edit.model_copy(update={"by": SOMEBODY, "reason": NOT_SHOWN})


def _wordless(kept: Tracking, roles: frozenset[str]) -> Tracking:
    """Status and date stay; of owners only the roles that the questionnaire itself names."""
    owner = kept.owner if kept.owner in roles else ""
    return kept.model_copy(update={"owner": owner, "comment": ""})


def _plan(plan: Plan, roles: frozenset[str], content: Questionnaire) -> Plan:
    """What becomes of the actions that the content knows; their own are typed words."""
    return Plan(
        actions=tuple(
            edit.model_copy(
                update={
                    "owner": edit.owner if edit.owner in roles else "",
                    "name": "",
                    "needs": tuple(n for n in edit.needs if n in content.capabilities),
                    "reason": NOT_SHOWN,
                }
            )
            for edit in plan.actions
            if edit.id in content.capabilities
        )
    )


def _unsigned(check: Detection) -> Detection:
    return check.model_copy(update={"by": SOMEBODY})


def _result(result: Result, codes: dict[str, str]) -> Result:
    return result.model_copy(
        update={
            "capabilities": tuple(_capability(c, codes) for c in result.capabilities),
            "measurements": tuple(_measurement(m) for m in result.measurements),
            "findings": tuple(_finding(f) for f in result.findings),
            "gaps": result.gaps.model_copy(
                update={
                    "next_stage": tuple(_gap(g) for g in result.gaps.next_stage),
                    "launch": tuple(_gap(g) for g in result.gaps.launch),
                }
            ),
        }
    )


def _capability(shown: CapabilityResult, codes: dict[str, str]) -> CapabilityResult:
    return shown.model_copy(update={"answers": tuple(_answer(a, codes) for a in shown.answers)})


def _answer(answer: AnswerWorking, codes: dict[str, str]) -> AnswerWorking:
    # A respondent nobody describes stands under its code in place of a function.
    function = "" if answer.function == answer.respondent else answer.function
    return answer.model_copy(
        update={
            "respondent": codes.get(answer.respondent, SOMEBODY),
            "function": function or "function not said",
            "note": "",
            "reason": NOT_SHOWN if answer.reason else "",
            "proof": "",
        }
    )


def _measurement(found: Measurement) -> Measurement:
    rows = {"rows": _rows(found.rows), "left_out": _rows(found.left_out)}
    return found.model_copy(update={"source": NOT_SHOWN if found.source else "", **rows})


def _finding(finding: Finding) -> Finding:
    return finding.model_copy(
        update={"text": _uncoded(finding.text), "evidence": _rows(finding.evidence)}
    )


def _gap(gap: Gap) -> Gap:
    ratings = {
        rating: used.model_copy(
            update={"override_reason": NOT_SHOWN if used.override_reason else ""}
        )
        for rating, used in gap.ratings.items()
    }
    override = NOT_SHOWN if gap.target_override else ""
    return gap.model_copy(update={"ratings": ratings, "target_override": override})


def _evidence(evidence: Evidence) -> Evidence:
    observations = tuple(
        o.model_copy(update={"rows": _rows(o.rows), "left_out": _rows(o.left_out)})
        for o in evidence.observations
    )
    return remade(evidence, observations=observations, findings=())


def _rows(rows: tuple[RowRef, ...]) -> tuple[RowRef, ...]:
    return tuple(row.model_copy(update={"key": _uncoded(row.key)}) for row in rows)


def _uncoded(words: str) -> str:
    return PERSON_CODE.sub(CODED, words)
