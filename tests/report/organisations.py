"""Invented organisations, seeded: whatever an assessment can hold, in one of them."""

import random
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from readiness.domain.assessment import (
    Assessment,
    CarriedLevel,
    Consensus,
    Detection,
    Drill,
    HybridAnswers,
    Incidents,
    Override,
    Profile,
    Respondent,
    Response,
    TypedMeasurement,
    Window,
)
from readiness.domain.evidence import (
    Evidence,
    EvidenceFile,
    Exclusion,
    Observation,
    ObservedWindow,
    RowRef,
)
from readiness.domain.metric import Metric
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.domain.scale import Level, Rating
from readiness.engine import assess
from readiness.report.facts import Facts
from readiness.scoring.judge import LEVELS

AS_OF = date(2026, 11, 22)


def organisation(
    content: Questionnaire,
    seed: int,
    *,
    low: int = 1,
    high: int = 5,
    unknown: float = 0.1,
    **changes: Any,
) -> Assessment:
    """An assessment with answers, tallies, drills, overrides and incidents from one seed."""
    rng = random.Random(seed)
    given = {
        "id": f"test-{seed}",
        "title": f"Test {seed}",
        "as_of": AS_OF,
        "questionnaire": content.id,
        "profile": Profile(
            organisation="Alder Bridge (invented)",
            modality=rng.choice(["autologous", "allogeneic", "in_vivo"]),
            stage=rng.choice(["phase_1", "phase_2", "pivotal"]),
            sites=1,
            parties=rng.choice([1, 2, 3, None]),
            regions=rng.choice([(), ("US",), ("EU", "UK")]),
        ),
        "window": Window.model_validate({"from": date(2025, 9, 22), "to": AS_OF, "batches": 12}),
        "respondents": (
            Respondent(id="r1", function="MFG"),
            Respondent(id="r2", function="QA", seniority="floor"),
        ),
        "responses": _responses(content, rng, low, high, unknown),
        "measurements": tuple(_tally(m, rng) for m in content.metrics if rng.random() < 0.75),
        "incidents": Incidents(
            identity_mismatch=rng.choice([0, 1]),
            double_booking_reached_patient=rng.choice([0, 2]),
            custody_gap=None,
        ),
        "drills": tuple(_drill(s.id, rng) for s in content.drills.scenarios if rng.random() < 0.8),
        "hybrid": HybridAnswers(flags=("F2", "F4"), not_known=("F6",)),
        "overrides": _overrides(content, rng),
        "consensus": (
            Consensus(
                capability="PRC-1", level=4, basis="document", reason="paper seen", by="a", on=AS_OF
            ),
        ),
        "carried": (CarriedLevel(metric="S2", level=3, measured_on=date(2026, 1, 2)),),
        "detection": (
            Detection(
                metric="D1", records_sampled=5, reported=9, found_unreported=1, by="a", on=AS_OF
            ),
        ),
    }
    return Assessment.model_validate(given | changes)


def _responses(
    content: Questionnaire, rng: random.Random, low: int, high: int, unknown: float
) -> tuple[Response, ...]:
    found = []
    for capability in content.capabilities:
        for respondent in ("r1", "r2") if rng.random() < 0.5 else ("r1",):
            draw = rng.random()
            level: Any = rng.randint(low, high)
            if draw < unknown:
                level = "unknown"
            elif draw < unknown + 0.02:
                level = "not_applicable"
            found.append(
                Response(
                    capability=capability,
                    respondent=respondent,
                    level=level,
                    basis=rng.choice(["statement", "document", "record"]),
                    note=rng.choice(["", "seen in the log"]),
                    reason="not made here",
                )
            )
    return tuple(found)


def _tally(metric: Metric, rng: random.Random) -> TypedMeasurement:
    """Counts near the metric's own cut points, so that every level turns up."""
    if metric.interval == "poisson":
        wanted = float(rng.choice(metric.cuts)) * rng.choice([0.0, 0.5, 1.0, 2.0])
        events = round(wanted * 12 / float(metric.factor))
        return TypedMeasurement(metric=metric.id, events=events, exposure=Fraction(12))
    if metric.interval == "wilson" or metric.typed_as_counts:
        trials = rng.choice([4, 20, 200])
        return TypedMeasurement(metric=metric.id, events=rng.randint(0, trials), trials=trials)
    if metric.interval == "ordinal":
        return TypedMeasurement(metric=metric.id, level=rng.choice(LEVELS), source="scan")
    offered: tuple[Level | None, ...] = (None, 3)
    level = rng.choice(offered) if metric.typed_level else None
    value = Fraction(rng.choice(metric.cuts)) * rng.choice([0, 1, 2])
    return TypedMeasurement(metric=metric.id, value=value, n=rng.choice([3, 20]), level=level)


def _drill(scenario: str, rng: random.Random) -> Drill:
    held = rng.choice([date(2026, 9, 1), date(2025, 11, 22), date(2025, 11, 21)])
    points, fail = rng.randint(0, 100), rng.random() < 0.3
    return Drill(scenario=scenario, held_on=held, points=points, critical_fail=fail)


def _overrides(content: Questionnaire, rng: random.Random) -> tuple[Override, ...]:
    chosen = rng.sample(sorted(content.capabilities), 4)
    changed: tuple[Rating | Literal["target"], ...] = ("P", "R", "L", "target")
    return tuple(
        Override(
            capability=capability,
            rating=rating,
            value=rng.choice(LEVELS),
            reason="a reason that is long enough",
            by="a",
            on=AS_OF,
        )
        for capability, rating in zip(chosen, changed, strict=True)
    )


def logs(content: Questionnaire, rows: int = 40) -> Evidence:
    """Records from logs: counts with rows behind them, one widened, one not measured."""
    window = ObservedWindow(from_=date(2025, 11, 22), to=AS_OF, batches=14, rule="12 months")
    observations = []
    for metric in content.metrics[:6]:
        places = tuple(
            RowRef(file="deviations.xlsx", sheet="Log 2026", row=n + 4, key=f"DEV-{n:03d}")
            for n in range(rows)
        )
        observations.append(
            Observation(
                metric=metric.id,
                value=Fraction(rows, 14),
                events=rows,
                exposure=Fraction(14),
                trials=rows,
                low=rows / 14 * 0.8,
                high=rows / 14 * 1.25,
                rows=places,
            )
        )
    observations.append(Observation(metric=content.metrics[6].id, missing="column closed missing"))
    file = EvidenceFile(
        name="deviations.xlsx", sha256="ab" * 32, kind="deviations", sheet="Log 2026", rows=rows
    )
    left = Exclusion(file="deviations.xlsx", sheet="Log 2026", reason="voided", rows=3)
    return Evidence(
        observations=tuple(observations), window=window, files=(file,), exclusions=(left,)
    )


def judged(
    content: Questionnaire, assessment: Assessment, evidence: Evidence | None = None
) -> tuple[Result, Facts]:
    """The engine's result, and what the sheets draw of it."""
    result = assess(assessment, content, evidence, robustness=False)
    return result, Facts(result, assessment, content, evidence or Evidence())
