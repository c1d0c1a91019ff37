"""Severity, priority, bands and the rules of *act now* (method 7)."""

from fractions import Fraction
from typing import Any

import pytest

from readiness.domain.assessment import Incidents, Override, Settings
from readiness.domain.capability import Capability
from readiness.roadmap.priority import (
    Ratings,
    alarms,
    band,
    bands_used,
    patient_rule,
    priority,
    ratings_of,
    rounded,
    severity,
    weights_used,
)
from tests.made import questionnaire
from tests.roadmap.small import capability, override

RULES = questionnaire().priority
WEIGHTS = weights_used(Settings(), RULES)
BANDS = bands_used(Settings(), RULES)


def rated(p: int, r: int, lock_in: int, *changes: dict[str, Any]) -> Ratings:
    """P, R and L of a capability X, with overrides."""
    content = Capability.model_validate(capability("X", p, r, lock_in))
    return ratings_of(content, [Override.model_validate(c) for c in changes])


@pytest.mark.parametrize(
    ("p", "r", "lock_in", "gap", "s", "value"),
    [
        # s = 0.45 P + 0.30 R + 0.25 L; priority = 100 * gap/4 * s/5
        (5, 5, 5, 4, "5", "100"),
        (1, 1, 1, 1, "1", "5"),
        (5, 4, 2, 2, "3.95", "39.5"),  # 2.25 + 1.20 + 0.50; 100 * 0.5 * 0.79
        (3, 4, 3, 1, "3.3", "16.5"),  # 1.35 + 1.20 + 0.75; 100 * 0.25 * 0.66
        (4, 3, 1, 3, "2.95", "44.25"),  # 1.80 + 0.90 + 0.25; 100 * 0.75 * 0.59
        (5, 5, 5, 0, "5", "0"),
    ],
)
def test_severity_and_priority(p: int, r: int, lock_in: int, gap: int, s: str, value: str) -> None:
    found = severity(rated(p, r, lock_in), WEIGHTS)
    assert found == Fraction(s)
    assert priority(gap, found) == Fraction(value)


def test_weights_are_shares_of_their_sum() -> None:
    shipped = {"P": Fraction(9, 20), "R": Fraction(3, 10), "L": Fraction(1, 4)}
    assert weights_used(Settings(), RULES) == shipped
    double = Settings.model_validate({"weights": {"P": 2, "R": 1, "L": 1}})
    assert weights_used(double, RULES)["P"] == Fraction(1, 2)
    nothing = Settings.model_validate({"weights": {"P": 0, "R": 0, "L": 0}})
    assert weights_used(nothing, RULES) == WEIGHTS


def test_weights_of_any_kind_stay_exact() -> None:
    """Thirds: (5 + 4 + 2)/3 = 11/3; 100 * 1/4 * 11/15 = 18.3333... rounds to 18.333333."""
    thirds = Settings.model_validate({"weights": {"P": 1, "R": 1, "L": 1}})
    found = severity(rated(5, 4, 2), weights_used(thirds, RULES))
    assert found == Fraction(11, 3)
    assert priority(1, found) == Fraction(18333333, 10**6)


def test_rounding_to_six_places_half_up() -> None:
    assert rounded(Fraction(12345675, 10**7)) == Fraction(1234568, 10**6)
    assert rounded(Fraction(12345674, 10**7)) == Fraction(1234567, 10**6)
    assert rounded(Fraction(1, 3), 2) == Fraction(33, 100)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("40", "act now"),
        ("39.999999", "next"),
        ("20", "next"),
        ("19.999999", "plan"),
        ("10", "plan"),
        ("9.999999", "watch"),
        ("0", "watch"),
    ],
)
def test_bands_begin_at_their_figure(value: str, name: str) -> None:
    assert band(Fraction(value), False, BANDS) == name
    assert band(Fraction(value), True, BANDS) == "act now"


def test_a_priority_that_rounds_to_the_band_is_in_it() -> None:
    """39.9999996 is 40.000000 on any sheet that shows six places: *act now*."""
    assert band(rounded(Fraction("39.9999996")), False, BANDS) == "act now"


def test_the_last_override_holds_and_the_content_stands_beside_it() -> None:
    found = rated(3, 3, 3, override("X", "P", 4), override("Y", "P", 1), override("X", "P", 5))
    used = found.used["P"]
    assert (used.value, used.content, used.override_reason) == (5, 3, "seen on site")
    assert (found.value("R"), found.used["R"].override_reason) == (3, "")


@pytest.mark.parametrize(
    ("p", "final", "gap", "holds"),
    [(5, 1, 2, True), (5, 1, 1, False), (5, 2, 2, False), (4, 1, 4, False)],
)
def test_patient_rule(p: int, final: Any, gap: int, holds: bool) -> None:
    """P = 5 with a known final level 1 and a gap of two or more."""
    assert (patient_rule(rated(p, 3, 3), final, gap, RULES) is not None) is holds


def test_patient_rule_reads_p_after_an_override() -> None:
    assert patient_rule(rated(4, 3, 3, override("X", "P", 5)), 1, 2, RULES)
    assert not patient_rule(rated(5, 3, 3, override("X", "P", 4)), 1, 2, RULES)


EVERYTHING = frozenset({"COI-1", "COI-2", "COI-3", "CTL-1", "PPL-4"})


def attached(applicable: frozenset[str] = EVERYTHING, fails: Any = (), **counts: int) -> set[str]:
    """Where the alarms of incidents and critical fails want to attach."""
    return {a.capability for a in alarms(Incidents(**counts), fails, applicable, RULES)}


def test_where_incidents_attach() -> None:
    assert attached(identity_mismatch=1) == {"COI-1", "COI-3"}
    assert attached(EVERYTHING - {"COI-3"}, identity_mismatch=1) == {"COI-1"}
    assert attached(EVERYTHING - {"COI-1", "COI-3"}, identity_mismatch=1) == {"COI-2"}
    assert attached(double_booking_reached_patient=2) == {"CTL-1"}
    assert attached(custody_gap=1) == {"COI-2"}
    assert attached(fails=("site_down",)) == {"PPL-4"}


def test_none_and_not_known_raise_no_alarm() -> None:
    assert attached() == set()
    assert attached(identity_mismatch=0, custody_gap=0) == set()


def test_an_alarm_is_never_lost_where_nothing_applies() -> None:
    """It then finds no gap and becomes a finding."""
    assert attached(frozenset(), custody_gap=1) == {"COI-2"}
    assert attached(frozenset(), identity_mismatch=1) == {"COI-2"}
    assert attached(frozenset(), fails=("site_down",)) == {"PPL-4"}
