"""What the visibility stopwatch comes to: no code and no answer, only how many were right."""

from datetime import date

from readiness.domain.base import Exact, Model
from readiness.domain.scale import Level


class CodeResult(Model):
    """One of the codes: how many fields were right, and the second of the last answer."""

    n: int
    right: int
    second: int | None
    """None: nobody answered anything."""


class RunResult(Model):
    """One test that has ended."""

    id: str
    held_on: date
    seed: int
    right: int
    of: int
    share: Exact
    seconds: int
    codes: tuple[CodeResult, ...]
    wrong: tuple[str, ...]
    """Fields told wrongly or not at all, the most frequent first."""
    level: Level
    counted: Level
    """After its age."""
    is_stale: bool
    is_latest: bool
    """The one that counts as a record."""
    seen: str
    """What was seen, without a level: for eyes that see none."""
    workings: str


class StopwatchResult(Model):
    """Every test that has ended, in the order of the day."""

    tests: tuple[RunResult, ...]

    @property
    def latest(self) -> RunResult | None:
        """The one that counts; None while all are later than the as-of date."""
        return next((test for test in self.tests if test.is_latest), None)
