"""The stopwatch: the draw, the level by share and minutes, its age, and what it does to CTL-2."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.result import CapabilityResult, Result
from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRun
from readiness.domain.stopwatch_result import RunResult
from readiness.engine import assess
from readiness.operating_model.stopwatch import (
    draw_codes,
    judge_stopwatch,
    level_of_test,
    register_print,
)
from tests.made import assessment, everywhere, people, questionnaire
from tests.operating_model.watches import DAY, answers, run

RULES = questionnaire().stopwatch
AS_OF = date(2026, 11, 22)
CODES = [f"B-{n:03}" for n in range(40)]


def judged(
    runs: list[StopwatchRun], told: list[StopwatchAnswer], as_of: date = AS_OF
) -> tuple[RunResult, ...]:
    found = judge_stopwatch(RULES, runs, told, as_of)
    return found.tests if found else ()


def result(level: int, runs: list[StopwatchRun], told: list[StopwatchAnswer]) -> Result:
    made = assessment(
        respondents=people("SC"),
        responses=everywhere(level, "record"),
        operating={
            "stopwatch": [one.model_dump() for one in runs],
            "stopwatch_answers": [one.model_dump() for one in told],
        },
    )
    return assess(made, questionnaire(), robustness=False)


def visibility(found: Result) -> CapabilityResult:
    return next(c for c in found.capabilities if c.id == RULES.capability)


def test_a_worked_example() -> None:
    # 12 of 15 right are 80 %; the last answer at 600 s is 10 minutes: level 3. Two codes are
    # whole, of the third two fields are right.
    [test] = judged([run()], answers(12))
    assert (test.right, test.of, test.share) == (12, 15, Fraction(4, 5))
    assert (test.seconds, test.level, test.counted) == (600, 3, 3)
    assert [(c.n, c.right) for c in test.codes] == [(1, 5), (2, 5), (3, 2)]
    assert test.wrong == ("next", "due", "who")
    assert test.workings == "12 of 15 right in 10:00 min: level 3"
    assert test.is_latest


@pytest.mark.parametrize(
    ("share", "minutes", "level"),
    [
        (Fraction(1), 10, 4),
        (Fraction(1), Fraction(601, 60), 3),
        (Fraction(14, 15), 1, 3),
        (Fraction(4, 5), 30, 3),
        (Fraction(4, 5), 31, 2),
        (Fraction(11, 15), 30, 2),
        (Fraction(3, 5), 120, 2),
        (Fraction(3, 5), 121, 1),
        (Fraction(8, 15), 1, 1),
        (Fraction(0), 0, 1),
    ],
)
def test_both_limits_of_each_level_bind(share: Fraction, minutes: Fraction, level: int) -> None:
    assert level_of_test(RULES, share, int(minutes * 60)) == level


def test_what_was_not_answered_is_not_known_and_the_clock_runs_until_it_is_stopped() -> None:
    # 9 of 15 right, six never answered; stopped after 20 minutes, whenever the last answer came.
    [test] = judged([run()], answers(9, of=9))
    assert (test.right, test.of, test.seconds, test.level) == (9, 15, 1200, 2)
    # With every field answered the last answer ends it, not the button that is pressed later.
    [whole] = judged([run(minutes=500)], answers(15))
    assert (whole.seconds, whole.level) == (600, 4)


def test_answers_of_another_test_or_field_count_for_nothing() -> None:
    strange = StopwatchAnswer(run="w1", n=9, field="where", answer="right", second=1)
    other = answers(15, id="w2")
    [test] = judged([run()], [strange, *other])
    assert (test.right, test.codes[0].second) == (0, None)


def test_the_latest_counts_of_two_on_one_day_the_lower_and_none_of_the_future() -> None:
    runs = [
        run("old", day=DAY - timedelta(days=30)),
        run("good"),
        run("bad", day=DAY + timedelta(hours=3)),
        run("future", day=DAY + timedelta(days=90)),
        run("open", minutes=None),
    ]
    told = [*answers(15, id="old"), *answers(15, id="good"), *answers(9, id="bad")]
    tests = judged(runs, told)
    assert [(t.id, t.is_latest) for t in tests] == [
        ("old", False),
        ("good", False),
        ("bad", True),
        ("future", False),
    ]


@pytest.mark.parametrize(("months_later", "counted"), [("2027-11-17", 3), ("2027-11-18", 2)])
def test_an_old_test_counts_a_level_less(months_later: str, counted: int) -> None:
    # Twelve months after 2026-11-17 it is as good as new, a day later it is old.
    [test] = judged([run()], answers(12), date.fromisoformat(months_later))
    assert (test.level, test.counted, test.is_stale) == (3, counted, counted < 3)
    [worst] = judged([run()], [], date(2030, 1, 1))
    assert (worst.level, worst.counted) == (1, 1)


def test_the_test_is_a_record_of_the_capability() -> None:
    # People show records of level 4; the test shows level 2, so that 2 + 1 is the most.
    found = visibility(result(4, [run()], answers(9)))
    assert (found.records, found.evidenced, found.final) == (2, 4, 3)
    assert found.rule == "min(evidenced, records + 1)"
    assert found.test is not None
    assert found.test.text == "stopwatch of 17 Nov 2026: 9 of 15 right in 10:00 min"
    # Without a test nothing is missing and nothing is capped; a running one is none.
    for runs in ([], [run(minutes=None)]):
        without = visibility(result(4, runs, answers(9)))
        assert (without.records, without.final, without.records_missing) == (None, 4, False)
    # A good test backs what was only said: the record carries level 4 where a statement backs 2.
    made = assessment(
        respondents=people("SC"),
        responses=everywhere(4, "statement"),
        operating={
            "stopwatch": [run().model_dump()],
            "stopwatch_answers": [one.model_dump() for one in answers(15)],
        },
    )
    backed = visibility(assess(made, questionnaire(), robustness=False))
    assert (backed.backing, backed.proof, backed.final) == (4, 4, 4)


def test_a_claim_two_levels_above_the_test_is_a_contradiction() -> None:
    found = result(4, [run()], answers(9))
    [text] = [f.text for f in found.findings if f.kind == "contradiction"]
    assert text == (
        "CTL-2: people say 4, the records show 2 "
        "(stopwatch of 17 Nov 2026: 9 of 15 right in 10:00 min)."
    )


def test_findings_name_what_was_wrong_too_slow_or_old() -> None:
    def told(minutes: float, right: int, day=DAY, severity: str = "warning") -> list[str]:
        last = int(60 * minutes)
        found = result(1, [run(minutes=minutes, day=day)], answers(right, last=last))
        said = [f for f in found.findings if f.kind.startswith("stopwatch")]
        assert {f.severity for f in said} <= {severity}
        return [f.text for f in said]

    lead = "Visibility stopwatch, 17 Nov 2026: "
    assert told(10, 15) == []
    assert told(10, 14) == [f"{lead}1 of 15 answers were wrong or not known, most often: who."]
    assert told(45, 15) == [
        f"{lead}so many right answers would show level 4 within 10 minutes, and it took 45."
    ]
    [old] = told(10, 15, DAY.replace(year=2024), severity="hint")
    assert old.endswith("older than 12 months and counts 1 level less: repeat it.")


def test_the_same_seed_and_codes_draw_the_same() -> None:
    drawn = draw_codes(CODES, 3, 20261118)
    assert drawn == draw_codes(list(reversed(CODES)), 3, 20261118)
    assert len(set(drawn)) == 3
    assert len({draw_codes(CODES, 3, seed) for seed in range(50)}) > 40
    with pytest.raises(ValueError, match="larger"):
        draw_codes(CODES[:2], 3, 1)


def test_every_code_is_drawn_about_as_often() -> None:
    # 4,000 draws of 3 out of 40: each code 300 times; four standard deviations of a binomial
    # variable with n = 4,000 and p = 3/40 are 4 * sqrt(4000 * 0.075 * 0.925) = 67.
    counts = dict.fromkeys(CODES, 0)
    for seed in range(4000):
        for code in draw_codes(CODES, 3, seed):
            counts[code] += 1
    assert all(abs(count - 300) < 67 for count in counts.values())


def test_the_print_tells_registers_apart_whatever_their_order() -> None:
    assert register_print(CODES) == register_print(CODES[::-1] + CODES[:2])
    assert register_print(CODES) != register_print(CODES[1:])


@given(st.integers(0, 15), st.integers(0, 7200), st.integers(0, 7200))
def test_one_more_right_or_less_time_never_lowers_the_level(
    right: int, seconds: int, less: int
) -> None:
    now = level_of_test(RULES, Fraction(right, 15), seconds)
    assert level_of_test(RULES, Fraction(min(15, right + 1), 15), seconds) >= now
    assert level_of_test(RULES, Fraction(right, 15), max(0, seconds - less)) >= now
