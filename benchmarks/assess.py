"""assess() on a full assessment, against reading and writing its own result as JSON, in one run.

50 capabilities, 10 respondents, 33 measurements: 500 answers and every metric typed in. The round
trip through JSON with pydantic is what any tool would pay that keeps such a result at all.
"""

import gc
import random
import statistics
import time
from collections.abc import Callable

from readiness.domain.assessment import Assessment
from readiness.domain.questionnaire import Questionnaire
from readiness.domain.result import Result
from readiness.engine import assess
from tests.made import full_assessment, questionnaire

RESPONDENTS, RUNS = 10, 40
GOALS = {"without robustness": 10, "with robustness": 100}
"""Milliseconds on two cores."""


def milliseconds(call: Callable[[], object]) -> tuple[float, float]:
    """The fastest and the middle of the runs."""
    times = []
    gc.collect()
    for _ in range(RUNS):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return min(times), statistics.median(times)


def measure(assessment: Assessment, content: Questionnaire) -> dict[str, tuple[float, float]]:
    """Each way of judging, and the round trip of the same result."""
    result = assess(assessment, content)
    assert Result.model_validate_json(result.model_dump_json()) is not None
    return {
        "without robustness": milliseconds(lambda: assess(assessment, content, robustness=False)),
        "with robustness": milliseconds(lambda: assess(assessment, content)),
        "JSON round trip": milliseconds(
            lambda: Result.model_validate_json(result.model_dump_json())
        ),
    }


def main() -> None:
    """Print milliseconds, goals and ratios."""
    content = questionnaire()
    assessment = full_assessment(random.Random(1), RESPONDENTS)
    answers, tallies = len(assessment.responses), len(assessment.measurements)
    print(
        f"{len(content.capabilities)} capabilities, {RESPONDENTS} respondents, {answers} answers, "
        f"{tallies} measurements; fastest and middle of {RUNS} runs"
    )
    found = measure(assessment, content)
    yardstick, _ = found["JSON round trip"]
    for name, (fastest, middle) in found.items():
        goal = f"goal {GOALS[name]} ms" if name in GOALS else "the yardstick"
        print(
            f"  {name:20} {fastest:6.1f} ms  {middle:6.1f} ms  "
            f"{fastest / yardstick:5.1f} times the round trip  {goal}"
        )


if __name__ == "__main__":
    main()
