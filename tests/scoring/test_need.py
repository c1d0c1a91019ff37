"""What it would take to know (method 3, *Usable*)."""

from typing import Any

import pytest

from readiness.domain.assessment import TypedMeasurement
from readiness.scoring.judge import level_of
from readiness.scoring.need import more_needed
from readiness.scoring.typed import observe_typed
from tests.made import questionnaire


def need(
    metric: str, batches: int | None = 12, dispersion: float | None = None, **given: Any
) -> Any:
    """The sentence for a tally."""
    content = questionnaire()
    definition = content.metric_by_id[metric]
    seen = observe_typed(TypedMeasurement(metric=metric, **given), definition, content.records)
    seen = seen.model_copy(update={"dispersion": dispersion})
    return more_needed(seen, definition, content.records, "autologous", level_of, batches)


def test_missing_batches_are_named_first() -> None:
    assert need("D1", batches=3, events=5, exposure=3) == "2 more batches in the window would do"
    assert need("D1", batches=None, events=5, exposure=3) == (
        "With a list of batches started it can be scored"
    )


def test_missing_values_are_named() -> None:
    assert need("H2", events=9, trials=11) == "4 more values would do"
    assert need("D7", value=3, n=2) == "3 more values would do"


def test_share_that_spans_three_levels() -> None:
    """D9, 2 of 5: 18.0 to 67.0 %, levels 1 to 3 (domain 4.5).

    Grown in quarters at the same share the low end first passes the cut of 30 % at 3.75 times: 8 of
    18 (18.75). z^2 = 1.6424; centre (0.4444 + 0.0456)/1.0912 = 0.4491; half
    1.2816 * sqrt(0.4444*0.5556/18 + 1.6424/(4*324))/1.0912 = 0.1438: 30.5 to 59.3 %, levels 2
    and 3. 18.75 - 5 = 13.75: 14 more.
    """
    assert need("D9", events=2, trials=5) == "About 14 more would tell"


def test_rate_that_spans_three_levels() -> None:
    """D2, 3 in 5 batches: 0.6, 80 % 0.22 to 1.34: levels 4 to 2; at twice as many 0.33 to 1.01.

    6 in 10: chi2(0.1; 12)/20 = 6.304/20 = 0.315, chi2(0.9; 14)/20 = 21.064/20 = 1.053: 4 to 2. At
    2.25 times, 7 in 11.25 (6.75 rounds to 7): 7.790/22.5 = 0.346, 23.542/22.5 = 1.046: 4 to 2. At
    2.5 times, 8 in 12.5 (7.5 rounds to the even 8): 9.312/25 = 0.372, 25.989/25 = 1.04. At 2.75,
    8 in 13.75: 9.312/27.5 = 0.339, 25.989/27.5 = 0.945: levels 4 and 3. 13.75 - 5 = 8.75: 9 more.
    """
    assert need("D2", events=3, exposure=5) == "About 9 more would tell"


def test_clustered_counts_need_more() -> None:
    """With a variance of four times the mean both arms are twice as long."""
    assert need("D2", events=3, exposure=5, dispersion=4.0) == "About 33 more would tell"
    # Up to 1.5 the counts are taken as they are.
    assert need("D2", events=3, exposure=5, dispersion=1.5) == "About 9 more would tell"


@pytest.mark.parametrize(
    "given", [{"metric": "D7", "value": 3, "n": 9}, {"metric": "S1", "value": 2}]
)
def test_where_no_number_can_be_named(given: dict[str, Any]) -> None:
    assert need(**given) is None
