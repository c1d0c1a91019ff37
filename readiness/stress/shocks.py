"""What the shocks of a simulation make of demand, failure, release and starts at a given time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from readiness.domain.simulation import (
    DemandShock,
    FailureShock,
    NoStarts,
    Parameters,
    ReleaseDelay,
    SiteDown,
)

DAYS_A_YEAR = 365.0


@dataclass(frozen=True)
class Shocks:
    """The shocks of one set of parameters, by what they touch (method 10)."""

    parameters: Parameters

    @cached_property
    def downs(self) -> tuple[SiteDown, ...]:
        """What stops suites."""
        return tuple(s for s in self.parameters.shocks if isinstance(s, SiteDown))

    @cached_property
    def _stops(self) -> tuple[NoStarts, ...]:
        return tuple(s for s in self.parameters.shocks if isinstance(s, NoStarts))

    @cached_property
    def _delays(self) -> tuple[ReleaseDelay, ...]:
        return tuple(s for s in self.parameters.shocks if isinstance(s, ReleaseDelay))

    @cached_property
    def _failures(self) -> tuple[FailureShock, ...]:
        return tuple(s for s in self.parameters.shocks if isinstance(s, FailureShock))

    def start_from(self, day: float) -> float:
        """The first time from ``day`` on at which a batch may start."""
        for stop in sorted(self._stops, key=lambda s: s.from_day):
            if stop.holds(day):
                day = stop.ends()
        return day

    def failure_rate(self, day: float) -> float:
        """Of a batch that ends then; of several shocks at once the worst holds."""
        rates = [s.rate for s in self._failures if s.holds(day)]
        return max(rates, default=self.parameters.failure_rate)

    def release_delay(self, day: float) -> float:
        """Days added for a batch that leaves the suite then; several add up."""
        return sum(s.add_days for s in self._delays if s.holds(day))

    def request_days(self, arrivals: NDArray[np.float64]) -> NDArray[np.float64]:
        """Days of the requests from arrivals of a Poisson process of rate 1, shape (n,).

        The clock of the process runs faster while demand is higher, so that every request before
        a shock is the same with and without it (common random numbers).
        """
        days, expected = self._expected
        return np.interp(arrivals, expected, days)

    def expected_requests(self) -> float:
        """Over the whole horizon."""
        return float(self._expected[1][-1])

    @cached_property
    def _expected(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        shocks = [s for s in self.parameters.shocks if isinstance(s, DemandShock)]
        horizon = self.parameters.horizon_days
        edges = {0.0, horizon}
        edges.update(min(at, horizon) for s in shocks for at in (s.from_day, s.ends()))
        days = np.array(sorted(edges))
        rates = [self._demand(shocks, day) for day in days[:-1]]
        return days, np.concatenate([[0.0], np.cumsum(rates * np.diff(days))])

    def _demand(self, shocks: Sequence[DemandShock], day: float) -> float:
        rate = self.parameters.demand_per_year / DAYS_A_YEAR
        for shock in shocks:
            rate *= shock.factor if shock.holds(day) else 1.0
        return rate
