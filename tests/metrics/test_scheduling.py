"""Stream S by hand: each figure with its arithmetic, borders included."""

from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from readiness.domain.scan import CellFinding, WorkbookScan
from readiness.scoring.intervals import poisson
from tests.metrics.made import keys, observe, table
from tests.metrics.test_workbooks import scan

PLANS = [
    scan("plan v1", stem="plan", modified=date(2026, 4, 1), formula_cells=900, error_cells=900),
    scan(
        "plan v2",
        stem="plan",
        modified=date(2026, 6, 1),
        formula_cells=150,
        protected_formula_cells=30,
        overwritten_cells=3,
        block_cells=120,
        error_cells=3,
        valueless_formula_cells=2,
        findings=(
            CellFinding(kind="overwritten", sheet="Slots", address="D9"),
            CellFinding(kind="error_cell", sheet="Slots", address="F4"),
            CellFinding(kind="identifiable", sheet="Old", address="A3"),
        ),
        patient_level=2,
        identifiable={"initials": 4, "email": 0},
        change_rows=5,
    ),
    scan("plan v0", stem="plan", modified=date(2026, 3, 31)),
    scan(
        "courier",
        stem="courier",
        modified=date(2026, 6, 2),
        formula_cells=50,
        protected_formula_cells=50,
        block_cells=80,
        overwritten_cells=1,
        patient_level=3,
        name_has_version=True,
    ),
]


def looked(id: str, scans: list[WorkbookScan] | None = None) -> Any:
    return observe(id, scans=PLANS if scans is None else scans)


class TestS1:
    def test_is_live_files_over_their_families(self) -> None:
        seen = looked("S1")
        # live: v1 (90 days ago to the day), v2, courier; families plan and courier. 3 / 2
        assert (seen.events, seen.trials, seen.value) == (3, 2, Fraction(3, 2))
        assert [row.file for row in seen.rows] == ["courier", "plan v1", "plan v2"]
        assert [row.file for row in seen.left_out] == ["plan v0"]
        assert (seen.low, seen.high) == (None, None)

    def test_one_copy_is_exactly_one(self) -> None:
        assert looked("S1", PLANS[3:]).value == 1

    def test_no_live_copy_is_no_figure(self) -> None:
        assert looked("S1", [PLANS[2]]).missing == "no workbook was saved in the last 90 days"
        assert looked("S1", []).missing == "no scheduling workbook"


def test_s2_s3_s4_look_at_the_newest_of_each_family() -> None:
    # plan v2 and courier: locked 30 + 50 of 150 + 50; overwritten 3 + 1 of 120 + 80; errors 3
    # of 200 formulas, per 1,000
    protected, overwritten, errors = looked("S2"), looked("S3"), looked("S4")
    assert (protected.events, protected.trials, protected.value) == (80, 200, 40)
    assert (overwritten.events, overwritten.trials, overwritten.value) == (4, 200, 2)
    assert (errors.events, errors.trials, errors.value) == (3, 200, 15)
    assert keys(overwritten) == ["D9"]
    assert keys(errors) == ["F4"]
    assert errors.beside == {"formulas without a saved result": 2}


@pytest.mark.parametrize("id", ["S2", "S3", "S4"])
def test_without_formulas_nothing_is_measured(id: str) -> None:
    values_only = scan("old.xls", formulas_readable=False, formula_cells=5, block_cells=5)
    assert looked(id, [values_only]).missing == "save old.xls as .xlsx to see formulas"
    seen = looked(id, [scan("empty")])
    assert seen.value is None
    assert seen.missing == ("no block of formulas" if id == "S3" else "no formulas")


class TestS5:
    SCHEDULE = table(
        """
        booking  resource  start       end         subject  status
        A        S1        2026-01-05  2026-01-15  P1       confirmed
        B        S1        2026-01-14  2026-01-24  P2       confirmed
        C        S1        2026-02-05  2026-02-15  P3       confirmed
        D        S2        2026-02-05  2026-02-15  P1       confirmed
        E        S2        2026-02-06  2026-02-10  P4       cancelled
        F        S1        2025-06-29  2026-01-10  P5       confirmed
        G        S2        2027-01-05  2027-01-15  P6       confirmed
        """
    )

    def test_is_pairs_over_active_bookings(self) -> None:
        seen = observe("S5", bookings=self.SCHEDULE)
        # A and B overlap on S1, P1 is booked by A and D; E is cancelled, F starts before the
        # window; G lies ahead and counts as a booking: A B C D G. 2 / 5 * 100
        assert (seen.events, seen.trials, seen.value) == (2, 5, 40)
        assert keys(seen) == ["A", "B", "D"]
        assert seen.beside == {"on one resource": 1, "one subject twice": 1}
        assert (seen.low, seen.level) == (None, None)

    def test_none_is_zero(self) -> None:
        seen = observe("S5", bookings=self.SCHEDULE.iloc[[1, 2]])
        assert (seen.value, seen.rows) == (0, ())

    def test_without_bookings_there_is_no_figure(self) -> None:
        assert observe("S5", bookings=self.SCHEDULE.iloc[[4]]).missing is not None


class TestS6:
    def test_is_the_level_of_the_file_that_shows_most(self) -> None:
        seen = looked("S6")
        assert (seen.value, seen.level, seen.n) == (2, 2, 4)
        assert seen.beside == {"places with initials": 4}
        assert keys(seen) == ["A3"]

    def test_without_a_sign_the_files_stand_for_it(self) -> None:
        seen = looked("S6", PLANS[3:])
        assert (seen.level, [row.file for row in seen.rows]) == (3, ["courier"])

    def test_unknown_in_every_file_is_no_figure(self) -> None:
        assert looked("S6", [PLANS[0]]).missing is not None


class TestS7:
    def test_is_the_trace_of_the_least_traced_workbook(self) -> None:
        # plan keeps a list of changes (3), courier nothing (1)
        seen = looked("S7")
        assert (seen.value, seen.level) == (1, 1)
        assert [row.file for row in seen.rows] == ["courier"]
        assert seen.beside == {"workbooks": 2, "names with a version and no date": 1}

    def test_a_list_of_changes_is_3(self) -> None:
        assert looked("S7", PLANS[:3]).level == 3


class TestS8:
    SCHEDULE = table(
        """
        booking  resource  start       version
        A        S1        2026-01-05  v1
        A        S1        2026-01-07  v2
        B        S1        2026-02-05  v2
        C        S1        2026-03-05  v2
        D        S1        2026-04-05  v2
        E        S1        2026-07-05  v2
        """
    )
    CHANGES = table(
        """
        booking  changed     field     reason
        A        2025-06-29  date      capacity
        A        2026-01-03  resource  clinical
        A        2026-01-04  status    error
        B        2026-01-05  date      -
        D        2026-03-01  slot      material
        E        2026-06-01  date      capacity
        Z        2026-06-01  date      capacity
        """
    )

    def test_is_moves_over_bookings(self) -> None:
        seen = observe("S8", bookings=self.SCHEDULE, booking_changes=self.CHANGES)
        # bookings that start in the window, each once: A B C D; E starts after the as-of date,
        # Z is none. Moves of these: A's date, B, D; A's resource was a clinical one and stands
        # beside, its status is no move. 3 / 4
        assert (seen.events, seen.exposure, seen.value) == (3, 4, Fraction(3, 4))
        assert [row.row for row in seen.rows] == [2, 5, 6]
        assert seen.beside == {"clinical moves": 1, "without a reason": 1}
        assert (seen.low, seen.high) == poisson(3, 4, 0.80)
        # by booking 1 1 0 1: mean 3/4, variance 1/4, ratio 1/3
        assert seen.dispersion == pytest.approx(1 / 3)

    def test_without_fields_and_reasons_every_change_counts(self) -> None:
        bare = self.CHANGES.drop(columns=["field", "reason", "changed"])
        seen = observe("S8", bookings=self.SCHEDULE, booking_changes=bare)
        assert seen.events == 5

    def test_a_booking_starts_where_its_latest_version_says(self) -> None:
        # moved by a year: of A's two versions the later start counts, and lies before the window
        early = self.SCHEDULE.iloc[[0, 1]]
        early = early.assign(start=early["start"] - pd.Timedelta(days=365))
        seen = observe("S8", bookings=early, booking_changes=self.CHANGES)
        assert seen.missing == "no booking starts in the window"

    def test_without_bookings_there_is_no_figure(self) -> None:
        none = self.SCHEDULE.iloc[[5]]
        seen = observe("S8", bookings=none, booking_changes=self.CHANGES)
        assert seen.missing == "no booking starts in the window"
        bare = self.SCHEDULE.drop(columns="booking")
        seen = observe("S8", bookings=bare, booking_changes=self.CHANGES)
        assert seen.missing == "the bookings has no column for booking"
