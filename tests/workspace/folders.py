"""The folder of the formats' example, in pieces that a test may change."""

from functools import cache

from readiness.content import load_by_id
from readiness.domain.assessment import Assessment
from readiness.domain.errors import InputRefused, NotFound, Problem
from readiness.domain.questionnaire import Questionnaire
from readiness.workspace.folder import parse_assessment

ID = "cgt-operational-readiness"

EXAMPLE = """\
format: 1
id: northgate-2026
title: Northgate baseline
as_of: 2026-11-22                       # the clock of every computation
questionnaire: cgt-operational-readiness
form: full
profile:
  organisation: Northgate
  modality: autologous
  stage: phase_1
  sites: 1
  parties: 2
  contractors: 1
  gene_modified: true
  automation: manual
  regions: [US, EU]
  point_of_care: false
  launch_date: 2029-01-01
window: {from: 2025-09-22, to: 2026-11-22, batches: 12}
respondents:
  - {id: r1, function: MFG, seniority: lead}
responses:
  - {capability: OPM-1, respondent: r1, level: 2, basis: statement, note: ""}
  - {capability: CTL-5, respondent: r1, level: not_applicable, reason: "no patient slots"}
  - {capability: DIG-2, respondent: r1, level: unknown}
consensus:
  - {capability: OPM-1, level: 2, basis: document, reason: "seen", by: assessor, on: 2026-11-20}
measurements:
  - {metric: D1, events: 74, exposure: 12, source: "tally of the QA log"}
  - {metric: D3, events: 33, trials: 74}
  - {metric: D7, value: 4, n: 74}
  - {metric: S1, value: 5.75}
  - {metric: S6, level: 1, source: "scan"}
  - {metric: S5, events: 0, trials: 11, level: 4, source: "none in 12 months"}
detection:
  - {metric: D1, records_sampled: 5, reported: 9, found_unreported: 1, by: a, on: 2026-11-18}
incidents: {identity_mismatch: 0, double_booking_reached_patient: 1, custody_gap: 0}
drills:
  - {scenario: demand_doubled, held_on: 2026-09-01, points: 28, critical_fail: false}
  - {scenario: site_down, held_on: 2026-09-01, points: 22, critical_fail: true}
hybrid: {archetypes: [process_step], flags: [F2, F4, F6, F8]}
overrides:
  - {capability: CTL-1, rating: P, value: 4, reason: "...", by: assessor, on: 2026-11-20}
settings: {weights: {P: 0.45, R: 0.30, L: 0.25}, bands: {act_now: 40, next: 20, plan: 10}}
plan:
  start: 2027-01-04
  horizon_weeks: 52
"""


@cache
def content() -> Questionnaire:
    """The shipped questionnaire, read once."""
    return load_by_id(ID)


def find(id: str) -> Questionnaire:
    """The only questionnaire there is."""
    if id != ID:
        raise NotFound(f"there is no questionnaire {id!r}, there is {ID}")
    return content()


def parse(text: str) -> Assessment:
    """The assessment of a text."""
    return parse_assessment(text, find)


def problems(old: str, new: str) -> tuple[Problem, ...]:
    """What is wrong with the example after one change."""
    assert old in EXAMPLE
    try:
        parse(EXAMPLE.replace(old, new))
    except InputRefused as refused:
        return refused.problems
    return ()


def line_of(text: str) -> int:
    """The line of the example that holds a text."""
    return next(n for n, line in enumerate(EXAMPLE.splitlines(), 1) if text in line)
