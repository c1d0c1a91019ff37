"""Which way a move goes, where that can be said at all."""

from fractions import Fraction

from readiness.domain.two_rounds import Measured, MetricMove, Move, compared
from readiness.workspace.two_rounds import two_rounds
from tests.made import said
from tests.rounds import one


def test_more_is_better() -> None:
    assert (compared(1, 2), compared(2, 1), compared(2, 2)) == ("better", "worse", "other")


def test_a_level_that_is_no_longer_known_is_worse_and_one_out_of_the_count_is_neither() -> None:
    known = one(said("OPM-1", 2))
    (lost,) = two_rounds(known, one()).capabilities
    assert (lost.level.after, lost.direction) == (None, "worse")
    (gained,) = two_rounds(one(), known).capabilities
    assert gained.direction == "better"
    gone = one(said("OPM-1", "not_applicable", reason="none here"))
    (out,) = two_rounds(known, gone).capabilities
    assert (out.level.after, out.direction) == (None, "other")


def test_a_metric_that_counts_in_one_round_only_went_neither_way() -> None:
    scored = Measured(value=Fraction(1), level=3, carried_over=False)
    shown = Measured(value=Fraction(5), level=None, carried_over=False)
    assert MetricMove(metric="H1", before=scored, after=shown).direction == "other"
    assert MetricMove(metric="H1", before=None, after=scored).direction == "other"
    worse = scored.model_copy(update={"level": 2})
    assert MetricMove(metric="H1", before=scored, after=worse).direction == "worse"


def test_a_move_may_stand_still_between_causes_that_cancel() -> None:
    found = two_rounds(
        one(said("OPM-1", 2, basis="document")), one(said("OPM-1", 4, basis="statement"))
    )
    (move,) = found.capabilities
    # 4 on the document backs 4; on a statement it backs 2 again.
    assert move.level.causes == ("answers", "basis")
    assert not move.level.is_moved
    assert move.direction == "other"
    assert Move(before=1, after=1).causes == ()
    assert not found.is_still
