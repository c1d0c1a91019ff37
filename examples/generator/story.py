"""What happened at Northgate: its batches and its staff, all of them invented."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

AS_OF = date(2026, 11, 22)
SEED = 20261122

# Staff. The logs carry names, as real logs do; intake turns them into codes.
LEAD_SCIENTIST = "Orla Fenwright"
MFG_SUPERVISOR = "Tobin Askerholm"
QA_HEAD = "Wendel Okparo-Lind"
QA_SPECIALIST = "Maren Tollbeck"
QC_ANALYST = "Ilka Brandvold"
QC_DEPUTY = "Petra Zollgrund"
OPERATOR_A = "Joss Penhallick"
OPERATOR_B = "Dario Quellmann"
OPERATOR_C = "Fenna Strandlow"
SUPPLY_PLANNER = "Sunniva Archdale"
MSAT_ENGINEER = "Ruvi Castermoor"


@dataclass(frozen=True)
class Batch:
    """One patient's batch; the day counts run from the start, `review` from the last step."""

    lot: str
    subject: str
    suite: str
    started: date
    process: int
    mbr_version: int
    result: int | None = None
    review: int | None = None
    disposition: int | None = None
    outcome: str = "Released"
    pages: int | None = None

    @property
    def last_step(self) -> date:
        """The day on which the process ended, or is due to end."""
        return self.started + timedelta(days=self.process)

    @property
    def finished(self) -> date | None:
        """The day of the last step, once it is behind us."""
        return self.last_step if self.last_step <= AS_OF else None

    @property
    def result_on(self) -> date | None:
        """The day of the last test result."""
        return self._day(self.started, self.result)

    @property
    def reviewed_on(self) -> date | None:
        """The day on which QA finished the record review."""
        return self._day(self.last_step, self.review)

    @property
    def disposed_on(self) -> date | None:
        """The day of the disposition."""
        return self._day(self.started, self.disposition)

    @staticmethod
    def _day(origin: date, days: int | None) -> date | None:
        return None if days is None else origin + timedelta(days=days)


BATCHES = (
    Batch("P011", "P-041", "Suite A", date(2025, 9, 25), 10, 7, 28, 24, 47, pages=88),
    Batch("P012", "P-042", "Suite B", date(2025, 10, 20), 10, 8, 27, 19, 44, pages=90),
    Batch("P013", "P-044", "Suite A", date(2025, 11, 17), 11, 8, 29, 34, 49, pages=90),
    Batch("P014", "P-045", "Suite A", date(2026, 1, 12), 10, 10, 30, 14, 34, pages=98),
    Batch("P015", "P-046", "Suite B", date(2026, 2, 9), 12, 11, 31, 27, 56, "OOS used", 104),
    Batch("P016", "P-047", "Suite A", date(2026, 3, 9), 10, 12, 27, 16, 43, pages=104),
    Batch("P017", "P-049", "Suite A", date(2026, 4, 7), 11, 12, 28, 13, 33, pages=104),
    Batch("P018", "P-050", "Suite B", date(2026, 5, 4), 10, 13, 33, 21, 50, "Failed", 106),
    Batch("P019", "P-051", "Suite A", date(2026, 6, 8), 10, 14, 26, 11, 30, pages=108),
    Batch("P020", "P-052", "Suite A", date(2026, 7, 13), 10, 16, 28, 18, 41, pages=112),
    Batch("P021", "P-054", "Suite B", date(2026, 8, 17), 6, 17, 21, 8, 36, "Terminated", 61),
    Batch("P022", "P-055", "Suite A", date(2026, 9, 28), 10, 17, 27, 10, 31, pages=112),
    Batch("P023", "P-056", "Suite A", date(2026, 11, 11), 12, 18, outcome="In process"),
)


def stream(name: str) -> random.Random:
    """A random stream of its own for each file, so that a change in one leaves the others alone."""
    return random.Random(f"{SEED} {name}")
