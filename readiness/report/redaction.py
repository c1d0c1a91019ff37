"""What a report for other eyes leaves out: persons, their codes, and every word that was typed.

Redacted is the data, before anything is drawn: what is not there cannot turn up in a hidden sheet,
a property or a comment. No figure moves. Source: the report's views (issue of the gap report).
"""

from collections.abc import Collection
from dataclasses import replace

from readiness.domain.base import remade
from readiness.domain.gaps import Gap
from readiness.domain.measurement import Measurement
from readiness.domain.redaction import (
    NOT_SHOWN,
    SOMEBODY,
    codes_of,
    uncoded_evidence,
    uncoded_finding,
    uncoded_rows,
    without_persons,
)
from readiness.domain.result import AnswerWorking, CapabilityResult, Result
from readiness.report.facts import Facts, Weeks
from readiness.report.map_coded import rejudged, renamed, unworded


def redacted(facts: Facts) -> Facts:
    """The same figures without persons, person codes and typed words."""
    codes = codes_of(facts.assessment)
    drawn = renamed(facts.assessment.operating, facts.questionnaire.model_map)
    facts = replace(facts, assessment=remade(facts.assessment, operating=drawn))
    result = rejudged(facts.result, facts.assessment, facts.questionnaire)
    known = facts.questionnaire.capabilities
    roles = frozenset(c.action.owner for c in known.values())
    safe = without_persons(facts.assessment, codes, roles, known)
    return replace(
        facts,
        assessment=remade(safe, operating=unworded(safe.operating)),
        result=_result(result, codes),
        evidence=remade(uncoded_evidence(facts.evidence), findings=()),
        exported_by="",
        people=False,
        weeks=_weeks(facts.weeks, known),
    )


def _weeks(weeks: Weeks | None, known: Collection[str]) -> Weeks | None:
    """The content's actions alone: ids of others are typed, and so are the names of scenarios."""
    if weeks is None or weeks.plan is None:
        return weeks
    plan = weeks.plan.model_copy(
        update={
            "actions": tuple(a for a in weeks.plan.actions if a.id in known),
            "outside": tuple(o for o in weeks.plan.outside if o.id in known),
        }
    )
    scenarios = (one for one in weeks.what_ifs if one.is_scenario)
    what_ifs = [replace(one, says="") for one in weeks.what_ifs if not one.is_scenario]
    what_ifs += (
        replace(one, name=f"Scenario {number}", changes=NOT_SHOWN, says="")
        for number, one in enumerate(scenarios, start=1)
    )
    return replace(weeks, plan=plan, left="", what_ifs=tuple(what_ifs))


def _result(result: Result, codes: dict[str, str]) -> Result:
    return result.model_copy(
        update={
            "capabilities": tuple(_capability(c, codes) for c in result.capabilities),
            "measurements": tuple(_measurement(m) for m in result.measurements),
            "findings": tuple(uncoded_finding(f) for f in result.findings),
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
    rows = {"rows": uncoded_rows(found.rows), "left_out": uncoded_rows(found.left_out)}
    return found.model_copy(update={"source": NOT_SHOWN if found.source else "", **rows})


def _gap(gap: Gap) -> Gap:
    ratings = {
        rating: used.model_copy(
            update={"override_reason": NOT_SHOWN if used.override_reason else ""}
        )
        for rating, used in gap.ratings.items()
    }
    override = NOT_SHOWN if gap.target_override else ""
    return gap.model_copy(update={"ratings": ratings, "target_override": override})
