"""A roadmap worked out by hand: waves, raised targets, inherited ranks and waves (method 8)."""

from typing import Any

from readiness.domain.gaps import RoadmapItem
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import CapabilityResult
from readiness.roadmap.gaps import not_assessed, ranked_gaps
from readiness.roadmap.order import roadmap
from readiness.roadmap.priority import Alarm
from tests.roadmap.small import at, capability, override, ranking, small


def planned(
    content: Questionnaire, *states: CapabilityResult, alarms: Any = (), **given: Any
) -> dict[str, RoadmapItem]:
    """The roadmap to Phase 2 by capability, in its order."""
    found = ranking(content, *alarms, **given)
    asked = [c for c in states if c.applicable and c.in_form]
    known = [c for c in asked if c.final is not None]
    unknown = [c for c in asked if c.final is None]
    items = roadmap(
        found,
        {c.id: c for c in states},
        ranked_gaps(found, known, "phase_2", robustness=False),
        not_assessed(found, unknown, "phase_2"),
        "phase_2",
    )
    assert [i.order for i in items] == list(range(1, len(items) + 1))
    return {i.capability: i for i in items}


class TestByHand:
    """Phase 2 asks 3 of each (F), of Q 2 (G); an assessor wants 5 of D.

    Gaps: W 3 - 2 = 1, s 1: 5, by rule; D 5 - 3 = 2, s 4: 40; E 3 - 1 = 2, s 3: 30; Z 1, s 5: 25;
    V 1, s 2: 10; M 3 - 1 = 2, s 1: 10. V before M by P. Ranks: W 1, D 2, E 3, Z 4, V 5, M 6.
    Prerequisites: W needs M at 2, has 1: M into wave 0, before W, with the rank of W. D (5) needs P
    at 4, has 3: target of P raised to 4; so P needs Q at 3, has 2: target of Q raised to 3. Both
    rank with D. E (3) needs U at 2, which is not assessed: in with the action to assess, with the
    rank of E. Z (3) needs V at 2, has 2: nothing; and O, which does not apply: nothing.
    Wave 0: M, W. Wave 1: V. Wave 4: Q (rank 2 by D), P, D, then U (3 by E), E, Z.
    """

    content = small(
        capability("V", 2, 2, 2),
        capability("Q", 1, 1, 1, profile="G"),
        capability("P", 1, 1, 1, needs=["Q"]),
        capability("D", 4, 4, 4, needs=["P"]),
        capability("E", 3, 3, 3, needs=["U"]),
        capability("U", 5, 5, 5),
        capability("W", 1, 1, 1, needs=["M"]),
        capability("M", 1, 1, 1),
        capability("O", 5, 5, 5),
        capability("Z", 5, 5, 5, needs=["V", "O"]),
        waves={1: ("V",), 3: ("M",)},
    )
    states = (
        *(at("V", 2), at("Q", 2), at("P", 3), at("D", 3), at("E", 1), at("U", None)),
        *(at("W", 2), at("M", 1), at("O", None, applicable=False), at("Z", 2)),
    )
    found = planned(
        content,
        *states,
        alarms=[Alarm("W", "custody gap")],
        overrides=[override("D", "target", 5)],
    )

    def test_order(self) -> None:
        assert list(self.found) == ["M", "W", "V", "Q", "P", "D", "U", "E", "Z"]

    def test_waves(self) -> None:
        waves = {c: i.wave for c, i in self.found.items()}
        assert waves == dict.fromkeys("QPDUEZ", 4) | {"M": 0, "W": 0, "V": 1}

    def test_raised_targets_travel(self) -> None:
        raised = {c: i.target for c, i in self.found.items() if i.raised}
        assert raised == {"P": 4, "Q": 3}

    def test_where_a_rank_was_inherited(self) -> None:
        inherited = {c: i.inherited_from for c, i in self.found.items() if i.inherited_from}
        assert inherited == {"M": "W", "Q": "D", "P": "D", "U": "E"}
        assert "D needs it first" in self.found["Q"].reason

    def test_what_is_not_assessed_is_to_be_assessed(self) -> None:
        assert [c for c, i in self.found.items() if i.assess_first] == ["U"]
        assert "assess it first" in self.found["U"].reason

    def test_only_unsatisfied_prerequisites_are_named(self) -> None:
        needs = {c: i.prerequisites for c, i in self.found.items() if i.prerequisites}
        assert needs == {"W": ("M",), "D": ("P",), "P": ("Q",), "E": ("U",)}

    def test_nothing_else_is_selected(self) -> None:
        assert "O" not in self.found


def test_a_prerequisite_is_satisfied_at_the_target_less_one() -> None:
    content = small(capability("A", 3, 3, 3, needs=["B"]), capability("B", 3, 3, 3, profile="X"))
    # A wants 3, so B at 2 will do; X asks nothing of B at Phase 2.
    assert list(planned(content, at("A", 1), at("B", 2))) == ["A"]
    assert list(planned(content, at("A", 1), at("B", 1))) == ["B", "A"]


def test_outside_the_form_a_prerequisite_asks_nothing() -> None:
    content = small(capability("A", 3, 3, 3, needs=["B"]), capability("B", 3, 3, 3))
    assert list(planned(content, at("A", 1), at("B", 1, in_form=False))) == ["A"]


def test_a_prerequisite_of_a_later_wave_comes_into_the_wave_of_its_dependant() -> None:
    """V (wave 1) needs M (wave 3), which needs R (wave 4): all in wave 1, R first."""
    content = small(
        capability("V", 1, 1, 1, needs=["M"]),
        capability("M", 1, 1, 1, needs=["R"]),
        capability("R", 1, 1, 1),
        capability("T", 4, 5, 5),
        waves={1: ("V",), 3: ("M",)},
    )
    found = planned(content, at("V", 1), at("M", 1), at("R", 1), at("T", 1))
    assert [(c, i.wave) for c, i in found.items()] == [("R", 1), ("M", 1), ("V", 1), ("T", 4)]


def test_a_prerequisite_of_an_earlier_wave_stays_there() -> None:
    content = small(
        capability("R", 4, 5, 5, needs=["V"]), capability("V", 1, 1, 1), waves={1: ("V",)}
    )
    found = planned(content, at("R", 1), at("V", 1))
    assert [(c, i.wave) for c, i in found.items()] == [("V", 1), ("R", 4)]


def test_effective_ranks_tie_and_the_own_rank_decides() -> None:
    """D needs B and C, all gap 2. Ranks D 1, C 2, B 3: both inherit 1, C goes first."""
    content = small(
        capability("B", 1, 1, 1),
        capability("C", 2, 2, 2),
        capability("D", 4, 4, 4, needs=["B", "C"]),
        capability("E", 3, 3, 3),
    )
    found = planned(content, *(at(c, 1) for c in "BCDE"))
    assert list(found) == ["C", "B", "D", "E"]


def test_ranks_travel_through_others() -> None:
    """D (rank 1) needs C needs B: B inherits from D through C, before E."""
    content = small(
        capability("B", 1, 1, 1),
        capability("C", 1, 1, 1, needs=["B"]),
        capability("D", 4, 4, 4, needs=["C"]),
        capability("E", 3, 3, 3),
    )
    found = planned(content, *(at(c, 1) for c in "BCDE"))
    assert list(found) == ["B", "C", "D", "E"]
    assert found["B"].inherited_from == "D"


def test_not_assessed_prerequisites_tie_in_the_order_of_the_second_list() -> None:
    """D needs B, C (ranked behind) and A (ranked): all inherit 1; own ranks A, then C before B."""
    content = small(
        capability("A", 1, 1, 1),
        capability("B", 2, 2, 2),
        capability("C", 3, 3, 3),
        capability("D", 4, 4, 4, needs=["A", "B", "C"]),
    )
    found = planned(content, at("A", 1), at("B", None), at("C", None), at("D", 1))
    assert list(found) == ["A", "C", "B", "D"]


def test_a_raised_target_of_what_is_not_assessed_says_so() -> None:
    """D is wanted at 5, so U is needed at 4; Phase 2 asks 3 of it."""
    content = small(capability("U", 1, 1, 1), capability("D", 4, 4, 4, needs=["U"]))
    found = planned(content, at("U", None), at("D", 3), overrides=[override("D", "target", 5)])
    assert (found["U"].target, found["U"].raised, found["U"].assess_first) == (4, True, True)


def test_nothing_to_close_nothing_to_do() -> None:
    content = small(capability("A", 3, 3, 3, needs=["B"]), capability("B", 3, 3, 3))
    assert planned(content, at("A", 3), at("B", None)) == {}
