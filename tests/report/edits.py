"""The same edits twice: in the workbook's input cells, and in what the engine is given."""

import random
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, get_args

from readiness.domain.assessment import Drill, HybridAnswers, Override, Settings
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.scale import Rating
from readiness.report.cells import plain
from readiness.report.evidence_register import evidence_entries
from readiness.report.facts import Facts
from readiness.report.layout import ASSUMPTIONS, DRILLS, REGISTER
from readiness.report.places import BAND_ROW, HORIZON_ROW, TARGET_ROW, WEIGHT_ROW, Places, places
from readiness.scoring.judge import LEVELS
from tests.report.organisations import AS_OF, judged, organisation

RATINGS: tuple[Rating, ...] = get_args(Rating)
Changes = dict[tuple[str, str], Any]

# Cells that state the export itself, and the sheet whose rows stand in the exported order.
EXPORTED = (("Summary", "B4"), ("_meta", "*"), ("Roadmap", "*"))


def edited(content: Questionnaire, seed: int) -> tuple[Facts, Facts, Changes]:
    """A report before, the facts after, and the input cells that lead from one to the other.

    Seeds 0, 1 and 2 weigh one rating alone, so that ties are many; others weigh at random.
    """
    rng = random.Random(seed)
    assessment = organisation(
        content, seed + 40, unknown=0.05, drills=(), overrides=(), low=(1, 3)[seed % 2]
    )
    before = judged(content, assessment)[1]
    at = places(before, len(evidence_entries(before)))
    cells: Changes = {}
    other = _content(content, at, rng, cells)
    changed = {
        **_settings(other, before, rng, cells, (*"PRL", None)[min(seed, 3)]),
        "overrides": _overrides(other, at, rng, cells),
        "drills": _drills(other, at, rng, cells),
        "hybrid": HybridAnswers(flags=("F1", "F3"), not_known=("F8",)),
    }
    for flag in other.hybrid.flags:
        state = "raised" if flag.id in ("F1", "F3") else "not raised"
        state = "not known" if flag.id == "F8" else state
        row = at.flags.start + [f.id for f in other.hybrid.flags].index(flag.id)
        cells[DRILLS, f"{at.flags.letter('state')}{row}"] = state
    after = judged(other, assessment.model_copy(update=changed))[1]
    return before, after, cells


def _settings(
    content: Questionnaire, before: Facts, rng: random.Random, cells: Changes, alone: str | None
) -> Mapping[str, Any]:
    weights = {r: Fraction(rng.randint(0, 20), 20) for r in RATINGS}
    if alone is not None:
        weights = {r: Fraction(int(r == alone)) for r in RATINGS}
    bands: dict[Any, Any] = {
        "act_now": rng.randint(30, 50),
        "next": rng.randint(15, 25),
        "plan": rng.randint(5, 12),
    }
    for row, rating in enumerate(RATINGS, start=WEIGHT_ROW):
        cells[ASSUMPTIONS, f"B{row}"] = float(weights[rating])
    for row, band in enumerate(("act_now", "next", "plan"), start=BAND_ROW):
        cells[ASSUMPTIONS, f"B{row}"] = bands[band]
    cells[ASSUMPTIONS, f"B{HORIZON_ROW + 1}"] = content.stage_name("launch")
    assert before.assessment.settings.horizon == "next_stage"
    return {"settings": Settings(weights=weights, bands=bands, horizon="launch")}


def _overrides(
    content: Questionnaire, at: Places, rng: random.Random, cells: Changes
) -> tuple[Override, ...]:
    keys: dict[Any, str] = {
        "P": "p_over",
        "R": "r_over",
        "L": "l_over",
        "target": "target_over",
    }
    found = []
    for capability in rng.sample(sorted(content.capabilities), 12):
        rating, value = rng.choice(list(keys)), rng.choice(LEVELS)
        reason = "because it was looked at"
        row = at.register_row[capability]
        cells[REGISTER, f"{at.register.letter(keys[rating])}{row}"] = value
        cells[REGISTER, f"{at.register.letter('over_reason')}{row}"] = reason
        found.append(
            Override(
                capability=capability,
                rating=rating,
                value=value,
                reason=reason,
                by="a",
                on=AS_OF,
            )
        )
    return tuple(found)


def _drills(
    content: Questionnaire, at: Places, rng: random.Random, cells: Changes
) -> tuple[Drill, ...]:
    found = []
    for row, scenario in enumerate(content.drills.scenarios, start=at.drills.start):
        held = rng.choice([date(2026, 2, 1), date(2025, 11, 22), date(2025, 11, 21)])
        drill = Drill(
            scenario=scenario.id,
            held_on=held,
            points=rng.randint(40, 100),
            critical_fail=rng.random() < 0.3,
        )
        cells[DRILLS, f"{at.drills.letter('held_on')}{row}"] = plain(held)
        cells[DRILLS, f"{at.drills.letter('points')}{row}"] = drill.points
        cells[DRILLS, f"{at.drills.letter('critical')}{row}"] = (
            "yes" if drill.critical_fail else "no"
        )
        found.append(drill)
    return tuple(found)


def _content(
    content: Questionnaire, at: Places, rng: random.Random, cells: Changes
) -> Questionnaire:
    """Cut points, conditions and targets moved; an import would propose them to their owner."""
    metrics = []
    for metric in content.metrics:
        factor = Fraction(rng.choice([5, 8, 10, 12, 15]), 10)
        cuts = tuple(Fraction(cut) * factor for cut in metric.cuts)
        metrics.append(metric.model_copy(update={"cuts": cuts, "cut_factor": {}}))
        for letter, cut in zip("DEFG", cuts, strict=True):
            cells[ASSUMPTIONS, f"{letter}{at.cut_row[metric.id]}"] = float(cut)
    steps = []
    for row, step in enumerate(content.verdict.steps, start=at.steps_row):
        index = Fraction(rng.randint(110, 300), 100)
        share = Fraction(rng.randint(2, 9), 10)
        steps.append(step.model_copy(update={"index": index, "gates_share": share}))
        cells[ASSUMPTIONS, f"B{row}"] = float(index)
        cells[ASSUMPTIONS, f"C{row}"] = float(share)
    profiles = []
    for row, profile in enumerate(content.profiles, start=TARGET_ROW):
        targets = {stage: rng.randint(1, 5) for stage in profile.targets}
        profiles.append(profile.model_copy(update={"targets": targets}))
        for letter, stage in zip("BCDEF", content.stages, strict=True):
            cells[ASSUMPTIONS, f"{letter}{row}"] = targets[stage.id]
    verdict = content.verdict.model_copy(update={"steps": tuple(steps)})
    changed = {"metrics": tuple(metrics), "verdict": verdict, "profiles": tuple(profiles)}
    # A copy would keep what the questionnaire has looked up already.
    parts = {name: getattr(content, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_construct(**(parts | changed))


def reweighed(before: Facts) -> tuple[Facts, Changes]:
    """Weights 0.20, 0.30, 0.50 and other ratings of three capabilities, on top of what is there."""
    cells: Changes = {}
    at = places(before, len(evidence_entries(before)))
    weights = {"P": Fraction(1, 5), "R": Fraction(3, 10), "L": Fraction(1, 2)}
    for row, rating in enumerate(weights, start=WEIGHT_ROW):
        cells[ASSUMPTIONS, f"B{row}"] = float(weights[rating])
    kept = list(before.assessment.overrides)
    for capability, rating, key, value in (
        ("CTL-1", "P", "p_over", 2),
        ("OPM-2", "R", "r_over", 1),
        ("QMS-2", "L", "l_over", 5),
    ):
        row, reason = at.register_row[capability], "because it was looked at"
        cells[REGISTER, f"{at.register.letter(key)}{row}"] = value
        cells[REGISTER, f"{at.register.letter('over_reason')}{row}"] = reason
        edit = {"capability": capability, "rating": rating, "value": value, "reason": reason}
        kept.append(Override.model_validate({**edit, "by": "a", "on": AS_OF}))
    settings = before.assessment.settings.model_copy(update={"weights": weights})
    said = before.assessment.model_copy(update={"settings": settings, "overrides": tuple(kept)})
    return judged(before.questionnaire, said, before.evidence)[1], cells
