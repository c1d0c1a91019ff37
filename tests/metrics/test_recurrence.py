"""D3 by hand: what comes back, by cause and step, and by confirmed descriptions."""

from fractions import Fraction
from typing import Any

import pytest

from tests.metrics.made import batches, deviations, keys, observe


class TestD3:
    def seen(self, text: str, **more: Any) -> Any:
        return observe("D3", deviations=deviations(text), **more)

    def test_needs_an_earlier_one_of_the_same_cause_and_step(self) -> None:
        seen = self.seen(
            """
            id  discovered  cause     step
            D1  2025-08-01  process   wash
            D2  2025-09-01  process   wash
            D3  2025-09-02  process   fill
            D4  2025-09-03  material  wash
            D5  2025-09-04  -         wash
            D6  2025-09-05  patient   thaw
            D7  2025-09-06  patient   thaw
            D8  2025-09-01  process   wash
            D9  2025-09-08  process   -
            """
        )
        # D2 and D8 follow D1; on one day neither is earlier than the other. With a cause and not
        # the patient's: D1 D2 D3 D4 D8 D9. 2 / 6
        assert keys(seen) == ["D2", "D8"]
        assert (seen.events, seen.trials, seen.value) == (2, 6, Fraction(100, 3))
        assert seen.beside["without a cause"] == 1
        assert seen.beside["caused by patient or donor"] == 2
        assert seen.not_scored is None

    def test_reaches_back_12_months_and_into_the_log_before_the_window(self) -> None:
        seen = self.seen(
            """
            id  discovered  cause    step
            D0  2025-01-15  process  wash
            D1  2026-01-15  process  wash
            D2  2025-01-15  process  fill
            D3  2026-01-16  process  fill
            """
        )
        # D0 and D2 lie before the window and are no trials; D1 is 12 months after D0 to the day,
        # D3 a day more than 12 months after D2. 1 / 2
        assert keys(seen) == ["D1"]
        assert seen.trials == 2

    def test_reaches_back_20_batches_where_that_is_longer(self) -> None:
        text = """
            id  discovered  cause    step
            D2  2024-12-20  process  fill
            D3  2026-01-16  process  fill
            """
        # 20 batches every 20 days to 2026-01-12: the first one started 380 days earlier, on
        # 2024-12-28, after D2; with 25 days the first is 2024-09-24 (475 days), before D2.
        short = batches(20, first="2024-12-28", every=20)
        long = batches(20, first="2024-09-24", every=25)
        assert self.seen(text, batches=short).events == 0
        assert self.seen(text, batches=long).events == 1

    @pytest.mark.parametrize(
        ("first", "immature"), [("2025-12-30", False), ("2025-12-31", True), ("2026-03-01", True)]
    )
    def test_is_immature_under_six_months_of_log(self, first: str, immature: bool) -> None:
        # as of 2026-06-30 six months of log begin on 2025-12-30
        seen = self.seen(f"id discovered cause step\nD1 {first} process wash")
        assert (seen.not_scored is not None) is immature
        assert seen.value == 0

    def test_confirmed_groups_count_where_the_cause_is_missing_and_say_so(self) -> None:
        seen = self.seen(
            """
            id  discovered  cause    step  _alike
            D1  2025-08-01  process  wash  -
            D2  2025-09-01  process  wash  -
            D3  2025-08-02  -        fill  f.1
            D4  2025-09-02  -        fill  f.1
            D5  2025-09-03  -        fill  alone
            D6  2025-09-04  -        fill  -
            """
        )
        # with a cause D1 and D2, compared D3 D4 D5; D6 was not. Again D2 and D4. 2 / 5
        assert keys(seen) == ["D2", "D4"]
        assert (seen.events, seen.trials) == (2, 5)
        assert seen.beside["without a cause"] == 1
        assert seen.beside["compared by description"] == 3
        assert seen.beside["of these again"] == 1
        # the log ends in September, which is said before it
        assert seen.remark.endswith(
            "; 3 of 5 have no cause: compared by description, as a person confirmed"
        )

    def test_in_a_log_without_steps_only_what_was_compared_counts(self) -> None:
        seen = self.seen(
            """
            id  discovered  cause    _alike
            D1  2025-08-01  process  -
            D2  2025-09-01  process  -
            D3  2025-08-02  -        f.1
            D4  2025-09-02  -        f.1
            """
        )
        # D1 and D2 could not recur: there is no step. Compared D3 and D4, again D4. 1 / 2
        assert (keys(seen), seen.events, seen.trials) == (["D4"], 1, 2)
        assert [(row.key, row.note) for row in seen.left_out] == [
            ("D1", "no process step"),
            ("D2", "no process step"),
        ]

    def test_unconfirmed_descriptions_count_nothing(self) -> None:
        seen = self.seen("id discovered cause step description\nD1 2025-08-01 - fill alarm")
        assert (seen.missing, seen.remark) == ("no rows to count in the window", "")

    def test_without_any_cause_there_is_nothing_to_count(self) -> None:
        seen = self.seen("id discovered cause step\nD1 2026-01-01 none_found wash")
        assert seen.missing == "no rows to count in the window"
