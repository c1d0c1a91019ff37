"""The figures of the method, as the shipped content holds them (method 1 to 7)."""

from fractions import Fraction

from tests.made import questionnaire


def test_the_climb() -> None:
    """Method 1: index, share of gates, drill points, flags, share of proof."""
    steps = [
        (s.level, s.index, s.gates_share, s.drill_points, s.flags_fewer_than, s.proof_share)
        for s in questionnaire().verdict.steps
    ]
    assert steps == [
        (2, Fraction("1.75"), Fraction("0.8"), None, None, None),
        (3, Fraction("2.50"), Fraction("0.8"), None, None, Fraction("0.5")),
        (4, Fraction("3.40"), Fraction("0.8"), 70, 3, Fraction("0.8")),
        (5, Fraction("4.40"), Fraction("0.6"), 85, 3, Fraction("0.8")),
    ]
    rules = questionnaire().verdict
    assert (rules.coverage_provisional, rules.coverage_full, rules.capped_level) == (
        Fraction("0.6"),
        Fraction("0.8"),
        3,
    )


def test_claims() -> None:
    """Method 2: ceilings, corroboration, two levels apart."""
    rules = questionnaire().claims
    assert rules.ceilings == {"statement": 2, "document": 4, "record": 5}
    assert (rules.corroborated_ceiling, rules.corroborating_level) == (3, 3)
    assert (rules.corroborating_functions, rules.apart) == (2, 2)


def test_records() -> None:
    """Method 3 and 4."""
    rules = questionnaire().records
    assert (rules.window_months, rules.window_batches, rules.min_batches) == (12, 20, 5)
    assert (rules.min_trials, rules.max_span) == (5, 2)
    assert (rules.steering, rules.appendix) == (Fraction("0.8"), Fraction("0.95"))
    assert (rules.dispersion, rules.under_reporting) == (Fraction("1.5"), Fraction("0.3"))
    assert (rules.suspicion_cap, rules.detection_ratio) == (2, Fraction("0.8"))
    assert (rules.detection_records, rules.detection_records_if_nothing) == (2, 5)
    assert (rules.few_metrics_cap, rules.records_missing_cap, rules.above_records) == (3, 3, 1)
    assert (rules.index_min_metrics, rules.identifiable_surcharge) == (4, 10)


def test_priorities() -> None:
    """Method 6 and 7."""
    rules = questionnaire().priority
    assert rules.weights == {"P": Fraction("0.45"), "R": Fraction("0.3"), "L": Fraction("0.25")}
    assert rules.bands == {"act_now": 40, "next": 20, "plan": 10}
    assert (rules.act_now_patient, rules.act_now_level, rules.act_now_gap) == (5, 1, 2)
    assert (rules.ahead_levels, rules.ahead_lock_in, rules.act_now_months) == (2, 2, 12)
    assert (rules.draws, rules.robust_first, rules.uncertain_first) == (10_000, 5, 10)
    assert (rules.robust_share, rules.uncertain_share) == (Fraction("0.95"), Fraction("0.6"))
