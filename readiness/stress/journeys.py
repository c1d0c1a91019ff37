"""What happened to each patient of one replication, and to the suites."""

import numpy as np
from numpy.typing import NDArray

from readiness.stress.rosters import Roster

WAITING, TREATED, LEFT_BEFORE, LEFT_AFTER, FAILED = range(5)
"""How a journey ended; waiting includes a batch under way."""

UNFIT = "failed batch"
LATE = "late cancellation"
SITE_DOWN = "site down"
NO_STARTS = "no starts"
MATERIAL = "material"
OPERATORS = "operators"
CAUSES = (UNFIT, LATE, SITE_DOWN, NO_STARTS, MATERIAL, OPERATORS)
"""Why a slot is lost."""

NEVER = float("inf")


class Journeys:
    """One entry a patient, in the order of the requests; days, ``inf`` for what never came.

    ``collected``: the first collection; ``started``: the first start; ``ended``: when the outcome
    came about, which may lie after the horizon; ``batches``: start and process days of every
    batch; ``stood``: cause, first day, suites and days that they stood still; ``lost``: cause and
    day of every batch made, or suite held, in vain; ``rosters``: the weekly limits as used.
    """

    def __init__(self, requested: NDArray[np.float64]) -> None:
        n = len(requested)
        self.requested = requested
        self.collected = [NEVER] * n
        self.started = [NEVER] * n
        self.ended = [NEVER] * n
        self.outcome = [WAITING] * n
        self.batches: list[tuple[float, float]] = []
        self.stood: list[tuple[str, float, int, float]] = []
        self.lost: list[tuple[str, float]] = []
        self.rosters: dict[str, Roster] = {}

    def starts(self, patient: int, day: float, process: float) -> None:
        """A batch begins."""
        self.batches.append((day, process))
        self.started[patient] = min(day, self.started[patient])

    def end(self, patient: int, outcome: int, day: float) -> None:
        """The journey is over on that day."""
        self.outcome[patient] = outcome
        self.ended[patient] = day
