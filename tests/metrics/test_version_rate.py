"""S8 from saved versions, by hand, and when it is not counted so."""

from datetime import date
from fractions import Fraction
from typing import Any

from readiness.metrics import measure
from readiness.scoring.intervals import poisson, widened
from tests.metrics.drawn import schedule, version
from tests.metrics.made import AS_OF, metric, questionnaire, table
from tests.metrics.test_workbooks import scan

ONE = schedule(
    ("B1", "A", 10, "confirmed"), ("B2", "A", 20, "confirmed"), ("B3", "A", 30, "confirmed")
)
TWO = schedule(
    ("B1", "B", 11, "confirmed"), ("B2", "A", 20, "confirmed"), ("B3", "A", 30, "confirmed")
)
THREE = schedule(
    ("B1", "B", 12, "confirmed"), ("B2", "A", 20, "done"), ("B3", "A", 30, "confirmed"),
    ("B4", "B", 40, "confirmed"),
)  # fmt: skip
PRINTS = {
    "plan v1": version(ONE, "2026-04-01T08:00"),
    "plan v2": version(TWO, "2026-05-01T08:00"),
    "plan v3": version(THREE, "2026-06-01T08:00"),
}


def seen(prints: Any = PRINTS, **tables: Any) -> Any:
    scans = [scan(n, stem="plan", modified=p.saved.date()) for n, p in prints.items()]
    content = questionnaire(metric("S1"), metric("S8"))
    kinds: Any = tables
    found = measure(kinds, content, AS_OF, scans=scans, prints=prints)
    assert not [f for f in found.findings if f.kind == "error"]
    return found.observation_by_metric["S8"]


def test_moves_between_versions_over_the_bookings_that_could_move() -> None:
    found = seen()
    # v1 to v2: B1's suite and date; v2 to v3: B1's date. B1, B2, B3 were confirmed; B4 is new.
    assert (found.events, found.exposure, found.value) == (3, 3, Fraction(1))
    assert [(r.file, r.sheet, r.row) for r in found.rows] == [
        ("plan v2", "Plan", 2),
        ("plan v2", "Plan", 2),
        ("plan v3", "Plan", 2),
    ]
    # by booking 3 0 0: mean 1, variance 3, ratio 3 and beyond 1.5: widened
    assert found.dispersion == 3
    assert (found.low, found.high) == widened(1.0, *poisson(3, 3, 0.80), 3.0)
    assert found.beside == {"versions compared": 3, "moves of tentative bookings": 0}


def test_it_says_what_it_was_counted_from_and_cannot_see() -> None:
    basis = seen().remark
    assert basis.startswith("counted from 3 saved versions (01 Apr 2026 to 01 Jun 2026)")
    assert "undone between two savings are not seen" in basis


def test_a_list_of_changes_goes_before() -> None:
    bookings = table("booking resource start\nB1 A 2026-01-05\nB2 A 2026-02-05")
    changes = table("booking field\nB2 date")
    found = seen(bookings=bookings, booking_changes=changes)
    assert (found.events, found.exposure, found.remark) == (1, 2, "")
    # and without bookings the lack of these is said
    assert seen(booking_changes=changes).missing == "no bookings"


def test_one_version_or_none_in_the_window_is_no_figure() -> None:
    assert seen({"plan v1": PRINTS["plan v1"]}).missing == "no bookings"
    old = {n: version(p.sheets["Plan"], "2024-01-01T08:00") for n, p in PRINTS.items()}
    assert seen(old).missing == "no bookings"


def test_a_version_that_cannot_be_compared_breaks_nothing() -> None:
    broken: Any = {"plan v1": PRINTS["plan v1"], "plan v2": object()}
    scans = [scan(n, stem="plan", modified=date(2026, 6, 1)) for n in broken]
    content = questionnaire(metric("S1"))
    found = measure({}, content, AS_OF, scans=scans, prints=broken)
    assert [f.kind for f in found.findings] == ["error"]
    assert found.observation_by_metric["S1"].value == 2
    assert found.versions == ()
