"""What slack there is today: a small delay alone, and a second one in the same week (method 10).

The mechanism of a cascade is slack that is used up (domain 8.5), so that the second of two delays
costs more than the first.
"""

from collections.abc import Sequence

from readiness.domain.base import remade
from readiness.domain.errors import Stopped
from readiness.domain.simulated import Cascade, Slack
from readiness.domain.simulation import Parameters, Shock
from readiness.stress.cascade import cascade
from readiness.stress.simulate import Progress


def slack(
    parameters: Parameters,
    delays: Sequence[tuple[Shock, Shock]],
    progress: Progress | None = None,
) -> tuple[Slack, ...]:
    """For each small delay and the same again, in the world without other shocks.

    Raises Stopped where ``progress`` says so, ValueError where doses are made ahead.
    """
    found, total = [], parameters.replications * len(delays)
    for position, pair in enumerate(delays):
        before = position * parameters.replications

        def on(done: int, _of: int, before: int = before) -> bool:
            return progress is None or progress(before + done, total)

        try:
            seen = cascade(remade(parameters, shocks=pair), on)
        except Stopped as stopped:
            raise Stopped(f"Delay {position + 1} of {len(delays)}: {stopped}") from stopped
        found.append(_slack(seen))
    return tuple(found)


def _slack(seen: Cascade) -> Slack:
    pair, hardest = seen.pairs[0], 0.0
    if seen.story:
        calm, first, again, both = (step.treated for step in seen.story.steps)
        hardest = both - first - again + calm
    return Slack(
        alone=seen.alone[0].days,
        both=pair.together.days,
        extra=pair.extra.days,
        hardest=hardest,
    )
