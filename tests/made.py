"""Assessments made for tests: random but valid, and simple ones to reason about by hand."""

import random
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from readiness.content import content_root, load_questionnaire
from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire

AS_OF = date(2026, 11, 22)
FUNCTIONS = ("MFG", "QA", "SC", "MSAT", "QC", "RA", "IT", "EXEC")


@cache
def questionnaire() -> Questionnaire:
    """The shipped content."""
    return load_questionnaire(content_root() / "cgt-operational-readiness")


def assessment(**changed: Any) -> Assessment:
    """An autologous Phase 1 maker with two parties, nothing said yet."""
    profile = {
        "organisation": "Test maker",
        "modality": "autologous",
        "stage": "phase_1",
        "sites": 1,
        "parties": 2,
        "launch_date": "2029-01-01",
    } | changed.pop("profile", {})
    whole = {
        "id": "test",
        "title": "Test",
        "as_of": AS_OF,
        "questionnaire": "cgt-operational-readiness",
        "profile": profile,
        "incidents": {
            "identity_mismatch": 0,
            "double_booking_reached_patient": 0,
            "custody_gap": 0,
        },
    }
    return Assessment.model_validate(whole | changed)


def people(*functions: str) -> list[dict[str, str]]:
    """Respondents r1, r2, ... of these functions."""
    return [{"id": f"r{n}", "function": f} for n, f in enumerate(functions, 1)]


def said(capability: str, level: object, who: str = "r1", **more: object) -> dict[str, object]:
    """One response."""
    return {"capability": capability, "respondent": who, "level": level} | more


def everywhere(level: int, basis: str = "record", who: str = "r1") -> list[dict[str, object]]:
    """The same level for every capability."""
    return [said(c, level, who, basis=basis) for c in questionnaire().capabilities]


WINDOW = {"from": "2025-11-22", "to": "2026-11-22", "batches": 12}
COUNTED = {
    "poisson": lambda rng: {"events": rng.randint(0, 90), "exposure": rng.randint(1, 20)},
    "wilson": lambda rng: {
        "events": rng.randint(0, trials := rng.randint(1, 60)),
        "trials": trials,
    },
    "ordinal": lambda rng: {"level": rng.randint(1, 5), "source": "scan"},
}


def random_assessment(rng: random.Random, respondents: int = 4) -> Assessment:
    """Answers, typed figures, consensus, drills, overrides and flags drawn from ``rng``."""
    content = questionnaire()
    functions = [rng.choice(FUNCTIONS) for _ in range(respondents)]
    responses = [
        _answer(rng, capability, f"r{n}")
        for capability in content.capabilities
        for n in range(1, respondents + 1)
        if rng.random() < 0.6
    ]
    measurements = [_tally(rng, m) for m in content.metrics if rng.random() < 0.6]
    return assessment(
        form=rng.choice(["full", "full", "short"]),
        profile={
            "modality": rng.choice(["autologous", "allogeneic", "in_vivo"]),
            "stage": rng.choice([s.id for s in content.stages]),
            "parties": rng.randint(1, 4),
            "automation": rng.choice(["manual", "mixed", "electronic"]),
        },
        window=WINDOW | {"batches": rng.randint(0, 30)},
        respondents=people(*functions),
        responses=responses,
        consensus=[_consensus(rng, c) for c in content.capabilities if rng.random() < 0.1],
        measurements=measurements,
        incidents={
            "identity_mismatch": rng.choice([None, 0, 1]),
            "double_booking_reached_patient": rng.choice([None, 0, 2]),
            "custody_gap": rng.choice([None, 0, 1]),
        },
        drills=[_drill(rng) for _ in range(rng.randint(0, 3))],
        hybrid={"flags": sorted(f.id for f in content.hybrid.flags if rng.random() < 0.3)},
        overrides=[_override(rng, c) for c in content.capabilities if rng.random() < 0.05],
    )


def full_assessment(rng: random.Random, respondents: int) -> Assessment:
    """Every respondent has answered everything, and every metric is typed in."""
    content = questionnaire()
    return assessment(
        window=WINDOW,
        respondents=people(*[FUNCTIONS[n % len(FUNCTIONS)] for n in range(respondents)]),
        responses=[
            _answer(rng, capability, f"r{n}")
            for capability in content.capabilities
            for n in range(1, respondents + 1)
        ],
        measurements=[_tally(rng, metric) for metric in content.metrics],
    )


def _answer(rng: random.Random, capability: str, who: str) -> dict[str, object]:
    level = rng.choice([1, 2, 2, 3, 3, 4, 5, "unknown", "not_applicable"])
    basis = rng.choice(["statement", "document", "record"])
    return said(capability, level, who, basis=basis, reason="because it is so")


def _tally(rng: random.Random, metric: Any) -> dict[str, object]:
    kind = "wilson" if metric.typed_as_counts else metric.interval
    if kind in COUNTED:
        return {"metric": metric.id, **COUNTED[kind](rng)}
    return {"metric": metric.id, "value": rng.randint(0, 12), "n": rng.randint(1, 20)}


def _consensus(rng: random.Random, capability: str) -> dict[str, object]:
    return {
        "capability": capability,
        "level": rng.choice([1, 2, 3, 4, "not_applicable"]),
        "basis": rng.choice(["statement", "document", "record"]),
        "reason": "agreed in the room",
        "by": "assessor",
        "on": AS_OF,
    }


def _drill(rng: random.Random) -> dict[str, object]:
    return {
        "scenario": rng.choice(["demand_doubled", "site_down", "qc_out"]),
        "held_on": date(rng.choice([2024, 2025, 2026]), rng.randint(1, 11), rng.randint(1, 22)),
        "points": rng.randint(0, 100),
        "critical_fail": rng.random() < 0.3,
    }


def _override(rng: random.Random, capability: str) -> dict[str, object]:
    return {
        "capability": capability,
        "rating": rng.choice(["P", "R", "L", "target"]),
        "value": rng.randint(1, 5),
        "reason": "the assessor saw otherwise",
        "by": "assessor",
        "on": AS_OF,
    }


assessments = st.integers(0, 2**32 - 1).map(lambda seed: random_assessment(random.Random(seed)))
"""Random assessments for property tests."""
