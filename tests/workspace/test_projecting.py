"""The projection is a fresh assessment into which the effects were entered by hand."""

import random

import pytest

from readiness.domain.evidence import Evidence
from readiness.domain.scale import Level
from readiness.engine import assess
from readiness.workspace.projecting import projected
from tests.made import assessment, questionnaire, random_assessment, said

SAME = ("index", "level", "verdict", "fit_for_stage", "gap_next_stage", "coverage", "gaps", "steps")


def figures(result):
    return {name: getattr(result, name) for name in SAME}


def by_hand(given, levels):
    """As an assessor would enter it: a consensus on records for each, and metrics that agree."""
    on = given.as_of.isoformat()
    consensus = [
        {"capability": c, "level": n, "basis": "record", "reason": "done", "by": "a", "on": on}
        for c, n in levels.items()
    ]
    told = given.model_dump(by_alias=True)
    told["consensus"] = [*told["consensus"], *consensus]
    return type(given).model_validate(told)


@pytest.mark.parametrize("seed", range(6))
def test_where_no_log_speaks_it_equals_the_assessment_entered_by_hand(seed):
    content = questionnaire()
    given = random_assessment(random.Random(seed)).model_copy(
        update={"measurements": (), "form": "full"}
    )
    now = assess(given, content, robustness=False)
    silent = [c for c in now.capabilities if c.applicable and not content.metrics_of[c.id]]
    levels: dict[str, Level] = {c.id: 4 for c in silent[::3] if (c.final or 0) < 4}
    assert levels
    fresh = assess(by_hand(given, levels), content, robustness=False)
    assert figures(projected(given, content, Evidence(), levels)) == figures(fresh)


def test_records_are_taken_as_meeting_what_was_done():
    content = questionnaire()
    metric = next(m for m in content.metrics if len(m.capabilities) == 1 and m.typed_level)
    (capability,) = metric.capabilities
    named = [m for m in content.metrics_of[capability] if m.typed_level]
    window = {"from": "2025-11-22", "to": "2026-11-22", "batches": 12}

    def measured(level):
        rows = [{"metric": m.id, "level": level, "source": "seen", "n": 99} for m in named]
        answers = [said(capability, 2, basis="record")]
        return assessment(
            respondents=[{"id": "r1", "function": "QA"}],
            responses=answers,
            measurements=rows,
            window=window,
        )

    after = projected(measured(1), content, Evidence(), {capability: 4})
    final = next(c for c in after.capabilities if c.id == capability)
    assert final.final == 4
    assert final.backing == 4


def test_nothing_done_is_today_and_nothing_is_ever_lowered():
    given = random_assessment(random.Random(1))
    content = questionnaire()
    now = assess(given, content, robustness=False)
    assert projected(given, content, Evidence(), {}) == now
    known: dict[str, Level] = {c.id: 1 for c in now.capabilities if c.final}
    assert projected(given, content, Evidence(), known) == now
