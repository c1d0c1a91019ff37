"""Which options are past, what keeping them costs, by hand and by property."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.operating import Operating
from readiness.domain.operating_result import OptionsResult
from readiness.operating_model.open_options import judge_options
from tests.made import questionnaire

RULES = questionnaire().open_options
TODAY = date(2026, 11, 22)


def judged(
    options: list[dict[str, Any]], gates: list[dict[str, Any]] | None = None
) -> OptionsResult:
    made = [{"id": f"o{n}", "name": f"O{n}"} | one for n, one in enumerate(options)]
    said = Operating.model_validate({"options": made, "gates": gates or []})
    found = judge_options(RULES, said, TODAY)
    assert found is not None
    return found


def test_the_register_by_hand() -> None:
    found = judged(
        [
            {"cost": 180, "decide_by": "2027-06-30"},
            {"cost": 62.5, "decide_by": "2026-11-21"},
            {"decide_by": "2026-11-22"},
            {"cost": 999, "state": "taken", "decide_by": "2025-01-01"},
            {},
        ]
    )
    # The next decision first, one without a date after them, those that are over last.
    assert [one.id for one in found.options] == ["o1", "o2", "o0", "o4", "o3"]
    # 21 November is past, the 22nd is today; what was taken is over and never past.
    assert [one.is_past for one in found.options] == [True, False, False, False, False]
    # 180 + 62.5 of four open ones; 999 is no longer paid for keeping it open.
    assert (found.cost, found.open, found.costed) == (Fraction(485, 2), 4, 2)


def test_an_option_outlives_its_gate() -> None:
    options = [{"gate": "pivotal"}, {"gate": "launch"}, {"gate": "pivotal", "state": "dropped"}]
    gates: list[dict[str, Any]] = [
        {"id": "pivotal", "held_on": "2026-11-22", "asked": ["cost", "capacity"]},
        {"id": "launch", "held_on": "2026-11-23"},
    ]
    found = judged(options, gates)
    held = {one.id: one.gate_held for one in found.options}
    # Held today counts, tomorrow does not; a dropped option is closed.
    assert held == {"o0": TODAY, "o1": None, "o2": None}
    by_id = {gate.id: gate for gate in found.gates}
    assert by_id["pivotal"].unasked == ("transferability", "options")
    assert (by_id["pivotal"].is_held, by_id["launch"].is_held) == (True, False)
    assert not by_id["filing"].is_held


def test_silence_gives_nothing() -> None:
    assert judge_options(RULES, Operating(), TODAY) is None


OPTION = st.fixed_dictionaries(
    {
        "state": st.sampled_from(["open", "taken", "dropped"]),
        "cost": st.one_of(st.none(), st.integers(0, 1000)),
        "decide_by": st.one_of(
            st.none(), st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
        ),
    }
)


@given(st.lists(OPTION, min_size=1, max_size=8))
def test_no_option_is_lost_and_only_open_ones_cost_or_are_past(
    options: list[dict[str, Any]],
) -> None:
    found = judged(options)
    still = [one for one in options if one["state"] == "open"]
    assert len(found.options) == len(options)
    assert found.cost == sum(one["cost"] or 0 for one in still)
    past = [one for one in still if one["decide_by"] is not None and one["decide_by"] < TODAY]
    assert sum(one.is_past for one in found.options) == len(past)
    days = [one.decide_by for one in found.options if one.state == "open" and one.decide_by]
    assert days == sorted(days)
