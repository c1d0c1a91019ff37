"""The climb and the verdict, exactly at and just beside every threshold (method 1)."""

from fractions import Fraction
from typing import Any

import pytest

from readiness.domain.assessment import HybridAnswers, Profile
from readiness.domain.result import Condition
from readiness.operating_model.hybrid import judge_hybrid
from readiness.scoring.climb import Footing, climb, height, percent, verdict
from tests.made import questionnaire

STEPS = questionnaire().verdict.steps
A_HAIR = Fraction(1, 10**12)


def footing(**changed: Any) -> Footing:
    """A maker that reaches level 5: ten gates at 5, both drills at 100, two parties, no flag."""
    flags = HybridAnswers(
        flags=changed.pop("flags", ()), not_known=changed.pop("flags_not_known", ())
    )
    parties = changed.pop("parties", 2)
    profile = Profile(organisation="x", modality="autologous", stage="phase_1", parties=parties)
    gates = {f"G{n}": 5 for n in range(10)}
    whole: dict[str, Any] = {
        "index": Fraction(5),
        "gates": gates,
        "proof": dict(gates),
        "drills": {"demand_doubled": (100, False), "site_down": (100, False)},
        "hybrid": judge_hybrid(flags, profile),
    }
    return Footing(**(whole | changed))


def level(**changed: Any) -> int:
    """How far it climbs."""
    foot = footing(**changed)
    reached = climb(foot, STEPS)[0]
    assert height(foot, STEPS) == reached
    return reached


def condition(step: int, id: str, **changed: Any) -> Condition:
    """One condition of one step."""
    result = next(s for s in climb(footing(**changed), STEPS)[1] if s.level == step)
    return next(c for c in result.conditions if c.id == id)


def levels(*counts: tuple[int, int]) -> dict[str, int]:
    """Gates with so many at a level: ``levels((8, 3), (2, 2))``."""
    spread = [at for count, at in counts for _ in range(count)]
    return {f"G{n}": at for n, at in enumerate(spread)}


@pytest.mark.parametrize(
    ("index", "reached"),
    [
        (Fraction(7, 4) - A_HAIR, 1),
        (Fraction(7, 4), 2),
        (Fraction(5, 2) - A_HAIR, 2),
        (Fraction(5, 2), 3),
        (Fraction(17, 5) - A_HAIR, 3),
        (Fraction(17, 5), 4),
        (Fraction(22, 5) - A_HAIR, 4),
        (Fraction(22, 5), 5),
        (None, 1),
    ],
)
def test_index(index: Fraction | None, reached: int) -> None:
    """1.75, 2.50, 3.40 and 4.40, at least; an index that is not known fails."""
    assert level(index=index) == reached


@pytest.mark.parametrize(
    ("gates", "reached"),
    [
        (levels((8, 2), (2, 1)), 2),  # 80 % at 2
        (levels((7, 2), (3, 1)), 1),  # 70 %
        (levels((8, 3), (2, 2)), 3),
        (levels((7, 3), (3, 2)), 2),
        (levels((8, 4), (2, 3)), 4),
        (levels((7, 4), (3, 3)), 3),
        (levels((6, 5), (4, 4)), 5),  # 60 % is enough for 5
        (levels((5, 5), (5, 4)), 4),
    ],
)
def test_share_of_gates_at_the_level(gates: dict[str, int], reached: int) -> None:
    assert level(gates=gates) == reached


@pytest.mark.parametrize(
    ("gates", "reached"),
    [
        (levels((9, 3), (1, 1)), 2),  # for 3 none below 2
        (levels((9, 4), (1, 2)), 3),  # for 4 none below 3
        (levels((9, 5), (1, 3)), 4),  # for 5 none below 4
        (levels((9, 2), (1, 1)), 2),  # for 2 none below 1: always so
    ],
)
def test_no_gate_two_below(gates: dict[str, int], reached: int) -> None:
    assert level(gates=gates) == reached


def test_without_an_applicable_gate_no_level_above_one() -> None:
    assert level(gates={}, proof={}) == 1
    assert not condition(2, "no_gate_below", gates={}, proof={}).met


@pytest.mark.parametrize(
    ("points", "failed", "reached"),
    [(69, False, 3), (70, False, 4), (84, False, 4), (85, False, 5), (100, True, 3), (0, False, 3)],
)
def test_both_drills(points: int, failed: bool, reached: int) -> None:
    drills = {"demand_doubled": (100, False), "site_down": (points, failed)}
    assert level(drills=drills) == reached


def test_drills_say_which_one_blocks() -> None:
    drills = {"demand_doubled": (69, False), "site_down": (90, True)}
    found = condition(4, "drills", drills=drills)
    assert found.blocking == ("demand_doubled", "site_down")
    assert found.now == "demand_doubled 69, site_down 90 with a critical fail"


@pytest.mark.parametrize(
    ("given", "reached"),
    [
        ({"flags": ("F1", "F2")}, 5),
        ({"flags": ("F1", "F2", "F3")}, 3),
        ({"flags": ("F1", "F2"), "flags_not_known": ("F3",)}, 3),
        ({"flags": ("F1", "F1", "F2"), "flags_not_known": ("F2",)}, 5),  # each flag once
        ({"flags": ("F1", "F2", "F3"), "parties": 1}, 5),
        ({"parties": None}, 3),
    ],
)
def test_fragmentation(given: dict[str, Any], reached: int) -> None:
    assert level(**given) == reached


def test_ignored_flags_are_said_and_missing_parties_asked_for() -> None:
    alone = condition(4, "fragmentation", flags=("F1", "F2", "F3"), parties=1)
    assert alone.now == "one party makes the product: flags are ignored"
    asked = condition(4, "fragmentation", parties=None)
    assert asked.now == "say how many parties make the product"


@pytest.mark.parametrize(
    ("proof", "reached"),
    [
        (levels((5, 2), (5, 0)), 3),  # 50 % at 2 or more for 3
        (levels((4, 2), (6, 0)), 2),
        (levels((8, 3), (2, 0)), 4),  # 80 % at 3 or more for 4
        (levels((7, 3), (3, 0)), 3),
        (levels((8, 4), (2, 0)), 5),
        (levels((7, 4), (3, 3)), 4),
        ({}, 2),  # 2 asks for none
    ],
)
def test_proof_of_one_level_below(proof: dict[str, int], reached: int) -> None:
    assert level(proof=proof) == reached


def test_a_missed_step_stops_the_climb() -> None:
    """Everything for 5 but two gates at 1: level 2 is reached (80 %), 3 is not, so neither is 4."""
    gates = levels((8, 5), (2, 1))
    assert level(gates=gates) == 2


def test_every_step_says_state_need_and_what_blocks() -> None:
    _, steps = climb(footing(gates=levels((7, 2), (3, 1))), STEPS)
    assert [s.level for s in steps] == [2, 3, 4, 5]
    assert [[c.id for c in s.conditions] for s in steps] == [
        ["index", "gates_at_level", "no_gate_below"],
        ["index", "gates_at_level", "no_gate_below", "evidence"],
        ["index", "gates_at_level", "no_gate_below", "drills", "fragmentation", "evidence"],
        ["index", "gates_at_level", "no_gate_below", "drills", "fragmentation", "evidence"],
    ]
    missed = steps[0].conditions[1]
    assert (missed.met, missed.blocking) == (False, ("G7", "G8", "G9"))
    assert missed.detail == "80 % of the gate capabilities at level 2 or above; now 7 of 10, 70 %"


def test_an_index_just_missed_does_not_read_as_reached() -> None:
    found = condition(4, "index", index=Fraction(33996, 10000))
    assert (found.met, found.now) == (False, "3.3996")
    assert condition(4, "index", index=Fraction(17, 5)).now == "3.40"
    assert condition(4, "index", index=None).now == "not known"


@pytest.mark.parametrize(
    ("reached", "coverage", "form", "said", "provisional"),
    [
        (1, Fraction(1), "full", "clinical, survival mode", False),
        (2, Fraction(1), "full", "clinical, stabilised", False),
        (3, Fraction(1), "full", "transitional", False),
        (4, Fraction(1), "full", "commercial-ready", False),
        (5, Fraction(1), "full", "commercial at scale", False),
        (4, None, "full", "not enough known", True),
        (4, Fraction(3, 5) - A_HAIR, "full", "not enough known", True),
        (4, Fraction(3, 5), "full", "transitional", False),
        (2, Fraction(3, 5), "full", "clinical, stabilised", False),
        (4, Fraction(4, 5) - A_HAIR, "full", "transitional", False),
        (4, Fraction(4, 5), "full", "commercial-ready", False),
        (5, Fraction(1), "short", "short form: transitional", False),
        (1, Fraction(1), "short", "short form: clinical, survival mode", False),
        (5, Fraction(1, 2), "short", "short form: not enough known", True),
    ],
)
def test_verdict(
    reached: Any, coverage: Fraction | None, form: Any, said: str, provisional: bool
) -> None:
    assert verdict(reached, coverage, form, questionnaire()) == (said, provisional)


def test_shares_as_people_read_them() -> None:
    assert percent(Fraction(17, 25)) == "68 %"
    assert percent(None) == "not known"
