"""A rule is missing where few types make up most exceptions."""

from fractions import Fraction

import pandas as pd

from readiness.metrics.exception_types import rule_missing
from readiness.metrics.tables import Table
from tests.metrics.made import batches, evidence, metric, placed


class TestRuleMissing:
    def found(self, types: str) -> list[str]:
        days = pd.date_range("2026-01-01", periods=len(types))
        asked = pd.DataFrame({"at": days, "kind": "exception", "exception_type": list(types)})
        log = Table("interventions", placed(asked))
        share = Fraction(4, 5)
        return [f.text for f in rule_missing(log, pd.Timestamp("2026-06-30"), 10, 4, share)]

    def test_few_types_among_the_last_ten(self) -> None:
        # the last ten: a 4, b 3, c 1, d 1, e 1: three types hold 8 of 10
        assert self.found("zzz" + "aaaabbbcde") == [
            "8 of the last 10 exceptions are of 3 types: a rule is missing"
        ]
        assert self.found("a" * 10) == [
            "10 of the last 10 exceptions are of 1 type: a rule is missing"
        ]

    def test_four_types_for_80_percent_are_enough(self) -> None:
        # a 3, b 2, c 2: 7 of 10; the fourth makes 8
        assert self.found("aaabbccdef") == []

    def test_fewer_than_ten_say_nothing(self) -> None:
        assert self.found("a" * 9) == []

    def test_comes_with_the_evidence(self) -> None:
        days = pd.date_range("2026-01-01", periods=10)
        asked = pd.DataFrame({"at": days, "kind": "exception", "exception_type": "waiver"})
        found = evidence(metric("H6"), interventions=placed(asked), batches=batches(5))
        assert [f.kind for f in found.findings] == ["rule_missing"]
        assert len(found.findings[0].evidence) == 10
