"""The bookings of Northgate, past and to come, and how the workbook looked in each version."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from examples.generator.story import BATCHES, SUPPLY_PLANNER

PLAN_HEAD = (
    "Slot", "Lot", "Patient", "Suite", "Collection", "Start", "End", "Suite free", "Results due",
    "Review due", "Release target", "Infusion from", "Days to start", "Status", "Remarks",
)  # fmt: skip
DONE, CONFIRMED, TENTATIVE, CANCELLED = "Done", "Confirmed", "Tentative", "Cancelled"
ENGINEERING = "Engineering run"


@dataclass(frozen=True)
class Booking:
    """A suite held for a batch, changeover day included."""

    number: str
    resource: str
    started: date
    subject: str
    status: str
    lot: str | None = None
    days: int = 11
    note: str = ""

    @property
    def ends(self) -> date:
        """The last day on which the suite is held."""
        return self.started + timedelta(days=self.days - 1)

    @property
    def collected(self) -> date:
        """The day of the apheresis."""
        return self.started - timedelta(days=2)


@dataclass(frozen=True)
class Version:
    """The workbook as saved: how far it reached and what had gone wrong in it."""

    number: int
    saved: datetime
    bookings: tuple[Booking, ...]
    typed_over: tuple[int, ...]
    """Cells typed over in each of the plan's eight formula columns."""
    ends_typed_over: frozenset[str]
    broken_at: tuple[int, int]
    """Row and column, 0-based, of the formula whose reference is lost."""
    key: tuple[tuple[str, str, str], ...] = ()
    saved_by: str = SUPPLY_PLANNER


def _of_batches() -> list[Booking]:
    return [
        Booking(
            f"BK-{number:03d}", batch.suite, batch.started, batch.subject,
            DONE if batch.disposed_on else CONFIRMED, batch.lot, batch.process + 1,
        )
        for number, batch in enumerate(BATCHES, start=11)
    ]  # fmt: skip


# BK-031 and BK-032 hold one suite on the same days. A cancelled booking overlaps as well, and does
# not count.
BOOKINGS = (
    *_of_batches(),
    Booking("BK-024", "Suite B", date(2025, 12, 8), "ENG-04", DONE, note=ENGINEERING),
    Booking("BK-025", "Suite A", date(2026, 5, 11), "P-053", CANCELLED, note="withdrew"),
    Booking("BK-026", "Suite B", date(2026, 3, 23), "ENG-05", DONE, note=ENGINEERING),
    Booking("BK-027", "Suite B", date(2026, 6, 22), "ENG-06", DONE, note="aseptic simulation"),
    Booking(
        "BK-028", "Suite A", date(2026, 8, 31), "P-048", CANCELLED, note="not fit for collection"
    ),
    Booking("BK-029", "Suite B", date(2026, 11, 2), "ENG-07", DONE, note=ENGINEERING),
    Booking("BK-030", "Suite B", date(2026, 11, 30), "P-057", CONFIRMED, "P024"),
    Booking("BK-031", "Suite A", date(2026, 12, 7), "P-058", CONFIRMED, "P025"),
    Booking("BK-032", "Suite A", date(2026, 12, 14), "P-060", CONFIRMED, "P026"),
    Booking("BK-033", "Suite B", date(2026, 12, 14), "P-059", CANCELLED, note="moved to 2027"),
    Booking("BK-034", "Suite B", date(2027, 1, 4), "P-061", CONFIRMED, "P027"),
    Booking("BK-035", "Suite A", date(2027, 1, 11), "P-062", CONFIRMED, "P028"),
    Booking("BK-036", "Suite B", date(2027, 1, 25), "P-063", CONFIRMED, "P029"),
    Booking("BK-037", "Suite A", date(2027, 2, 1), "P-064", CONFIRMED),
    Booking("BK-038", "Suite B", date(2027, 2, 15), "P-065", TENTATIVE, note="consent TBC"),
    Booking("BK-039", "Suite A", date(2027, 2, 22), "P-066", TENTATIVE, note="consent TBC"),
    Booking("BK-040", "Suite B", date(2027, 3, 8), "ENG-08", TENTATIVE, note=ENGINEERING),
)

_KEY = (
    ("P-056", "J.K.", "ward7.desk@clinic.example"),
    ("P-057", "A.R.", "ward7.desk@clinic.example"),
    ("P-058", "T.M.", "apheresis@clinic.example"),
)
# Where a booking stood in an older version, before it was moved: suite and first day.
_STOOD: dict[int, dict[str, tuple[str, date]]] = {
    28: {
        "BK-022": ("Suite A", date(2026, 9, 21)),
        "BK-023": ("Suite B", date(2026, 11, 2)),
        "BK-030": ("Suite B", date(2026, 11, 23)),
        "BK-031": ("Suite B", date(2026, 12, 7)),
    },
    29: {
        "BK-023": ("Suite B", date(2026, 11, 2)),
        "BK-030": ("Suite B", date(2026, 11, 23)),
        "BK-031": ("Suite B", date(2026, 12, 7)),
        "BK-034": ("Suite B", date(2026, 12, 28)),
    },
    30: {
        "BK-023": ("Suite A", date(2026, 11, 4)),
        "BK-031": ("Suite A", date(2026, 11, 30)),
        "BK-036": ("Suite B", date(2027, 1, 18)),
    },
}


def _stood(number: int, saved: date, count: int) -> tuple[Booking, ...]:
    """The first `count` bookings as the version of that number knew them."""
    found = []
    for booking in BOOKINGS[:count]:
        suite, day = _STOOD[number].get(booking.number, (booking.resource, booking.started))
        then = replace(booking, resource=suite, started=day)
        over = then.status != DONE or then.ends <= saved
        found.append(then if over else replace(then, status=CONFIRMED))
    return tuple(found)


NEWEST = 31
VERSIONS = {
    28: Version(
        28, datetime(2026, 8, 17, 17, 10), _stood(28, date(2026, 8, 17), 25),
        (4, 4, 3, 4, 4, 4, 3, 2), frozenset({"BK-015", "BK-021"}), (14, 11),
    ),
    29: Version(
        29, datetime(2026, 9, 14, 7, 50), _stood(29, date(2026, 9, 14), 27),
        (4, 4, 4, 4, 5, 4, 4, 2), frozenset({"BK-015", "BK-021"}), (14, 11),
    ),
    30: Version(
        30, datetime(2026, 10, 19, 18, 22), _stood(30, date(2026, 10, 19), 29),
        (5, 4, 4, 4, 5, 5, 4, 3), frozenset({"BK-015", "BK-021", "BK-030"}), (14, 11), _KEY[:1],
    ),
    NEWEST: Version(
        NEWEST, datetime(2026, 11, 20, 16, 4), BOOKINGS, (5, 5, 4, 5, 5, 5, 4, 3),
        frozenset({"BK-015", "BK-021", "BK-030", "BK-035"}), (14, 11), _KEY,
    ),
}  # fmt: skip

# What changed, why, how often.
CHANGES = (
    ("Date", "Clinical", 9), ("Date", "Capacity", 5), ("Date", "Material", 5), ("Date", "Error", 3),
    ("Slot", "Clinical", 3), ("Slot", "Capacity", 3), ("Suite", "Error", 4),
    ("Suite", "Material", 2),
)  # fmt: skip


def planned_days(booking: Booking, today: date, moved: Mapping[int, int]) -> tuple[date | int, ...]:
    """What the plan's eight formula columns show for a booking.

    `moved` holds by how many days a typed date differs from what its formula would have given; the
    formulas behind it count on from there.
    """

    def shown(formula: int, day: date) -> date:
        return day + timedelta(days=moved.get(formula, 0))

    start = shown(0, booking.collected + timedelta(days=2))
    end = shown(1, start + timedelta(days=10))
    free = shown(2, end + timedelta(days=1))
    results = shown(3, start + timedelta(days=27))
    review = shown(4, end + timedelta(days=18))
    release = shown(5, max(results, review) + timedelta(days=7))
    infusion = shown(6, release + timedelta(days=5))
    return start, end, free, results, review, release, infusion, (shown(7, start) - today).days
