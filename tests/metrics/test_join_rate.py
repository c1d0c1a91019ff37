"""The join-rate test by hand, and what no order or extra row may change."""

from fractions import Fraction
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.domain.evidence import JoinTest
from readiness.metrics.join_rate import join_test
from readiness.metrics.tables import prepared
from readiness.metrics.window import find_window
from tests.made import questionnaire as content
from tests.metrics.made import AS_OF, RULES, table

JOINS = content().data_readiness.join

REGISTER = """
batch  started     last_result_date  disposition_date
B1     2026-01-05  2026-02-08        2026-02-10
B2     2026-02-02  2026-03-08        2026-03-10
B3     2026-03-02  2026-04-07        -
B4     2026-04-06  2026-05-10        2026-05-12
B5     2026-06-20  -                 -
B0     2024-01-05  -                 2024-02-10
"""
HEAD = REGISTER.split("\n")[1]
SCHEDULE = """
start       batch  status
2026-01-05  B1     done
2026-02-02  B2     done
2026-03-02  B3     done
2026-04-06  B-4    done
2026-05-04  B9     cancelled
2026-09-01  B7     confirmed
"""
REVIEWS = """
batch  returned
B1     2026-01-20
B2     2026-02-20
B3     2026-03-20
B4     2026-04-20
B0     2026-01-20
"""
DEVIATIONS = """
id  discovered  batch
D1  2026-01-06  B1
D2  2026-02-06  b2
D3  2026-02-06  -
D4  2025-01-01  B77
"""


def ran(**texts: str) -> JoinTest | None:
    """The test over tables written as text."""
    tables: dict[Any, pd.DataFrame] = {}
    for kind, text in texts.items():
        tables[kind] = table(text, file=f"{kind}.xlsx")
        if "returned" in tables[kind]:
            frame = tables[kind]
            frame["returned"] = pd.to_datetime(frame["returned"])
    ready, _ = prepared(tables)
    register = ready["batches"].frame if "batches" in ready else None
    window = find_window(register, AS_OF, RULES)
    return join_test(ready, JOINS, window)


def whole(**changed: str) -> JoinTest:
    texts = {"batches": REGISTER, "bookings": SCHEDULE, "reviews": REVIEWS}
    found = ran(**texts | {"deviations": DEVIATIONS} | changed)
    assert found is not None
    return found


def test_the_share_by_hand() -> None:
    found = whole()
    # The window holds the last 20 batches, so all 6; B5 began 10 days ago and is too young.
    # Tested are B0 to B4. Two keys are known to no register: B-4 of the schedule, b2 of the
    # deviations; B9 was cancelled, B7 lies ahead, and B77 was before the window begins only if
    # the window began later: it begins with B0 in 2024, so B77 is the third.
    assert (found.batches, found.young, found.strays) == (5, 1, 3)
    # B1 and B2 stand in the schedule, the reviews, QC and the release. B3 has no release, B4 stands
    # in the schedule as B-4, B0 has no result of QC and is not scheduled: 2 of 5 + 3.
    assert (found.linked, found.of, found.share) == (2, 8, Fraction(1, 4))
    assert found.reason == ""
    schedule, records, tests, deviations, release = found.logs
    assert (schedule.rows, schedule.named, schedule.found) == (5, 5, 3)
    assert [row.key for row in schedule.missing] == ["B4", "B0"]
    assert [(row.file, row.row) for row in schedule.strays] == [("bookings.xlsx", 5)]
    assert (records.found, records.missing) == (5, ())
    assert (tests.found, [row.key for row in tests.missing]) == (4, ["B0"])
    # Only B1 is named: b2 is another key. A batch without a deviation is no failure.
    assert (deviations.rows, deviations.named, deviations.found) == (4, 3, 1)
    assert deviations.missing == ()
    assert [row.key for row in deviations.strays] == ["D4", "D2"]
    assert (release.found, [row.key for row in release.missing]) == (4, ["B3"])


def test_a_log_that_is_not_on_file_leaves_no_share() -> None:
    found = ran(batches=REGISTER, reviews=REVIEWS)
    assert found is not None
    assert (found.share, found.reason) == (None, "not on file: Schedule, Deviations")
    assert (found.linked, found.of) == (3, 5)  # records, QC and release: all but B3 and B0
    assert [log.is_tested for log in found.logs] == [False, True, True, False, True]


def test_a_schedule_without_batch_numbers_links_nothing() -> None:
    found = whole(bookings="start  resource\n2026-01-05  A\n")
    assert (found.linked, found.share) == (0, 0)
    assert found.logs[0].reason == "no column of it names the batch"
    assert len(found.logs[0].missing) == 5


def test_no_register_no_test_and_a_young_one_no_share() -> None:
    assert ran(bookings=SCHEDULE) is None
    found = whole(batches=f"{HEAD}\nB1  2026-06-01  -  -\n")
    assert (found.batches, found.young, found.share) == (0, 1, None)
    assert found.reason == "no batch is old enough to have all its records"


def test_a_register_without_results_and_dispositions_lacks_two_logs() -> None:
    found = whole(batches="batch  started\nB1  2026-01-05\n")
    assert found.reason == "not on file: QC results, Release"


KEYS = st.lists(st.sampled_from(["B1", "B2", "B3", "B4", "B8", "B9"]), max_size=8)


@settings(max_examples=50)
@given(KEYS, KEYS, st.randoms())
def test_shares_stay_within_bounds_and_no_order_changes_them(
    planned: list[str], noted: list[str], rng: object
) -> None:
    def of(keys: list[str], noted: list[str]) -> JoinTest:
        rows = [f"2026-03-0{n + 1}  {key}" for n, key in enumerate(keys)]
        seen = [f"D{n}  2026-03-02  {key}" for n, key in enumerate(noted)]
        return whole(
            bookings="\n".join(["start  batch", "2026-03-01  B1", *rows]),
            deviations="\n".join(["id  discovered  batch", "D99  2026-03-01  B1", *seen]),
        )

    found = of(planned, noted)
    assert found.share is not None
    assert 0 <= found.share <= 1
    # B1 is always planned; besides it those planned, reviewed and released: B2 and B4.
    assert found.linked == 1 + len({"B2", "B4"} & set(planned))
    assert found.of == 5 + len({"B8", "B9"} & {*planned, *noted})
    again = of(sorted(planned, reverse=True), noted[::-1])
    assert (again.share, again.strays) == (found.share, found.strays)
    more = of([*planned, "B2"], noted)
    assert more.share is not None
    assert more.share >= found.share
