"""Weak points that drills, records and the last simulation show (content: xray.yaml)."""

from datetime import date
from typing import Any, get_args

import pytest

from readiness.domain.base import remade
from readiness.domain.evidence import Evidence
from readiness.domain.questionnaire import XrayRule
from readiness.domain.result import Finding, Result
from readiness.engine import assess, inputs_sha256
from readiness.scoring import xray
from readiness.stress import weak_points
from tests.made import AS_OF, WINDOW, assessment, everywhere, people, questionnaire
from tests.stress.slots import kept


def judged(**said: Any) -> Result:
    """The result of an assessment."""
    return assess(assessment(**said), questionnaire(), robustness=False)


def found(rule: str, result: Result) -> list[Finding]:
    """The findings of one rule."""
    return [f for f in result.findings if f.kind == rule]


def test_every_check_of_the_content_is_made_in_one_place() -> None:
    checks = set(get_args(XrayRule.model_fields["check"].annotation))
    assert set(xray.CHECKS) | set(weak_points.CHECKS) == checks
    assert not set(xray.CHECKS) & set(weak_points.CHECKS)


@pytest.mark.parametrize(
    ("held_on", "is_told"), [(date(2025, 11, 22), True), (date(2025, 11, 21), False)]
)
def test_the_latest_critical_fail_of_twelve_months(held_on: date, is_told: bool) -> None:
    drill = {"scenario": "site_down", "held_on": held_on, "points": 60, "critical_fail": True}
    said = found("XR-DRILL", judged(drills=[drill]))
    assert [f.capability for f in said] == (["PPL-4"] if is_told else [])
    if is_told:
        assert "Site down, held 2025-11-22, ended in a critical fail and counts 49" in said[0].text
    better = drill | {"held_on": AS_OF, "critical_fail": False}
    assert not found("XR-DRILL", judged(drills=[drill, better]))


def test_a_resource_without_room_in_the_last_simulation() -> None:
    # 60 requests a year are more than one suite can do: 10 days of process in every 11 are 91 %.
    said = found("XR-FULL", judged(simulation=kept(60)))
    assert [f.capability for f in said] == ["CTL-4"]
    assert "suites used 91 %" in said[0].text
    assert "above 85 %" in said[0].text
    assert "2026-11-22 (1 of 2 figures known, the rest typical)" in said[0].text
    assert not found("XR-FULL", judged(simulation=kept(20)))
    assert not found("XR-FULL", judged())


def test_one_suite_is_told_only_where_somebody_stated_it() -> None:
    assert len(found("XR-SUITE", judged(simulation=kept(12)))) == 1
    assert not found("XR-SUITE", judged(simulation=kept(12, suites=2)))
    assert not found("XR-SUITE", judged(simulation=kept(12, stated=False)))


def test_critical_tasks_that_hang_on_one_person() -> None:
    def typed(single: int) -> Result:
        counts = {"metric": "H3", "events": single, "trials": 8}
        return judged(window=WINDOW, measurements=[counts])

    said = found("XR-COVER", typed(2))
    assert [(f.capability, f.metric) for f in said] == [("PPL-1", "H3")]
    assert "2 of 8 critical tasks" in said[0].text
    assert not found("XR-COVER", typed(0))


def test_a_simulation_moves_no_figure_but_the_findings() -> None:
    answers = {"respondents": people("QA"), "responses": everywhere(4)}
    before, after = judged(**answers), judged(**answers, simulation=kept(60))
    moved = {"findings", "inputs_sha256"}
    assert before.model_dump(exclude=moved) == after.model_dump(exclude=moved)
    assert len(after.findings) == len(before.findings) + 2


def test_the_hash_of_an_assessment_without_a_simulation_stays() -> None:
    said = assessment()
    dumped = said.model_dump_json(by_alias=True)
    assert '"simulation":null' in dumped
    content, evidence = questionnaire(), Evidence()
    plain = inputs_sha256(said, content, evidence)
    assert plain != inputs_sha256(remade(said, simulation=kept(12)), content, evidence)
