"""The record of a replication."""

import numpy as np

from readiness.stress.journeys import NEVER, TREATED, WAITING, Journeys


def test_a_record_begins_empty_and_keeps_the_first_start() -> None:
    seen = Journeys(np.array([1.0, 2.0]))
    assert seen.outcome == [WAITING, WAITING]
    assert seen.collected == [NEVER, NEVER]
    seen.starts(0, 5, 10)
    seen.starts(0, 20, 11)
    seen.end(0, TREATED, 40)
    assert seen.started == [5, NEVER]
    assert seen.batches == [(5, 10), (20, 11)]
    assert (seen.outcome[0], seen.ended[0]) == (TREATED, 40)
