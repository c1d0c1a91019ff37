"""Stream B by hand: each figure with its arithmetic, borders included."""

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest

from readiness.scoring.intervals import poisson, wilson
from tests.metrics.made import batches, keys, observe, table

REVISIONS = table(
    """
    document  version  effective   change_approved  planned  reason
    MBR-1     2        2026-01-10  2026-01-05       yes      improvement
    MBR-1     3        2026-02-10  2026-02-10       no       improvement
    MBR-2     5        2026-03-10  2026-03-12       -        corrective
    MBR-2     6        2026-04-10  -                -        planned
    MBR-3     1        2026-05-10  2026-05-09       -        -
    MBR-3     0        2025-06-29  2025-06-01       no       urgent
    """
)


class TestB1:
    def test_is_revisions_over_batches_times_ten(self) -> None:
        seen = observe("B1", revisions=REVISIONS, batches=batches(8))
        # five effective in the window (the last lies a day before it), eight batches: 5/8 * 10
        assert (seen.events, seen.exposure, seen.value) == (5, 8, Fraction(25, 4))
        low, high = poisson(5, 8, 0.80)
        assert (seen.low, seen.high) == pytest.approx((10 * low, 10 * high))
        assert keys(seen)[0] == "MBR-1 2"
        assert [row.key for row in seen.left_out] == ["MBR-3 0"]
        # 366 days in the window: 5 * 365.25 / 366
        assert seen.beside["revisions per year"] == pytest.approx(5 * 365.25 / 366)

    def test_a_revision_listed_twice_is_one(self) -> None:
        twice = pd.concat([REVISIONS, REVISIONS.iloc[[0]].assign(_row=99)])
        assert observe("B1", revisions=twice, batches=batches(8)).events == 5


class TestB2:
    def test_counts_unplanned_among_those_with_a_reason(self) -> None:
        seen = observe("B2", revisions=REVISIONS)
        # planned says yes, no; without it the reason does: corrective, planned; MBR-3 1 says
        # nothing. Unplanned: MBR-1 3 and MBR-2 5. 2 / 4
        assert keys(seen) == ["MBR-1 3", "MBR-2 5"]
        assert (seen.trials, seen.value) == (4, 50)
        low, high = wilson(2, 4, 0.80)
        assert (seen.low, seen.high) == pytest.approx((100 * low, 100 * high))
        assert seen.beside == {"without a reason": 1}

    def test_reasons_alone_suffice(self) -> None:
        seen = observe("B2", revisions=REVISIONS.drop(columns="planned"))
        # improvement, improvement, corrective, planned: 1 / 4
        assert seen.value == 25

    def test_needs_one_of_both_columns(self) -> None:
        bare = REVISIONS.drop(columns=["planned", "reason"])
        assert observe("B2", revisions=bare).missing == (
            "the revisions has no column for planned or reason"
        )


class TestB3:
    def test_compares_with_the_batch_before_of_product_and_site(self) -> None:
        register = table(
            """
            batch  started     product  site  mbr_version
            B1     2026-01-05  X        S1    1
            B2     2026-01-12  Y        S1    7
            B3     2026-01-19  X        S1    2
            B4     2026-01-26  X        S1    2
            B5     2026-02-02  Y        S1    7
            B6     2026-02-09  X        S2    1
            B7     2026-02-16  X        S1    -
            B8     2026-02-23  X        S1    3
            """
        )
        seen = observe("B3", batches=register)
        # X at S1: 1 2 2 3, three pairs, two changes (B3, B8; B7 has no version). Y: 7 7, one
        # pair, none. X at S2: alone. 2 / 4
        assert keys(seen) == ["B3", "B8"]
        assert (seen.events, seen.trials, seen.value) == (2, 4, 50)
        assert seen.beside == {"batches without a version": 1}

    def test_without_products_and_sites_there_is_one_series(self) -> None:
        seen = observe("B3", batches=batches(5, mbr_version=["1", "1", "2", "3", "3"]))
        # batches - 1 = 4 pairs, two changes
        assert (seen.events, seen.trials, seen.value) == (2, 4, 50)

    def test_one_batch_has_none_before(self) -> None:
        assert observe("B3", batches=batches(1, mbr_version=["1"])).missing is not None


class TestB4:
    ERRORS = table(
        """
        batch  kind
        B1     late
        B1     missing
        B2     wrong
        B3     late
        B9     late
        """
    )

    def test_is_errors_per_hundred_pages_of_counted_records(self) -> None:
        seen = observe("B4", record_errors=self.ERRORS, batches=batches(3, pages=[100, 50, None]))
        # B3 has no number of pages and B9 is no batch of the window: 3 errors on 150 pages
        assert (seen.events, seen.exposure, seen.value) == (3, 150, 2)
        low, high = poisson(3, 150, 0.80)
        assert (seen.low, seen.high) == pytest.approx((100 * low, 100 * high))
        assert seen.beside == {"batches without a number of pages": 1}
        # by batch 2 and 1: mean 3/2, variance 1/2, ratio 1/3
        assert seen.dispersion == pytest.approx(1 / 3)

    def test_widens_where_errors_cluster(self) -> None:
        lines = "\n".join(["B1 late"] * 9)
        errors = table(f"batch kind\n{lines}")
        paged = batches(3, pages=[100, 100, 100])
        seen = observe("B4", date(2026, 1, 31), record_errors=errors, batches=paged)
        # by batch 9 0 0: mean 3, squares 36 + 9 + 9 = 54, variance 27, ratio 9, root 3
        low, high = (100 * end for end in poisson(9, 300, 0.80))
        assert seen.dispersion == pytest.approx(9)
        assert seen.high == pytest.approx(3 + 3 * (high - 3))
        assert seen.low == pytest.approx(max(0, 3 - 3 * (3 - low)))

    def test_without_pages_there_is_nothing_to_count_over(self) -> None:
        seen = observe("B4", record_errors=self.ERRORS, batches=batches(3, pages=[None, 0, None]))
        assert seen.missing == "no batch with a number of pages in the window"


class TestB5:
    def test_wants_the_approval_before_the_effective_day(self) -> None:
        seen = observe("B5", revisions=REVISIONS)
        # before: MBR-1 2 and MBR-3 1; on the day: MBR-1 3; after: MBR-2 5; none: MBR-2 6. 2 / 5
        assert keys(seen) == ["MBR-1 2", "MBR-3 1"]
        assert (seen.trials, seen.value) == (5, 40)
        assert seen.beside == {"approved on the effective day": 1, "without an approval": 1}

    def test_all_approved_is_exactly_100(self) -> None:
        seen = observe("B5", revisions=REVISIONS.iloc[[0, 4]])
        assert (seen.value, seen.high) == (100, 100)


class TestB6:
    REVIEWS = table(
        """
        batch  returned    completed
        B1     2026-01-20  2026-01-20
        B1     2026-01-25  2026-01-25
        B1     -           2026-01-28
        B2     -           2026-02-01
        B3     2026-02-05  2026-02-05
        B9     2026-02-05  2026-02-05
        """
    ).assign(returned=lambda frame: pd.to_datetime(frame["returned"]))

    def test_is_the_mean_of_returns_over_reviewed_records(self) -> None:
        seen = observe("B6", reviews=self.REVIEWS, batches=batches(4))
        # B1 sent back twice, B2 never, B3 once; B4 was not reviewed, B9 is not of the window: 3/3
        assert (seen.events, seen.n, seen.value) == (3, 3, 1)
        assert 0 <= seen.low < 1 < seen.high <= 2

    def test_returned_may_be_a_yes_or_no(self) -> None:
        said = [True, True, None, False, True, True]
        reviews = self.REVIEWS.assign(returned=pd.Series(said, dtype=object))
        assert observe("B6", reviews=reviews, batches=batches(4)).value == 1

    def test_without_reviews_there_is_no_figure(self) -> None:
        seen = observe("B6", reviews=self.REVIEWS.iloc[:0], batches=batches(4))
        assert seen.missing == "no record of a batch of the window was reviewed"


class TestB7:
    def test_lies_between_ranks_in_proportion(self) -> None:
        step = pd.Timestamp("2026-02-01")
        days = [3, 5, 8, 8, 10, 12, 15, 20, 21, 30, 41]
        register = batches(
            11,
            last_step_date=step,
            review_complete_date=[step + pd.Timedelta(days=day) for day in days],
        )
        seen = observe("B7", batches=register)
        # 11 values: position 10 * 0.9 = 9 from 0, the tenth value
        assert (seen.value, seen.n) == (30, 11)
        assert seen.beside["longest, days"] == 41
        # ranks of the 80 % interval: P(Bin(11, 0.9) <= 8) = 0.0896, and <= 9 0.303, so l = 9 (at
        # most 0.1 below it); no rank reaches 0.9 from above, as P(Bin <= 10) = 0.686: the longest
        assert (seen.low, seen.high) == (21, 41)
        assert seen.beside["confidence reached of 0.8"] == pytest.approx(0.686 - 0.0896, abs=1e-3)

    def test_leaves_out_a_review_from_before_the_last_step(self) -> None:
        register = batches(
            3,
            last_step_date=pd.Timestamp("2026-02-10"),
            review_complete_date=pd.to_datetime(pd.Series(["2026-02-12", "2026-02-09", None])),
        )
        seen = observe("B7", batches=register)
        assert (seen.value, seen.n, len(seen.left_out)) == (2, 1, 2)


class TestB8:
    ISSUED = table(
        """
        id  approved    batch
        T1  2026-01-06  B1
        T2  2026-02-06  -
        T3  2025-01-06  B1
        T4  -           B2
        T5  -           B9
        """
    )

    def test_counts_by_approval_or_by_batch(self) -> None:
        seen = observe("B8", temporary_instructions=self.ISSUED, batches=batches(5))
        # T1, T2 by their date; T4 without one by its batch. 3 / 5
        assert keys(seen) == ["T1", "T2", "T4"]
        assert seen.value == Fraction(3, 5)

    def test_the_batch_alone_suffices(self) -> None:
        issued = self.ISSUED.drop(columns="approved")
        now = date(2026, 2, 10)
        seen = observe("B8", now, temporary_instructions=issued, batches=batches(5))
        # T1 and T3 of B1, T4 of B2
        assert keys(seen) == ["T1", "T3", "T4"]
        assert seen.value == Fraction(3, 5)
