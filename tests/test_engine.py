"""assess(): one assessment worked out by hand, and the properties of method 5."""

import json
import random
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.assessment import Assessment, Response, TypedMeasurement
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult, Result
from readiness.engine import assess
from tests.made import WINDOW, assessment, assessments, everywhere, people, questionnaire, said


def judged(found: Result, capability: str) -> CapabilityResult:
    """A capability of a result."""
    return next(c for c in found.capabilities if c.id == capability)


def run(**given: Any) -> Result:
    """The result of an assessment made for the test."""
    return assess(assessment(**given), questionnaire())


class TestByHand:
    """QMS worked out with pencil and paper.

    Answers: QMS-1 MFG 3 on a document, QA 4 told; QMS-2 QA 4 told, MFG 3 told; QMS-3 QA 2 told;
    QMS-4 QA unknown; QMS-5 not answered. Typed: D1 74 events in 12 batches; D4 42 of 76.
    """

    found = run(
        window=WINDOW,
        respondents=people("MFG", "QA"),
        responses=[
            said("QMS-1", 3, "r1", basis="document"),
            said("QMS-1", 4, "r2", basis="statement"),
            said("QMS-2", 4, "r2", basis="statement"),
            said("QMS-2", 3, "r1", basis="statement"),
            said("QMS-3", 2, "r2", basis="statement"),
            said("QMS-4", "unknown", "r2"),
        ],
        measurements=[
            {"metric": "D1", "events": 74, "exposure": 12, "source": "tally"},
            {"metric": "D4", "events": 42, "trials": 76, "source": "tally"},
        ],
    )

    def test_capability(self) -> None:
        """QMS-1. Claimed: lower median of 3 and 4 = 3.

        Answers back min(3, 4) = 3 on the document and min(4, 3) = 3 told (corroborated: MFG and QA
        both gave 3 or more). Records: D1 = 74/12 = 6.17 per batch, cuts 8, 4, 2, 0.8: level 2;
        QMS-1 names D1, D2, D7 and D9, one of four is usable: at most 3, so 2. Backing
        max(3, 2) = 3; evidenced min(3, 3) = 3; final min(3, 2 + 1) = 3.
        """
        found = judged(self.found, "QMS-1")
        assert found.metrics == ("D1", "D2", "D7", "D9")
        assert (found.claimed, found.backing, found.evidenced) == (3, 3, 3)
        assert (found.records, found.final) == (2, 3)
        assert found.rule == "min(evidenced, records + 1)"

    def test_contradiction_and_few_metrics(self) -> None:
        """QMS-2. Claimed 3 (lower median of 3, 4), told by two functions: backing 3.

        It names D3, D4, D5, D8; D4 = 42/76 = 55.3 %, cuts 50, 70, 85, 95 low is worse: level 2.
        Final min(3, 2 + 1) = 3; claimed less records = 1: no contradiction.
        """
        found = judged(self.found, "QMS-2")
        assert (found.claimed, found.backing, found.records, found.final) == (3, 3, 2, 3)
        kinds = {f.kind for f in self.found.findings if f.capability == "QMS-2"}
        assert "contradiction" not in kinds

    def test_answers_only_with_metrics_named(self) -> None:
        """QMS-3 names H6, not supplied: min(2, 3) = 2, *records missing*."""
        found = judged(self.found, "QMS-3")
        assert (found.evidenced, found.final, found.records_missing) == (2, 2, True)
        assert found.metrics_not_supplied == 1

    def test_records_only(self) -> None:
        """QMS-4 answered unknown, and D4 feeds it: records only, level 2."""
        found = judged(self.found, "QMS-4")
        assert (found.claimed, found.records, found.final, found.rule) == (None, 2, 2, "records")

    def test_dimension(self) -> None:
        """QMS: known 3, 3, 2 and 2; QMS-5 unknown. Mean 10/4 = 5/2.

        Low: QMS-1 lowest level 3 on the document, level_low of D1 2: min(3, 3) = 3; QMS-2 3 told
        backs 3, D4 from 47.9 to 62.5 %: level_low 1, so min(3, 1 + 1) = 2; QMS-3 2; QMS-4 1;
        QMS-5 1: (3 + 2 + 2 + 1 + 1)/5 = 9/5.
        """
        found = next(d for d in self.found.dimensions if d.id == "QMS")
        assert (found.score, found.known, found.applicable) == (Fraction(5, 2), 4, 5)
        assert found.low == Fraction(9, 5)

    def test_index_and_level(self) -> None:
        """PRC-2 has D1 only: records 2, so PRC is 2 and DOC, OPM ... are unknown.

        Known: PRC-2 by D1 alone = 2. Index over PRC (2) and QMS (5/2) = 9/4. With unknown read as
        1: PRC (1+2+1+1+1+1)/6 = 7/6, QMS (3+3+2+2+1)/5 = 11/5, eight others 1:
        (7/6 + 11/5 + 8)/10 = (35/30 + 66/30 + 240/30)/10 = 341/300 = 1.1367 < 1.75: level 1.
        """
        assert judged(self.found, "PRC-2").final == 2
        assert self.found.index == Fraction(9, 4)
        assert self.found.level == 1
        index = self.found.steps[0].conditions[0]
        assert (index.id, index.met, index.now) == ("index", False, "1.14")

    def test_coverage_and_verdict(self) -> None:
        """Five of 50 known: 10 %, below 60 %: not enough known, level provisional.

        Gates on paper or records: QMS-1, QMS-2, QMS-4 of 25.
        """
        assert self.found.coverage == Fraction(1, 10)
        assert self.found.evidence_coverage == Fraction(3, 25)
        assert (self.found.verdict, self.found.provisional) == ("not enough known", True)

    def test_priority(self) -> None:
        """QMS-3 to Phase 2 (F: 3): gap 1, P 5, R 5, L 4: s = 2.25 + 1.50 + 1.00 = 4.75.

        Priority 100 * 1/4 * 4.75/5 = 23.75, band *next*.
        """
        gap = next(g for g in self.found.gaps.next_stage if g.capability == "QMS-3")
        assert (gap.target, gap.gap, gap.severity) == (3, 1, Fraction(19, 4))
        assert (gap.priority, gap.band) == (Fraction(95, 4), "next")


class TestLevels:
    """The climb (method 1) on answers that are the same everywhere."""

    def test_nothing_said(self) -> None:
        found = run()
        assert found.level == 1
        assert found.provisional
        assert (found.index, found.axis, found.fit_for_stage) == (None, None, None)
        assert (found.index_low, found.index_high) == (1, 5)
        assert found.coverage == 0
        # All 50 capabilities apply: one site, two parties, so one contractor.
        assert len(found.not_assessed) == 50

    def test_records_missing_hold_at_three(self) -> None:
        """Answers of 5 on records everywhere, no logs: measurable capabilities stop at 3."""
        found = run(respondents=people("QA"), responses=everywhere(5))
        finals = {c.final for c in found.capabilities if c.metrics}
        assert finals == {3}
        assert {c.final for c in found.capabilities if not c.metrics} == {5}
        assert found.level == 3
        assert found.verdict == "transitional"

    def test_four_needs_both_drills_and_fewer_than_three_flags(self) -> None:
        """With metrics and a level of 4 everywhere, drills and flags decide."""
        content = questionnaire()
        bare = Questionnaire.model_validate(content.model_dump() | {"metrics": ()})
        drills = [
            {"scenario": s, "held_on": "2026-06-01", "points": 70}
            for s in ("demand_doubled", "site_down")
        ]
        base = {"respondents": people("QA"), "responses": everywhere(4)}
        held = assess(assessment(**base, drills=drills), bare)
        assert (held.level, held.verdict) == (4, "commercial-ready")
        one = assess(assessment(**base, drills=drills[:1]), bare)
        assert one.level == 3
        flagged = {"flags": ["F1", "F2", "F3"]}
        assert assess(assessment(**base, drills=drills, hybrid=flagged), bare).level == 3
        alone = {"parties": 1, "contractors": 1}
        ignored = assess(assessment(**base, drills=drills, hybrid=flagged, profile=alone), bare)
        assert ignored.level == 4
        asked = assess(assessment(**base, drills=drills, profile={"parties": None}), bare)
        fragmentation = next(c for c in asked.steps[2].conditions if c.id == "fragmentation")
        assert "say how many parties" in fragmentation.detail
        assert asked.level == 3

    def test_talk_alone_ends_at_two(self) -> None:
        """One respondent who only tells: everything backs 2."""
        found = run(respondents=people("QA"), responses=everywhere(5, "statement"))
        assert found.level == 2
        assert {c.final for c in found.capabilities} == {2}

    def test_short_form_is_never_above_transitional(self) -> None:
        content = questionnaire()
        found = run(form="short", respondents=people("QA"), responses=everywhere(5))
        assert found.verdict.startswith("short form: ")
        assert found.index_details["documentation_burden"].reason == "not part of the short form"
        asked = [c.id for c in found.capabilities if c.applicable and c.in_form]
        assert set(asked) == set(content.short_capabilities)
        assert len(asked) == 29


def stronger(response: Response, rng: random.Random) -> Response | None:
    """The same answer with a higher level or a better basis, if there is one."""
    if not isinstance(response.level, int):
        return None
    bases = ["statement", "document", "record"]
    at = bases.index(response.basis or "statement")
    higher: list[dict[str, Any]] = []
    if response.level < 5:
        higher.append({"level": response.level + 1})
    if at < 2:
        higher.append({"basis": bases[at + 1]})
    return response.model_copy(update=rng.choice(higher)) if higher else None


def scores(found: Result) -> dict[str, Any]:
    """Everything that must not fall."""
    return (
        {c.id: c.final or 0 for c in found.capabilities}
        | {d.id: d.score or 0 for d in found.dimensions}
        | {"index": found.index or 0, "level": found.level}
    )


def assert_none_lower(before: Result, after: Result) -> None:
    """No score of ``before`` is above that of ``after``."""
    old, new = scores(before), scores(after)
    assert {k: (v, new[k]) for k, v in old.items() if new[k] < v} == {}


fewer = settings(max_examples=settings().max_examples // 2)
"""A whole assessment is judged for each example: half as many as of small ones."""


class TestProperties:
    """Method 5, *Properties that hold*; that of a metric's level stands in scoring/test_weigh."""

    @fewer
    @given(assessments, st.randoms(use_true_random=False))
    def test_raising_an_answer_lowers_nothing(self, base: Assessment, rng: Any) -> None:
        chances = [
            (n, better) for n, r in enumerate(base.responses) if (better := stronger(r, rng))
        ]
        if not chances:
            return
        n, better = rng.choice(chances)
        responses = (*base.responses[:n], better, *base.responses[n + 1 :])
        after = base.model_copy(update={"responses": responses})
        content = questionnaire()
        assert_none_lower(
            assess(base, content, robustness=False), assess(after, content, robustness=False)
        )

    @fewer
    @given(assessments)
    def test_bounds_contain_the_score(self, base: Assessment) -> None:
        found = assess(base, questionnaire(), robustness=False)
        assert found.level_low <= found.level <= found.level_high
        if found.index is not None:
            assert (found.index_low or 0) <= found.index <= (found.index_high or 0)
        for c in found.capabilities:
            if c.applicable and c.in_form and c.final is not None:
                assert (c.low or 0) <= c.final <= (c.high or 0)
        for d in found.dimensions:
            if d.score is not None:
                assert (d.low or 0) <= d.score <= (d.high or 0)

    @fewer
    @given(assessments, st.randoms(use_true_random=False))
    def test_order_changes_nothing(self, base: Assessment, rng: Any) -> None:
        shuffled = {
            name: tuple(rng.sample(list(getattr(base, name)), len(getattr(base, name))))
            for name in ("respondents", "responses", "measurements", "drills")
        }
        content = questionnaire()
        one = assess(base, content, robustness=False)
        two = assess(base.model_copy(update=shuffled), content, robustness=False)
        assert scores(one) == scores(two)
        assert [g.capability for g in one.gaps.launch] == [g.capability for g in two.gaps.launch]
        assert one.roadmap == two.roadmap
        assert one.agreement == two.agreement

    @fewer
    @given(assessments, st.randoms(use_true_random=False))
    def test_agreeing_respondent_lowers_nothing(self, base: Assessment, rng: Any) -> None:
        content = questionnaire()
        before = assess(base, content, robustness=False)
        claimed = {c.id: c.claimed for c in before.capabilities if c.claimed and c.applicable}
        if not claimed:
            return
        capability = rng.choice(sorted(claimed))
        agreeing = Response(
            capability=capability,
            respondent="new",
            level=claimed[capability],
            basis=rng.choice(["statement", "document", "record"]),
        )
        after = base.model_copy(update={"responses": (*base.responses, agreeing)})
        assert_none_lower(before, assess(after, content, robustness=False))

    @fewer
    @given(assessments)
    def test_unusable_metric_changes_no_score(self, base: Assessment) -> None:
        """A bare value of a metric that was not supplied is shown and moves nothing."""
        free = next(
            (m for m in ("D1", "B1", "H1") if m not in {t.metric for t in base.measurements}), None
        )
        if free is None:
            return
        bare = TypedMeasurement(metric=free, value=Fraction(99))
        more = base.model_copy(update={"measurements": (*base.measurements, bare)})
        content = questionnaire()
        after = assess(more, content, robustness=False)
        assert scores(assess(base, content, robustness=False)) == scores(after)


class TestResult:
    """The result as a document (formats, *Result*)."""

    @fewer
    @given(assessments)
    def test_json_is_whole_and_holds_no_nan(self, base: Assessment) -> None:
        text = assess(base, questionnaire(), robustness=False).model_dump_json()
        json.loads(text, parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name)))
        assert [s["level"] for s in json.loads(text)["steps"]] == [2, 3, 4, 5]

    def test_same_input_same_bytes(self) -> None:
        base = assessment(respondents=people("QA"), responses=everywhere(3))
        first = assess(base, questionnaire()).model_dump_json()
        assert first == assess(base, questionnaire()).model_dump_json()

    @fewer
    @given(assessments)
    def test_unknown_figures_have_a_reason(self, base: Assessment) -> None:
        found = assess(base, questionnaire(), robustness=False)
        for c in found.capabilities:
            if c.final is None:
                assert c.reason
        for m in found.measurements:
            if m.level is None or not m.usable:
                assert m.reason
        for detail in found.index_details.values():
            assert detail.value is not None or detail.reason
