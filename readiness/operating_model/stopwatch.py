"""The visibility stopwatch judged: a level by right answers and minutes, and its age (3.5.7)."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

import numpy as np

from readiness.domain.dates import months_before
from readiness.domain.result import CapabilityResult, Finding, HeldTest
from readiness.domain.scale import Level
from readiness.domain.stopwatch import StopwatchAnswer, StopwatchRules, StopwatchRun
from readiness.domain.stopwatch_result import CodeResult, RunResult, StopwatchResult
from readiness.operating_model.concerned import Concerned
from readiness.scoring.judge import LEVELS

WRONG, SLOW, STALE = "stopwatch_wrong", "stopwatch_slow", "stopwatch_stale"
PRINT_LENGTH = 12


def draw_codes(codes: Collection[str], count: int, seed: int) -> tuple[str, ...]:
    """So many different codes at random; the same codes and seed give the same draw.

    The order in which the register lists them makes no difference. Raises ValueError where there
    are fewer.
    """
    pool = sorted(set(codes))
    chosen = np.random.default_rng(seed).choice(len(pool), count, replace=False)
    return tuple(pool[place] for place in chosen)


def register_print(codes: Collection[str]) -> str:
    """What tells two registers apart: the head of a SHA-256 over the codes in order."""
    whole = "\n".join(sorted(set(codes))).encode()
    return hashlib.sha256(whole).hexdigest()[:PRINT_LENGTH]


def judge_stopwatch(
    rules: StopwatchRules,
    runs: Sequence[StopwatchRun],
    answers: Sequence[StopwatchAnswer],
    as_of: date,
) -> StopwatchResult | None:
    """Every test that has ended; None without one.

    The latest one held on or before the as-of date counts, of two on one day the lower; an old one
    counts less, as the content says.
    """
    ended = sorted((run for run in runs if run.ended is not None), key=lambda run: run.started)
    if not ended:
        return None
    tests = [_judged(rules, run, [a for a in answers if a.run == run.id], as_of) for run in ended]
    held = [test for test in tests if test.held_on <= as_of]
    day = max((test.held_on for test in held), default=None)
    latest = min(
        (test for test in held if test.held_on == day), key=lambda t: t.counted, default=None
    )
    marked = (test.model_copy(update={"is_latest": test is latest}) for test in tests)
    return StopwatchResult(tests=tuple(marked))


def level_of_test(rules: StopwatchRules, share: Fraction, seconds: int) -> Level:
    """The first level of the content whose share and minutes hold, else 1."""
    for line in rules.levels:
        if share >= line.right and Fraction(seconds, 60) <= line.minutes:
            return line.level
    return 1


def held_test(rules: StopwatchRules, found: StopwatchResult | None) -> dict[str, HeldTest]:
    """The test that counts as a record of its capability; empty without one."""
    test = found.latest if found else None
    if test is None:
        return {}
    text = f"stopwatch of {test.held_on:%d %b %Y}: {test.seen}"
    return {rules.capability: HeldTest(level=test.counted, text=text)}


def stopwatch_findings(
    rules: StopwatchRules,
    found: StopwatchResult | None,
    capabilities: Mapping[str, CapabilityResult],
) -> Iterator[Finding]:
    """What the test that counts shows beside its level."""
    test = found.latest if found else None
    if test is None:
        return
    concerned = Concerned.of(rules.capability, capabilities)
    for kind, text in _told(rules, test):
        say = concerned.hint if kind == STALE else concerned.warn
        yield say(kind, f"Visibility stopwatch, {test.held_on:%d %b %Y}: {text}")


def _told(rules: StopwatchRules, test: RunResult) -> Iterator[tuple[str, str]]:
    says = rules.findings
    names = {field.id: field.name.lower() for field in rules.fields}
    if test.wrong:
        fields = ", ".join(names[id] for id in test.wrong)
        wrong = test.of - test.right
        yield WRONG, says.wrong.format(wrong=wrong, of=test.of, fields=fields)
    reached = [line for line in rules.levels if test.share >= line.right]
    if reached and reached[0].level > test.level:
        first = reached[0]
        limit, took = f"{float(first.minutes):g}", f"{test.seconds / 60:.0f}"
        yield SLOW, says.slow.format(minutes=took, level=first.level, limit=limit)
    if test.is_stale:
        yield STALE, says.stale.format(months=rules.stale_months, levels=rules.stale_levels)


def _judged(
    rules: StopwatchRules, run: StopwatchRun, answers: Sequence[StopwatchAnswer], as_of: date
) -> RunResult:
    assert run.ended is not None
    asked = [(n, field.id) for n in range(1, len(run.codes) + 1) for field in rules.fields]
    right = {(a.n, a.field) for a in answers if a.answer == "right"} & set(asked)
    share = Fraction(len(right), len(asked))
    told = {(a.n, a.field) for a in answers}
    # Once every field has its answer the clock is over, whenever it is stopped.
    is_whole = set(asked) <= told
    seconds = max(a.second for a in answers) if is_whole else run.elapsed(run.ended)
    level = level_of_test(rules, share, seconds)
    stale = run.started.date() < months_before(as_of, rules.stale_months)
    counted = LEVELS[max(1, level - rules.stale_levels) - 1] if stale else level
    seen = f"{len(right)} of {len(asked)} right in {seconds // 60}:{seconds % 60:02d} min"
    workings = f"{seen}: level {level}"
    if stale:
        workings += f"; older than {rules.stale_months} months: counts as {counted}"
    missed = Counter(field for n, field in asked if (n, field) not in right)
    return RunResult(
        id=run.id,
        held_on=run.started.date(),
        seed=run.seed,
        right=len(right),
        of=len(asked),
        share=share,
        seconds=seconds,
        codes=tuple(_code(n, right, answers) for n in range(1, len(run.codes) + 1)),
        wrong=tuple(field for field, _ in missed.most_common()),
        level=level,
        counted=counted,
        is_stale=stale,
        is_latest=False,
        seen=seen,
        workings=workings,
    )


def _code(
    n: int, right: Collection[tuple[int, str]], answers: Sequence[StopwatchAnswer]
) -> CodeResult:
    seconds = [answer.second for answer in answers if answer.n == n]
    count = sum(of == n for of, _ in right)
    return CodeResult(n=n, right=count, second=max(seconds, default=None))
