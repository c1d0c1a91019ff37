"""What hangs on the weights, by hand on four gaps and on random ones against the ranking."""

import random
from fractions import Fraction

import pytest

from readiness.domain.gaps import Gap
from readiness.roadmap.weighing import Weights, acceptability, turns, weights_that_put_first
from tests.made import questionnaire

NOW: Weights = {"P": Fraction(45, 100), "R": Fraction(30, 100), "L": Fraction(25, 100)}


def gap(id: str, size: int, p: int, r: int, lock_in: int, *, act_now: bool = False) -> Gap:
    ratings = {
        name: {"value": value, "content": value, "reason": "so"}
        for name, value in zip("PRL", (p, r, lock_in), strict=True)
    }
    said = {
        "rank": 1, "capability": id, "final": 1, "target": 1 + size, "gap": size, "severity": 1,
        "priority": 1, "band": "next", "act_now": act_now, "ratings": ratings, "wave": 4,
    }  # fmt: skip
    return Gap.model_validate(said)


def test_the_nearest_weights_that_put_each_gap_first():
    patient, regulator = gap("A", 1, 5, 1, 1), gap("B", 1, 1, 5, 1)
    lower, middle = gap("C", 1, 1, 1, 1), gap("D", 1, 3, 3, 1)
    found = weights_that_put_first([patient, regulator, lower, middle], NOW)
    # A: 1 + 4 p, B: 1 + 4 r, D: 1 + 2 (p + r). A leads where p > r: it does so now.
    assert found["A"] == (45, 30, 25)
    # B leads from r > p on. Each step of p to r costs two: at 37 · 38 the sum of changes is 16,
    # and so is that of every other way to r = p + 1, the first in order of P among them.
    assert found["B"] is not None
    p, r, lock_in = found["B"]
    assert r > p
    assert abs(p - 45) + abs(r - 30) + abs(lock_in - 25) == 16
    # C never; D where p = r, its patient impact less than that of A: equal numbers go to A.
    assert found["C"] is None
    assert found["D"] is None


def test_no_gap_has_nothing():
    assert weights_that_put_first([], NOW) == {}
    assert acceptability([], questionnaire().priority) == {}
    assert turns([], NOW, 5) == ()


@pytest.mark.parametrize("seed", range(5))
def test_they_do_put_it_first_and_none_nearer_does(seed: int):
    draw = random.Random(seed)
    drawn = [gap(f"G{n}", draw.randint(1, 3), *draw.choices(range(1, 6), k=3)) for n in range(8)]

    def leader(p: int, r: int, lock_in: int) -> str:
        def key(g: Gap) -> tuple[int, int, int]:
            value = [g.ratings[name].value for name in ("P", "R", "L")]
            number = g.gap * (p * value[0] + r * value[1] + lock_in * value[2])
            return -number, -value[0], -value[2]

        return min(drawn, key=key).capability

    best: dict[str, int] = {}
    for p in range(101):
        for r in range(101 - p):
            far = abs(p - 45) + abs(r - 30) + abs(75 - p - r)
            first = leader(p, r, 100 - p - r)
            best[first] = min(far, best.get(first, 999))
    for id, weights in weights_that_put_first(drawn, NOW).items():
        if weights is None:
            assert id not in best
        else:
            assert leader(*weights) == id
            assert abs(weights[0] - 45) + abs(weights[1] - 30) + abs(weights[2] - 25) == best[id]


def test_what_changes_the_first_by_hand():
    patient, regulator = gap("A", 1, 5, 1, 3), gap("B", 1, 1, 5, 3)
    # A: 5 p + r, B: p + 5 r: they change places where p = r; equal numbers go to patient impact.
    # Patient impact down: r keeps 30/55 of the rest: p < (1 - p) * 30/55 from 35 % down.
    # Regulatory risk up: p keeps 45/70 of the rest: r > (1 - r) * 45/70 from 40 % on.
    found = turns([patient, regulator], NOW, 1)
    assert [(t.rating, t.percent, t.came, t.went) for t in found] == [
        ("P", 35, ("B",), ("A",)),
        ("R", 40, ("B",), ("A",)),
    ]


def test_what_a_rule_puts_on_top_stays_there():
    fixed, other = gap("A", 1, 1, 1, 1, act_now=True), gap("B", 3, 5, 5, 5)
    assert turns([fixed, other], NOW, 1) == ()


def test_shares_of_ranks_add_up_and_follow_the_numbers():
    best, middle, worst = gap("A", 3, 5, 5, 5), gap("B", 2, 3, 3, 3), gap("C", 1, 1, 1, 1)
    found = acceptability([best, middle, worst], questionnaire().priority)
    assert found == {"A": (1, 0, 0), "B": (0, 1, 0), "C": (0, 0, 1)}
    # P against R, alike in L: each is first in half of all weightings.
    halves = acceptability([gap("A", 1, 5, 1, 3), gap("B", 1, 1, 5, 3)], questionnaire().priority)
    assert halves["A"][0] == pytest.approx(0.5, abs=0.02)
    assert sum(halves["A"]) == pytest.approx(1)
