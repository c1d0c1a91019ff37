"""Findings: what they say, from which distance on, with which rows (method 2 to 4)."""

from typing import Any

from readiness.domain.evidence import RowRef
from readiness.domain.measurement import Measurement
from readiness.domain.result import CapabilityResult, Finding
from readiness.scoring.claims import Claim, Voice
from readiness.scoring.findings import (
    capability_findings,
    contradicted_not_applicable,
    suspicions,
)
from tests.made import questionnaire

RULES = questionnaire().claims


def found(*usable: Measurement, voices: Any = (), **shown: Any) -> list[Finding]:
    """The findings of QMS-1 with these levels."""
    capability = CapabilityResult(
        id="QMS-1", dimension="QMS", applicable=True, rule="", **({"metrics": ()} | shown)
    )
    given = tuple(Voice(f"r{n}", "QA", "lead", level, "statement", 2) for n, level in voices)
    return capability_findings(capability, Claim(voices=given), usable, RULES)


def kinds(**shown: Any) -> list[str]:
    """Their kinds."""
    return [f.kind for f in found(**shown)]


def measured(metric: str, level: Any, row: int) -> Measurement:
    """A usable measurement with one row."""
    rows = (RowRef(file="log.csv", row=row),)
    return Measurement(metric=metric, level=level, usable=True, rows=rows)


def test_a_range_of_two_levels_is_a_disagreement() -> None:
    assert kinds(voices=[(1, 2), (2, 3), (3, 4)]) == ["disagreement"]
    assert kinds(voices=[(1, 2), (2, 3)]) == []
    assert kinds(voices=[(1, 5)]) == []


def test_two_levels_without_backing_are_an_unbacked_claim() -> None:
    assert kinds(claimed=4, evidenced=2) == ["unbacked_claim"]
    assert kinds(claimed=4, evidenced=3) == []


def test_contradiction_carries_the_rows_of_what_lies_below_the_claim() -> None:
    usable = (measured("D1", 2, 7), measured("D2", 3, 8), measured("D9", 5, 9))
    (finding,) = found(*usable, claimed=5, evidenced=5, records=3, metrics=("D1", "D2", "D9"))
    assert finding.kind == "contradiction"
    assert [row.row for row in finding.evidence] == [7, 8]
    assert "D1 at level 2, D2 at level 3)" in finding.text
    assert kinds(claimed=4, evidenced=4, records=3) == []


def test_contradiction_by_few_metrics_says_so() -> None:
    """One of four at 5 counts at most 3: two below a claim of 5, though no metric is."""
    names = ("D1", "D2", "D7", "D9")
    (finding,) = found(measured("D1", 5, 7), claimed=5, evidenced=5, records=3, metrics=names)
    assert "D1 at level 5; 1 of 4 metrics count, too few for more" in finding.text
    assert [row.row for row in finding.evidence] == [7]


def test_understated_is_a_hint() -> None:
    (finding,) = found(claimed=2, evidenced=2, records=4)
    assert (finding.kind, finding.severity) == ("understated", "hint")
    assert kinds(claimed=3, evidenced=3, records=4) == []


def test_records_missing_counts_what_was_not_supplied() -> None:
    given = {"claimed": 3, "evidenced": 3, "records_missing": True}
    (finding,) = found(**given, metrics=("D1", "D2"), metrics_not_supplied=2)
    assert finding.kind == "records_missing"
    assert "2 of 2 metrics not supplied" in finding.text
    assert kinds(records_missing=True, metrics=("D1",)) == []  # nothing claimed either


def test_every_suspicion_is_said() -> None:
    quiet = Measurement(metric="D2", level=2, suspicion=True, reason="no event at all")
    said = suspicions([quiet, Measurement(metric="D1", level=2)])
    assert [(f.kind, f.metric, f.text) for f in said] == [
        ("suspicion", "D2", "D2: no event at all.")
    ]


def test_not_applicable_against_the_profile() -> None:
    said = contradicted_not_applicable({"MAT-5", "OPM-1"}, ["MAT-3", "MAT-5"])
    assert [(f.kind, f.capability) for f in said] == [("not_applicable_contradicted", "MAT-5")]
