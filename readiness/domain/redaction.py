"""What other eyes do not see: persons, their codes, and every word that was typed beside a figure.

Redacted is the data, before anything is judged or drawn: what is not there cannot turn up
anywhere. No figure moves. Source: the client-safe view of the report.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
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
from readiness.domain.data_readiness import AiUse
from readiness.domain.evidence import Evidence, EvidenceFinding, RowRef
from readiness.domain.intersections import Crossing
from readiness.domain.open_options import KeptOption
from readiness.domain.operating import Operating
from readiness.domain.partners import PartnerFailure
from readiness.domain.planning import Plan
from readiness.domain.result import Finding
from readiness.domain.retention import Retained
from readiness.domain.ripple import ChangeArea
from readiness.domain.scaling_limits import ScalingLimit
from readiness.domain.tracking import Tracking

# The codes that intake gives to people, editors, subjects and identifying text: P01, E02, S03, X04.
PERSON_CODE = re.compile(r"\b[PESX]\d{2,}\b")
CODED = "(coded)"
NOT_SHOWN = "stated in the full report"
SOMEBODY = "-"

Edit = TypeVar("Edit", Consensus, Override)
Told = TypeVar("Told", Finding, EvidenceFinding)
Kept = TypeVar("Kept", Retained, Crossing, AiUse, ChangeArea, ScalingLimit, KeptOption)


def codes_of(said: Assessment) -> dict[str, str]:
    """What stands for each respondent's code: *#1*, *#2* in the order of the assessment."""
    codes = {r.id: f"#{n}" for n, r in enumerate(said.respondents, start=1)}
    for response in said.responses:
        codes.setdefault(response.respondent, f"#{len(codes) + 1}")
    return codes


def without_persons(
    said: Assessment,
    codes: Mapping[str, str],
    roles: Collection[str] = (),
    known: Collection[str] = (),
) -> Assessment:
    """The same answers without persons, person codes and typed words.

    ``codes``: what stands for each respondent. ``roles``: owners that may be named, since they are
    the questionnaire's own; ``known``: actions of the questionnaire, the others are typed words.
    """
    measurements = (
        m.model_copy(update={"source": NOT_SHOWN if m.source else ""}) for m in said.measurements
    )
    return remade(
        said,
        respondents=_respondents(said.respondents, codes),
        responses=tuple(_response(r, codes) for r in said.responses),
        consensus=tuple(_signed(c) for c in said.consensus),
        overrides=tuple(_signed(o) for o in said.overrides),
        detection=tuple(_unsigned(d) for d in said.detection),
        complete_logs=tuple(remade(log, by=SOMEBODY) for log in said.complete_logs),
        notes=(),
        follow_ups=(),
        requests=(),
        sittings=(),
        calibration=(),
        drill_runs=tuple(remade(run, roles=()) for run in said.drill_runs),
        drill_stamps=tuple(remade(stamp, reason="") for stamp in said.drill_stamps),
        drill_log=(),
        drill_actions=(),
        tracking=tuple(_wordless(t, roles) for t in said.tracking),
        measurements=tuple(measurements),
        plan=_plan(said.plan, roles, known),
        operating=_unworded(said.operating),
    )


def without_names(said: Operating, kinds: Mapping[str, str]) -> Operating:
    """The map with nodes by kind and number in place of their names, products by number.

    ``kinds``: what a kind of node is called; its id where that is not known.
    """
    products = _numbered((node.product for node in said.map_nodes), "Product")
    seen = Counter[str]()
    nodes = []
    for node in said.map_nodes:
        seen[node.kind] += 1
        name = f"{kinds.get(node.kind, node.kind)} {seen[node.kind]}"
        nodes.append(remade(node, name=name, product=products[node.product]))
    return remade(said, map_nodes=tuple(nodes))


def _numbered(words: Iterable[str], what: str) -> dict[str, str]:
    """What stands for each of some words, so that the same ones stay the same."""
    told = dict.fromkeys(word for word in words if word)
    return {word: f"{what} {n}" for n, word in enumerate(told, start=1)} | {"": ""}


def uncoded(words: str) -> str:
    """Words without the codes that intake gives to people."""
    return PERSON_CODE.sub(CODED, words)


def uncoded_rows(rows: tuple[RowRef, ...]) -> tuple[RowRef, ...]:
    """References to rows, their keys without codes of people."""
    return tuple(row.model_copy(update={"key": uncoded(row.key)}) for row in rows)


def uncoded_finding(finding: Told) -> Told:
    """A finding that names nobody."""
    return finding.model_copy(
        update={"text": uncoded(finding.text), "evidence": uncoded_rows(finding.evidence)}
    )


def uncoded_evidence(evidence: Evidence) -> Evidence:
    """The same observations and findings; rows and words without codes of people."""
    observations = tuple(
        o.model_copy(update={"rows": uncoded_rows(o.rows), "left_out": uncoded_rows(o.left_out)})
        for o in evidence.observations
    )
    findings = tuple(uncoded_finding(f) for f in evidence.findings)
    return remade(evidence, observations=observations, findings=findings)


def _respondents(
    people: tuple[Respondent, ...], codes: Mapping[str, str]
) -> tuple[Respondent, ...]:
    """By number; who owns the chain stays told apart, not told: how many there are is a finding."""
    named = sorted({r.chain_owner.strip() for r in people if r.chain_owner.strip()})
    owners = {said: f"role {n}" for n, said in enumerate(named, start=1)} | {"": ""}
    return tuple(
        r.model_copy(update={"id": codes[r.id], "chain_owner": owners[r.chain_owner.strip()]})
        for r in people
    )


def _response(response: Response, codes: Mapping[str, str]) -> Response:
    reason = NOT_SHOWN if response.reason else ""
    changes = {"respondent": codes[response.respondent], "note": "", "reason": reason, "proof": ""}
    return response.model_copy(update=changes)


def _signed(edit: Edit) -> Edit:
    return edit.model_copy(update={"by": SOMEBODY, "reason": NOT_SHOWN})


def _unsigned(check: Detection) -> Detection:
    return check.model_copy(update={"by": SOMEBODY})


def _wordless(kept: Tracking, roles: Collection[str]) -> Tracking:
    """Status and date stay; of owners only the roles that the questionnaire itself names."""
    owner = kept.owner if kept.owner in roles else ""
    return kept.model_copy(update={"owner": owner, "comment": ""})


def _plan(plan: Plan, roles: Collection[str], known: Collection[str]) -> Plan:
    """What becomes of the actions that the content knows; their own are typed words."""
    return Plan(
        actions=tuple(
            edit.model_copy(
                update={
                    "owner": edit.owner if edit.owner in roles else "",
                    "name": "",
                    "needs": tuple(n for n in edit.needs if n in known),
                    "reason": NOT_SHOWN,
                }
            )
            for edit in plan.actions
            if edit.id in known
        )
    )


def _unworded(said: Operating) -> Operating:
    """Scores, counts and dates stay, and that something was said where that is judged."""
    gone = {"step": "", "changed": "", "shown": ""}
    causes: dict[str, str] = {"": ""}
    for failure in said.partner_failures:
        causes.setdefault(_cause(failure), f"cause {len(causes)}")
    return said.model_copy(
        update={
            "partner_answers": tuple(
                a.model_copy(update={"note": ""}) for a in said.partner_answers
            ),
            **_map(said),
            "changes": tuple(
                remade(c, areas=tuple(_blanked(area, "owner") for area in c.areas))
                for c in said.changes
            ),
            "stopwatch": tuple(
                remade(run, codes=tuple(uncoded(code) for code in run.codes))
                for run in said.stopwatch
            ),
            "oversight": tuple(remade(one, note="") for one in said.oversight),
            "options": tuple(_blanked(one, "trigger") for one in said.options),
            "limits": tuple(_blanked(one, "breaks", "source", "owner") for one in said.limits),
            "ai_uses": tuple(_blanked(use, "decides", "checks") for use in said.ai_uses),
            "retention": tuple(_blanked(r, "clause", "alone") for r in said.retention),
            "intersections": tuple(_blanked(c, "decides", "fallback") for c in said.intersections),
            "partner_failures": tuple(
                f.model_copy(update=gone | {"cause": causes[_cause(f)]})
                for f in said.partner_failures
            ),
        }
    )


def _map(said: Operating) -> dict[str, object]:
    """Links told apart by their words, which are not told; that something was said stays."""
    fields = ("process_version", "data_standard", "identifier", "owner")
    told = {
        name: _numbered((getattr(link, name) for link in said.map_links), name.replace("_", " "))
        for name in fields
    }
    return {
        "map_links": tuple(
            remade(link, carries="", **{name: told[name][getattr(link, name)] for name in fields})
            for link in said.map_links
        ),
        "map_archetypes": tuple(remade(one, reason=NOT_SHOWN) for one in said.map_archetypes),
        "conductors": tuple(remade(one, role=NOT_SHOWN) for one in said.conductors),
    }


def _cause(failure: PartnerFailure) -> str:
    """As the scorecard compares causes: that one came again is a finding."""
    return " ".join(failure.cause.split()).casefold()


def _blanked(kept: Kept, *words: str) -> Kept:
    return kept.model_copy(
        update={name: NOT_SHOWN if getattr(kept, name).strip() else "" for name in words}
    )
