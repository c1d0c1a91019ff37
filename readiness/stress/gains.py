"""What a change to the world gains, on the same luck."""

from collections.abc import Sequence

from readiness.domain.simulated import Interval
from readiness.domain.simulation import Parameters
from readiness.stress.journeys import TREATED
from readiness.stress.outcomes import Outcomes
from readiness.stress.simulate import interval

YEAR = 365.0


def treated_more(
    parameters: Parameters, before: Sequence[Outcomes], after: Sequence[Outcomes]
) -> Interval:
    """Patients more treated in a year after warm-up, replication by replication (method 10).

    ``before`` and ``after``: the same replications of two worlds with the same horizon.
    """
    years = (parameters.horizon_days - parameters.warm_up_days) / YEAR
    return interval(
        [(_treated(b) - _treated(a)) / years for a, b in zip(before, after, strict=True)]
    )


def _treated(seen: Outcomes) -> float:
    return float(seen.shares[TREATED] * seen.requests)
