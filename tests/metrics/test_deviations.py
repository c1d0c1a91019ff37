"""Stream D by hand: each figure with its arithmetic, borders included."""

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.scoring.intervals import poisson
from tests.metrics.made import batches, deviations, keys, observe, placed, table

LOG = deviations(
    """
    id  discovered  batch  severity  cause     step
    D1  2026-01-06  B1     minor     process   wash
    D2  2026-01-07  B1,B2  major     material  fill
    D3  2026-01-20  B3     critical  patient   thaw
    D4  2026-02-03  -      major     facility  room
    D5  2026-02-04  B5     -         process   wash
    D6  2025-06-29  B1     minor     process   wash
    D7  2026-07-01  B5     minor     process   wash
    D8  -           B5     minor     process   wash
    """
)


def lags(*hours: float) -> pd.DataFrame:
    """Deviations whose records were opened so many hours after they occurred."""
    occurred = [pd.Timestamp("2026-01-06T08:00") for _ in hours]
    opened = [at + pd.Timedelta(hours=hour) for at, hour in zip(occurred, hours, strict=True)]
    names = [f"D{number}" for number in range(len(hours))]
    frame = pd.DataFrame({"id": names, "occurred": occurred, "opened": opened})
    return placed(frame.assign(discovered=frame["occurred"]))


class TestD1:
    def test_counts_events_with_a_batch_by_the_day_of_discovery(self) -> None:
        seen = observe("D1", deviations=LOG, batches=batches(5))
        # D1, D2, D5: D3 is the patient's, D4 names no batch, D6 and D7 lie a day outside the
        # window 2025-06-30 to 2026-06-30, D8 has no date. An event of two batches is one. 3 / 5
        assert keys(seen) == ["D1", "D2", "D5"]
        assert (seen.events, seen.exposure, seen.value) == (3, 5, Fraction(3, 5))
        assert seen.beside["facility events without a batch"] == 1
        assert seen.beside["caused by patient or donor"] == 1
        assert [row.key for row in seen.left_out] == ["D3", "D4", "D6", "D7", "D8"]

    def test_carries_both_intervals(self) -> None:
        seen = observe("D1", deviations=LOG, batches=batches(5))
        # named by batch: B1 2, B2 1, B3 0, B4 0, B5 1: mean 4/5, squares 1.44+.04+.64+.64+.04 =
        # 2.8, variance 2.8/4 = 0.7, ratio 0.7/0.8 = 0.875: not widened
        assert seen.dispersion == pytest.approx(0.875)
        assert (seen.low, seen.high) == poisson(3, 5, 0.80)
        assert (seen.low95, seen.high95) == poisson(3, 5, 0.95)

    def test_widens_where_events_cluster_in_batches(self) -> None:
        # eight events, all in B1 of four batches: mean 2, squares 36+4+4+4 = 48, variance 16,
        # ratio 8: arms of the interval times sqrt(8)
        lines = "\n".join(f"D{n} 2026-01-06 B1" for n in range(8))
        log = deviations(f"id discovered batch\n{lines}")
        seen = observe("D1", date(2026, 2, 2), deviations=log, batches=batches(4))
        low, high = poisson(8, 4, 0.80)
        assert seen.dispersion == pytest.approx(8)
        assert seen.low == pytest.approx(max(0, 2 - (2 - low) * 8**0.5))
        assert seen.high == pytest.approx(2 + (high - 2) * 8**0.5)

    def test_is_exact_at_a_cut_point(self) -> None:
        lines = "\n".join(f"D{n} 2026-01-06 B{n + 1}" for n in range(4))
        log = deviations(f"id discovered batch\n{lines}")
        seen = observe("D1", date(2026, 2, 2), deviations=log, batches=batches(5))
        assert seen.value == Fraction("0.8")

    def test_an_empty_log_is_a_zero_that_the_scoring_doubts(self) -> None:
        seen = observe("D1", deviations=LOG.iloc[:0], batches=batches(5))
        assert (seen.events, seen.value, seen.low, seen.missing) == (0, 0, 0, None)

    def test_is_not_measured_without_batches(self) -> None:
        none = batches(3, first="2027-01-01")
        assert observe("D1", deviations=LOG, batches=none).missing == (
            "no batch started in the window"
        )
        assert observe("D1", deviations=LOG).missing == "no batches"
        without = LOG.drop(columns="batch")
        seen = observe("D1", deviations=without, batches=batches(5))
        assert (seen.missing, seen.value) == ("the deviations has no column for batch", None)

    def test_trend_compares_the_halves(self) -> None:
        # The window's 366 days have their middle at 2025-12-30: batches and events of 2026 are
        # the newer half; without batches in the older one nothing can be told.
        assert observe("D1", deviations=LOG, batches=batches(5)).trend is None
        spread = batches(10, first="2025-07-07", every=35)
        lines = "\n".join(f"D{n} 2026-01-06 B{n + 1}" for n in range(8))
        seen = observe("D1", deviations=deviations(f"id discovered batch\n{lines}"), batches=spread)
        # starts at days 0, 35, ..., 315 from 2025-07-07: six before 2025-12-30 (day 175 is
        # 2025-12-29), four after; p = P(8 of 8) = 0.4^8 = 0.00066
        assert seen.trend is not None
        assert seen.trend.p == pytest.approx(0.4**8)
        assert (seen.trend.direction, seen.trend.significant) == ("rising", True)

    @given(st.integers(1, 30))
    def test_a_batch_without_deviations_lowers_it(self, count: int) -> None:
        def value(number: int) -> Fraction:
            seen = observe("D1", deviations=LOG, batches=batches(number, every=1))
            assert seen.value is not None
            return seen.value

        assert value(count + 1) < value(count)


class TestD2:
    def test_counts_major_and_critical(self) -> None:
        seen = observe("D2", deviations=LOG, batches=batches(5))
        # D2 alone: D3 is critical but the patient's, D4 major but of no batch. 1 / 5
        assert keys(seen) == ["D2"]
        assert seen.value == Fraction(1, 5)
        # of the linked D1, D2, D5 one is serious; D5 has no class
        assert seen.beside["share of all deviations, %"] == pytest.approx(100 / 3)
        assert seen.beside["without a class"] == 1
        assert seen.beside["caused by patient or donor"] == 1


class TestD4:
    LOG = """
        id  discovered  original_due  due         closed
        D1  2026-01-01  2026-01-31    2026-01-31  2026-01-31T17:30
        D2  2026-01-01  2026-01-31    2026-03-31  2026-02-01
        D3  2026-01-01  -             2026-02-28  2026-02-15
        D4  2026-05-01  2026-05-31    2026-07-31  -
        D5  2026-06-01  2026-06-30    2026-06-30  -
        D6  2026-06-01  -             -           2026-06-02
        D7  2026-01-01  2026-01-31    2026-01-31  2026-07-01
        """

    def test_counts_against_the_first_due_date(self) -> None:
        seen = observe("D4", deviations=deviations(self.LOG))
        # on time: D1 on the day itself, D3 by its never moved date. Closed: D1 D2 D3. Open past
        # due: D4, and D7, which is closed after the as-of date; D5 is due today; D6 has no date.
        # 2 / 5
        assert keys(seen) == ["D1", "D3"]
        assert (seen.events, seen.trials, seen.value) == (2, 5, 40)
        assert seen.beside == {"open past due": 2, "without a due date": 1}
        assert [row.key for row in seen.left_out] == ["D5", "D6"]
        assert seen.not_scored is None

    def test_a_moved_due_date_alone_is_shown_and_not_scored(self) -> None:
        seen = observe("D4", deviations=deviations(self.LOG).drop(columns="original_due"))
        # by the present date D2 is on time, and D4 is not yet due: 3 of D1 D2 D3 D7
        assert seen.value == 75
        assert seen.not_scored == "only the present due date is known: extensions hide delay"

    def test_needs_one_of_the_due_dates(self) -> None:
        bare = deviations(self.LOG).drop(columns=["original_due", "due"])
        assert observe("D4", deviations=bare).missing == (
            "the deviations has no column for original due or due"
        )


def test_d5_is_the_share_of_human_error_among_causes() -> None:
    log = deviations(
        """
        id  discovered  cause
        D1  2026-01-01  human_error
        D2  2026-01-01  human_error
        D3  2026-01-01  equipment
        D4  2026-01-01  patient
        D5  2026-01-01  -
        D6  2026-01-01  none_found
        D7  2026-01-01  -
        D8  2026-01-01  -
        """
    )
    seen = observe("D5", deviations=log)
    # 2 of the 4 with a cause (the patient stays in: the split leaves D1, D2, D3, D6 alone); of
    # eight one investigation ended without a cause, 12.5 %, and three say nothing, 37.5 %
    assert (seen.events, seen.trials, seen.value) == (2, 4, 50)
    assert seen.beside == {"no cause found, %": 12.5, "no cause given, %": 37.5}
    assert [(r.key, r.note) for r in seen.left_out] == [
        *[("D5", "no cause given"), ("D6", "no cause found")],
        *[("D7", "no cause given"), ("D8", "no cause given")],
    ]


class TestD6:
    REGISTER = table(
        """
        batch  started     outcome
        B1     2026-01-05  released
        B2     2026-01-12  released
        B3     2026-01-19  terminated
        B4     2026-01-26  oos_used
        B5     2026-02-02  released
        B6     2026-02-09  in_process
        B7     2026-02-16  failed
        """
    )

    def test_a_batch_is_right_without_serious_events_and_bad_ends(self) -> None:
        log = deviations(
            """
            id  discovered  batch  severity  cause
            D1  2026-01-06  B1     minor     process
            D2  2026-01-13  B2,B1  major     process
            D3  2026-01-27  B4     critical  patient
            D4  2026-02-03  B5     major     patient
            D5  2026-03-02  B6     critical  process
            """
        )
        seen = observe("D6", date(2026, 3, 1), deviations=log, batches=self.REGISTER)
        # spoilt: B1 and B2 by D2. Ended badly: B3, B4, B7. B5's serious event is the patient's,
        # B6's lies after the as-of date. B6 is in process: nobody knows yet. Right: B5. 1 / 6
        assert keys(seen) == ["B5"]
        assert (seen.events, seen.trials, seen.value) == (1, 6, Fraction(100, 6))
        # B4 is OOS with a patient cause and no other serious event
        assert seen.beside == {
            "in process": 1,
            "without an outcome": 0,
            "failed or OOS with a patient or donor cause": 1,
        }
        left = [(r.key, r.note) for r in seen.left_out]
        assert left[0] == ("B6", "still in process")
        assert [r.key for r in seen.over] == ["B1", "B2", "B3", "B4", "B7"]
        # the deviations tell which batches are right, and are none themselves
        assert {note for _, note in left[1:]} == {"looked up, not counted itself"}

    def test_a_batch_in_process_that_is_spoilt_already_is_not_right(self) -> None:
        log = deviations("id discovered batch severity\nD1 2026-02-10 B6 major")
        seen = observe("D6", deviations=log, batches=self.REGISTER)
        # right: B1 B2 B5; not: B3 B4 B7, and B6 by D1. 3 / 7
        assert (seen.events, seen.trials) == (3, 7)

    def test_a_batch_without_an_outcome_is_not_taken_for_right(self) -> None:
        register = self.REGISTER.assign(
            outcome=pd.Series(["released", None, "", *["failed"] * 4], dtype=object)
        )
        log = deviations("id discovered batch severity\nD1 2026-01-20 B3 critical")
        seen = observe("D6", deviations=log, batches=register)
        # B2 is not known; B3 neither, and spoilt by D1: right B1 of B1 B3 B4 B5 B6 B7
        assert (seen.events, seen.trials, seen.beside["without an outcome"]) == (1, 6, 2)

    def test_an_event_before_the_window_still_spoils_its_batch(self) -> None:
        log = deviations("id discovered batch severity\nD1 2025-01-01 B1 major")
        seen = observe("D6", deviations=log, batches=self.REGISTER)
        assert "B1" not in keys(seen)


class TestD7:
    def test_is_the_median_of_days(self) -> None:
        # 12 h, 24 h, 36 h, 96 h: between 1 and 1.5 days
        seen = observe("D7", deviations=lags(96, 12, 36, 24))
        assert (seen.value, seen.n) == (Fraction(5, 4), 4)
        assert 0.5 <= seen.low <= 1.25 <= seen.high <= 4

    def test_a_record_from_before_the_event_is_left_out(self) -> None:
        seen = observe("D7", deviations=lags(-1, 24))
        assert (seen.value, seen.n, len(seen.left_out)) == (1, 1, 1)

    @pytest.mark.parametrize(("zeros", "doubted"), [(8, False), (9, True)])
    def test_more_than_80_percent_of_zeros_are_default_dates(
        self, zeros: int, doubted: bool
    ) -> None:
        # of ten: eight zeros are 80 %, which is not more than 80 %
        seen = observe("D7", deviations=lags(*[0] * zeros, *[24] * (10 - zeros)))
        assert (seen.not_scored is not None) is doubted
        assert seen.value == 0

    def test_without_pairs_of_dates_there_is_no_figure(self) -> None:
        assert observe("D7", deviations=lags(-1)).missing is not None


def test_d8_counts_dispositions_that_waited_for_a_deviation() -> None:
    register = table(
        """
        batch  started     last_result_date  review_complete_date  disposition_date
        B1     2026-01-05  2026-01-20        2026-01-22            2026-01-30
        B2     2026-01-12  2026-01-27        2026-01-29            2026-02-05
        B3     2026-01-19  2026-02-03        2026-02-01            2026-02-05
        B4     2026-01-26  2026-02-10        -                     2026-02-15
        B5     2026-02-02  2026-02-17        2026-02-18            -
        B6     2026-02-09  2026-02-24        2026-02-25            2026-02-26
        """
    )
    log = deviations(
        """
        id  discovered  batch  closed
        D1  2026-01-06  B1     2026-01-10
        D2  2026-01-07  B1     2026-01-29
        D3  2026-01-13  B2     2026-01-29
        D4  2026-01-20  B3,B6  2026-02-04
        D5  2026-02-10  B6     2026-03-30
        """
    )
    seen = observe("D8", date(2026, 3, 1), deviations=log, batches=register)
    # B1: last closed 29 January, ready on the 22nd: waited. B2: closed on the day of the review,
    # not after. B3: closed on 4 February, ready on the 3rd: waited. B6: D4 closed long before; D5
    # after the disposition delayed nothing. B4 lacks a date, B5 has no disposition. 2 / 4
    assert keys(seen) == ["B1", "B3"]
    assert (seen.events, seen.trials, seen.value) == (2, 4, 50)
    assert seen.beside == {"dispositions without the dates": 1}


def test_d9_is_the_share_found_in_process_among_known_sources() -> None:
    log = deviations(
        """
        id  discovered  detected_by
        D1  2026-01-01  in_process
        D2  2026-01-01  in_process
        D3  2026-01-01  review
        D4  2026-01-01  testing
        D5  2026-01-01  in_process
        D6  2026-01-01  -
        """
    )
    seen = observe("D9", deviations=log)
    # 3 of the 5 with a source
    assert keys(seen) == ["D1", "D2", "D5"]
    assert (seen.value, seen.trials) == (60, 5)
    assert seen.beside == {"without a source of detection": 1}


def test_voided_records_leave_every_count() -> None:
    log = LOG.assign(status=["voided", *["closed"] * 7])
    assert observe("D1", deviations=log, batches=batches(5)).events == 2


def test_a_window_of_batches_holds_older_deviations() -> None:
    # two batches of twelve months against five on record: the window begins with the first one
    log = deviations("id discovered batch\nD1 2025-03-03 B1\nD2 2025-03-02 B1\nD3 2026-06-09 -")
    seen = observe("D1", date(2026, 6, 30), deviations=log, batches=batches(5, "2025-03-03", 60))
    # starts 3 March, 2 May, 1 July, 30 August, 29 October 2025: three of them in the months
    assert keys(seen) == ["D1"]
    assert seen.exposure == 5
