"""What a batch must pass beside a suite before it may start: a stop, operators, materials."""

from readiness.domain.simulation import Parameters
from readiness.stress.journeys import MATERIAL, NO_STARTS, OPERATORS
from readiness.stress.rosters import Roster
from readiness.stress.shocks import Shocks
from readiness.stress.stocks import Stock


class Gates:
    """Passed in the order in which suites are given (method 10)."""

    def __init__(self, parameters: Parameters, shocks: Shocks) -> None:
        self._shocks = shocks
        self.operators = Roster(
            parameters.operators.starts_per_week if parameters.operators else None
        )
        self._stocks = [Stock(material) for material in parameters.materials]

    def earliest(self, day: float) -> tuple[float, str]:
        """The first time from ``day`` on at which every gate is open, and the last to open."""
        cause = NO_STARTS
        while True:
            opens = [(self._shocks.start_from(day), NO_STARTS)]
            opens.append((self.operators.earliest(day), OPERATORS))
            opens += [(stock.earliest(day), MATERIAL) for stock in self._stocks]
            latest, last = max(opens)
            if latest <= day:
                return day, cause
            day, cause = latest, last

    def pass_through(self, start: float, now: float) -> None:
        """Use what the start needs; a lot of material is ordered now, not at the start."""
        self.operators.take(start)
        for stock in self._stocks:
            stock.take(now)
