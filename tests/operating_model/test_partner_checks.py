"""A partner caught by the table that it supplied itself."""

import pytest

from readiness.domain.scorecard import FILLS, LIMITS
from readiness.operating_model.partner_checks import JUDGES
from readiness.operating_model.scorecard import score_partner
from tests.operating_model.partners import answers, maker, month, rules, said, table


def found(partner, slots=(), given=(), causes=()) -> dict[str, str]:
    """Checks that found something, with their sentence."""
    result = score_partner(rules(), partner, said(partner, slots, given, causes))
    return {check.id: check.text for check in result.checks}


def test_every_check_has_its_judge_and_all_of_them_ship() -> None:
    assert {check.check for check in rules().checks} == set(JUDGES)
    assert set(LIMITS) | set(FILLS) <= set(JUDGES)


def test_ninety_per_cent_and_immediate_slots_are_caught_by_a_table_that_says_less() -> None:
    # 36 of 60 started: 60 %, 30 points under the claim.
    seen = found(maker(claimed_utilisation="0.9", claimed_wait_days=7), table(5, 4, 3, 3))
    assert seen["full_and_free"] == (
        "Use of 90 % is claimed, and a slot within 7 days: both cannot hold for long"
    )
    assert (
        "the table supplied shows 60 % (36 started of 60 offered in 12 months)"
        in (seen["claim_differs"])
    )
    assert "full_yet_free" not in seen


def test_ninety_per_cent_and_immediate_slots_are_caught_by_a_table_that_agrees() -> None:
    # 5 of 5 booked and started each month: no slot was free in the last three.
    seen = found(maker(claimed_utilisation="0.95", claimed_wait_days=7), table(5, 5, 5, 3))
    assert "claim_differs" not in seen
    assert "every slot offered was booked (15 of 15)" in seen["full_yet_free"]


def test_an_honest_claim_is_left_alone() -> None:
    # 48 of 60 is 80 %, and 8 months of waiting are announced.
    honest = maker(claimed_utilisation="0.8", claimed_wait_days=240, claimed_failures=12)
    assert found(honest, table(5, 4, 4, 3)) == {}


def test_no_failure_in_forty_batches_is_caught_by_the_number_and_by_the_table() -> None:
    partner = maker(claimed_batches=40, claimed_failures=0)
    # 1 - 0.05 ** (1 / 40) = 0.0722: about 7 %.
    assert "40 batches: even if true, a failure rate up to 7 %" in found(partner)["no_failures"]
    # 44 started up to November, 36 completed by the end: at least 8 were not.
    caught = found(partner, table(5, 4, 4, 3))["failures_in_table"]
    assert caught.startswith("No failures are claimed; in the table supplied at least 8 batches")
    few = maker(claimed_batches=12, claimed_failures=0)
    assert "no_failures" not in found(few)


def test_no_failure_is_caught_by_the_table_alone_where_no_number_of_batches_was_named() -> None:
    # 11 settled months of 3: 33 batches, over 24.
    seen = found(maker(claimed_failures=0), table(5, 4, 3, 3))
    assert "33 batches" in seen["no_failures"]
    assert "failures_in_table" not in seen


def test_failures_that_were_told_are_not_held_against_anybody() -> None:
    assert "failures_in_table" not in found(maker(claimed_failures=8), table(5, 4, 4, 3))
    assert "failures_in_table" in found(maker(claimed_failures=7), table(5, 4, 4, 3))


@pytest.mark.parametrize(("completed", "is_caught"), [(3, False), (4, True)])
def test_more_completed_than_fit(completed, is_caught) -> None:
    seen = found(maker(), [month("2026-03", 9, 9, 9, completed, suite="B")])
    assert ("above_capacity" in seen) is is_caught
    if is_caught:
        assert seen["above_capacity"] == (
            "4 completed in 2026-03, suite B: with 12 days a batch at most 3 fit"
        )


def test_rows_that_do_not_add_up() -> None:
    rows = [
        month("2026-01", 5, 6, 4, 3),
        month("2026-02", 5, 4, 4, 3, cancelled_sponsor=1),
        month("2026-03", 5, 4, 3, 3, cancelled_partner=1),
    ]
    seen = found(maker(), rows)
    assert "months: 1 (first 2026-01)" in seen["overbooked"]
    # February: 4 + 1 of 4 booked; March: 3 + 1 of 4 is fine.
    assert "months: 1 (first 2026-02)" in seen["does_not_add_up"]
    assert "3 of the last 12 months" in seen["few_months"]


def test_cancelled_by_the_partner_from_a_tenth_on() -> None:
    # 12 of 48 booked: 25 %.
    assert (
        "12 of 48 booked slots (25 %)"
        in found(maker(), table(5, 4, 3, 3, cancelled_partner=1))["cancelled_by_partner"]
    )
    assert "cancelled_by_partner" not in found(maker(), table(5, 4, 3, 3, cancelled_sponsor=1))


def test_the_same_figure_in_two_ways() -> None:
    seen = found(maker(batch_numbers=39), table(5, 4, 3, 3))
    assert seen["numbers_differ"].startswith("39 batch numbers were issued, 36 slots")
    seen = found(maker(claimed_failures=3, critical_deviations=2))
    assert seen["fewer_critical"].startswith("3 failed batches and 2 critical deviations")


def test_the_same_cause_twice_is_counted_and_never_quoted() -> None:
    seen = found(maker(), causes=["Filter  blocked", "filter blocked", "Titre"])
    assert seen["same_cause"].startswith("2 of the last 3 failures have the same cause")
    assert "ilter" not in seen["same_cause"]
    assert "same_cause" not in found(maker(), causes=["", "", "Titre"])


def test_capacity_without_a_table_is_said_to_count_nothing() -> None:
    assert "no_table" in found(maker(), given=answers(CD_3=2))
    assert "no_table" not in found(maker(), given=answers(CD_3=None))
    assert "no_table" in found(maker(claimed_utilisation="0.8"))


def test_free_rooms_and_little_skill() -> None:
    # Capacity 100 * 4*3 / (4*3) = 100 (CD-5 alone); capability 100 * 4*1 / (4*4) = 25 (CD-6).
    seen = found(maker(), given=answers(CD_5=4, CD_6=1))
    assert seen["rooms_not_skill"].startswith("Capacity scores 100, capability 25")
