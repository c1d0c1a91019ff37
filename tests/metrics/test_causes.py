"""Whose causes, coming back, and tolerated."""

import pytest

from readiness.metrics.causes import has_cause, is_compared, is_patient, recurring, tolerated
from readiness.metrics.tables import Table
from tests.metrics.made import RULES, deviations


def test_patient_and_donor_are_one_side() -> None:
    log = deviations("id cause\nD1 patient\nD2 donor\nD3 process\nD4 -")
    assert is_patient(log).tolist() == [True, True, False, False]
    assert has_cause(log).tolist() == [True, True, True, False]
    assert is_patient(log.drop(columns="cause")).tolist() == [False] * 4


def test_a_chain_recurs_from_its_second_link() -> None:
    log = deviations(
        """
        id  discovered  cause    step
        D1  2024-01-01  process  wash
        D2  2024-12-31  process  wash
        D3  2025-12-31  process  wash
        D4  2027-01-01  process  wash
        """
    )
    # D2 within 12 months of D1, D3 12 months after D2 to the day, D4 a day later than that
    assert recurring(log, None, RULES).tolist() == [False, True, True, False]


class TestWithoutACause:
    LOG = deviations(
        """
        id  discovered  cause    step  _alike
        D1  2026-01-01  -        wash  f.1
        D2  2026-02-01  -        -     f.1
        D3  2026-02-01  -        wash  alone
        D4  2026-03-01  -        wash  alone
        D5  2026-03-01  process  wash  -
        D6  2026-04-01  -        wash  -
        D7  2026-04-01  -        fill  f.1
        """
    )

    def test_a_confirmed_group_stands_in_for_the_cause(self) -> None:
        # D1 is the first of its group, D2 and D7 follow; alone is no group; D6 was not compared
        assert is_compared(self.LOG).tolist() == [True, True, True, True, False, False, True]
        assert recurring(self.LOG, None, RULES).tolist() == [
            *(False, True, False, False, False, False, True)
        ]

    def test_a_log_without_the_columns_of_cause_and_step_will_do(self) -> None:
        bare = self.LOG.drop(columns=["cause", "step"])
        assert recurring(bare, None, RULES).sum() == 2
        assert not has_cause(bare).any()


class TestTolerated:
    def found(self, last: str, capa: str = "-", batch: str = "B3") -> list[str]:
        log = deviations(
            f"""
            id  discovered  batch    cause    step  capa
            D1  2025-08-01  B1       process  wash  {capa}
            D2  2025-10-01  B2       process  wash  -
            D3  {last}      {batch}  process  wash  -
            D4  2025-08-01  B1,B2,B3 patient  wash  -
            D5  2026-06-01  B1       patient  wash  -
            """
        )
        return [finding.text for finding in tolerated(Table("deviations", log), 3, 6)]

    def test_three_batches_over_more_than_six_months(self) -> None:
        (text,) = self.found("2026-02-02")
        assert text == (
            "3 deviations of cause process at wash in 3 batches, 2025-08-01 to 2026-02-02, "
            "without an effective CAPA"
        )

    @pytest.mark.parametrize(("last", "batch"), [("2026-02-01", "B3"), ("2026-02-02", "B2")])
    def test_six_months_or_two_batches_are_not_enough(self, last: str, batch: str) -> None:
        assert self.found(last, batch=batch) == []

    def test_a_capa_after_which_it_goes_on_was_not_effective(self) -> None:
        assert len(self.found("2026-02-02", capa="CAPA-1")) == 1
        assert self.found("2026-01-02", capa="CAPA-1") == []

    def test_needs_the_column(self) -> None:
        log = deviations("id discovered batch cause step\nD1 2025-08-01 B1 process wash")
        assert tolerated(Table("deviations", log), 1, 0) == []
