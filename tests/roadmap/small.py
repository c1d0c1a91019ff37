"""A questionnaire of a few capabilities, small enough to rank and order with pencil and paper."""

from collections.abc import Mapping
from typing import Any

from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult
from readiness.domain.scale import Level
from readiness.roadmap.gaps import Ranking, ranking_of
from readiness.roadmap.priority import Alarm
from tests.made import assessment, questionnaire


def capability(id: str, p: int, r: int, lock_in: int, **more: Any) -> dict[str, Any]:
    """P, R, L and, if it differs, ``profile`` (F), ``needs``, ``effort`` in person-weeks (4)."""
    whole = questionnaire().capabilities["OPM-1"].model_dump()
    ratings = {"P": p, "R": r, "L": lock_in}
    action = whole["action"] | {"effort": {"QA": more.get("effort", 4)}}
    return whole | {
        "id": id,
        "ratings": {name: {"value": value, "reason": "given"} for name, value in ratings.items()},
        "profile": more.get("profile", "F"),
        "prerequisites": more.get("needs", ()),
        "action": action,
        "gate": False,
        "visibility": False,
    }


def small(
    *capabilities: dict[str, Any], waves: Mapping[int, tuple[str, ...]] = {}
) -> Questionnaire:
    """The shipped rules over these capabilities, in this order, in these waves."""
    whole = questionnaire().model_dump()
    whole["dimensions"] = [{"id": "X", "name": "X", "short": "X", "capabilities": capabilities}]
    whole["metrics"] = ()
    whole["waves"] = [w | {"capabilities": waves.get(w["number"], ())} for w in whole["waves"]]
    return Questionnaire.model_validate(whole)


def ranking(content: Questionnaire, *alarms: Alarm, **given: Any) -> Ranking:
    """What the ranking of a Phase 1 maker needs."""
    case: Assessment = assessment(**given)
    return ranking_of(case, content, alarms)


def at(id: str, final: Level | None, proof: Level | None = None, **more: Any) -> CapabilityResult:
    """A capability at a level."""
    whole: dict[str, Any] = {"dimension": "X", "applicable": True, "rule": "given"} | more
    return CapabilityResult(id=id, final=final, proof=proof, **whole)


def override(capability: str, rating: str, value: int) -> dict[str, Any]:
    """An assessor's change."""
    return {
        "capability": capability,
        "rating": rating,
        "value": value,
        "reason": "seen on site",
        "by": "assessor",
        "on": "2026-11-20",
    }
