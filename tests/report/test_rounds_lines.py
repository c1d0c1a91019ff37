"""What moved in lines: worse first, the parts making the whole, no typed word and no person."""

from dataclasses import replace

from readiness.domain.base import remade
from readiness.report.rounds_lines import Line, lines
from readiness.workspace.swapping import Round
from readiness.workspace.two_rounds import two_rounds
from tests.made import questionnaire, said
from tests.rounds import one, tally


def told(before: Round, after: Round) -> tuple[Line, ...]:
    return lines(two_rounds(before, after), after.questionnaire)


def of(found: tuple[Line, ...], kind: str, name: str = "") -> Line:
    (line,) = (one for one in found if one.kind == kind and name in (one.id, one.name, ""))
    return line


def test_a_capability_says_what_stands_behind_both_levels() -> None:
    """As in the test of the comparison: 1 said, then 4 on a record; 1, 2, 4 on the way."""
    found = told(
        one(said("OPM-1", 1, basis="statement")), one(said("OPM-1", 4, "r1", basis="record"))
    )
    line = of(found, "Capability")
    assert (line.id, line.before, line.after, line.way) == ("OPM-1", "1", "4", "▲ better")
    assert line.why == (
        "answers 1 → 2; what was shown for them 2 → 4; claimed 1 → 4; backing 1 → 4"
    )
    index = of(found, "Overall", "Maturity index")
    assert (index.before, index.after) == ("1.00", "4.00")
    assert index.why == "answers +1.00; what was shown for them +2.00"


def test_what_got_worse_stands_first() -> None:
    before = one(said("OPM-1", 2, basis="record"), said("ANR-1", 4, basis="record"))
    after = one(said("OPM-1", 4, basis="record"), said("ANR-1", 2, basis="record"))
    found = told(before, after)
    ways = [line.direction for line in found]
    assert ways == sorted(ways, key=["worse", "better", "other"].index)
    assert {"ANR-1", "ANR"} <= {line.id for line in found if line.direction == "worse"}
    assert of(found, "Capability", "ANR-1").why == "answers; claimed 4 → 2; backing 4 → 2"


def test_a_metric_shows_its_value_and_that_it_was_carried_over() -> None:
    """90 in 20 is 4.5 after-hours interventions a batch, level 1; 30 in 20 is 1.5, level 3."""
    line = of(told(one(**tally(90)), one(**tally(30))), "Metric")
    assert (line.id, line.before, line.after) == ("H1", "1", "3")
    assert line.why == "4.5 per batch → 1.5 per batch"
    carried = [{"metric": "H1", "level": 3, "measured_on": "2026-11-22"}]
    line = of(told(one(), one(carried=carried)), "Metric")
    assert (line.before, line.after) == ("not scored", "3")
    assert line.why == "carried over, not measured since"


def test_a_gap_that_the_next_stage_opens_is_not_called_worse() -> None:
    answer = said("OPM-1", 2, basis="document")
    found = told(one(answer), one(answer, profile={"stage": "phase_2"}))
    line = of(found, "Gap")
    assert (line.way, line.before) == ("◆ changed", "no gap")
    assert line.why == "opened: profile"
    assert line.after.startswith("one level, plan, priority 1")


def test_a_gap_that_the_plant_opens_is_worse_and_one_closed_is_better() -> None:
    high, low = one(said("OPM-1", 3, basis="record")), one(said("OPM-1", 1, basis="record"))
    opened = of(told(high, low), "Gap")
    assert (opened.direction, opened.why) == ("worse", "opened: answers")
    closed = of(told(low, high), "Gap")
    assert (closed.direction, closed.why) == ("better", "closed: answers")


def test_what_leaves_the_count_says_so() -> None:
    known = one(said("OPM-1", 2))
    gone = told(known, one(said("OPM-1", "not_applicable", reason="none here")))
    line = of(gone, "Capability")
    assert (line.before, line.after, line.direction) == ("2", "does not apply", "other")
    lost = of(told(known, one()), "Capability")
    assert (lost.after, lost.direction) == ("not known", "worse")
    outside = of(told(known, one(said("OPM-1", 2), form="short")), "Capability")
    assert (outside.after, outside.why) == ("outside the form", "profile")


def test_what_a_content_does_not_have_keeps_its_id() -> None:
    before = one(said("PRC-6", 2))
    dimensions = tuple(
        d.model_copy(update={"capabilities": tuple(c for c in d.capabilities if c.id != "PRC-6")})
        for d in questionnaire().dimensions
    )
    fewer = remade(questionnaire(), dimensions=dimensions, sha256="fewer")
    line = of(told(before, replace(before, questionnaire=fewer)), "Capability")
    assert (line.id, line.name, line.after) == ("PRC-6", "", "not asked")
    assert line.why == "content version"


def test_no_line_holds_a_person_or_a_typed_word() -> None:
    noted = {"basis": "record", "note": "Ada said so", "proof": "Ada's folder"}
    before = one(said("OPM-1", 4, "r1", **noted), said("CTL-1", 3, "r2", **noted))
    after = one(said("OPM-1", "not_applicable", "r1", reason="Ada left"))
    words = " ".join(f"{line}" for line in told(before, after))
    assert "Ada" not in words
    assert "r1" not in words


def test_a_figure_that_only_another_target_moved_got_neither_better_nor_worse() -> None:
    """OPM-1 and ANR-1 at 2 on a document meet Phase 1 (G 2, F 2); in Phase 2 the profile F asks 3,
    G still 2: fit 2/2, then 1/2. An answer less then takes the gap to the next stage down for
    reasons of the plant.
    """
    same = (said("OPM-1", 2, basis="document"), said("ANR-1", 2, basis="document"))
    fit = of(
        told(one(*same), one(*same, profile={"stage": "phase_2"})), "Figure", "Fit for the stage"
    )
    assert (fit.before, fit.after, fit.direction) == ("100.0 %", "50.0 %", "other")
    assert fit.why == "profile −50.0 points"
    lower = (said("OPM-1", 1, basis="document"), said("ANR-1", 2, basis="document"))
    after = one(*lower, profile={"stage": "phase_2"})
    fit = of(told(one(*same), after), "Figure", "Fit for the stage")
    assert (fit.after, fit.direction) == ("0.0 %", "worse")
    assert fit.why == "profile −50.0 points; answers −50.0 points"


def test_a_gap_that_two_causes_move_there_and_back_is_as_before() -> None:
    """OPM-1 at 2 meets Phase 1's next stage (2); Phase 2's asks 3, and the answer now is 3."""
    before = one(said("OPM-1", 2, basis="record"))
    after = one(said("OPM-1", 3, basis="record"), profile={"stage": "phase_2"})
    line = of(told(before, after), "Gap")
    assert (line.before, line.after, line.direction) == ("no gap", "no gap", "better")
    assert line.why == "as before: profile no gap → one level; answers one level → no gap"
