"""Which part of the window a log covers: by hand, and as a promise."""

from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.content import content_root, load_questionnaire
from readiness.domain.complete_logs import CompleteLog
from readiness.domain.evidence import ObservedWindow, Span
from readiness.metrics.cover import covered, find_gaps, in_words, in_words_stated, length
from readiness.scoring.judge import Circumstances, judge
from tests.metrics.made import AS_OF, RULES, batches, observe, placed, profile

CONTENT = load_questionnaire(content_root() / "cgt-operational-readiness")
# 100 days: 1 January to 10 April 2026.
WINDOW = ObservedWindow(from_=date(2026, 1, 1), to=date(2026, 4, 10), batches=4)


def gaps(days: list[int], parts: str = "", window: ObservedWindow = WINDOW) -> tuple[Span, ...]:
    """Of records so many days after 1 January; ``parts``: a letter for the file of each."""
    dates = pd.Series([pd.Timestamp("2026-01-01") + pd.Timedelta(days=n) for n in days])
    return find_gaps(dates, pd.Series(list(parts or "a" * len(days))), window, RULES)


def test_a_log_that_ends_leaves_a_gap() -> None:
    # six days with a record, the last on day 60 (1 March is day 59): 39 days to 10 April are
    # silent, 61 are not: 0.61^6 = 0.0515, by chance in 5 of 100; with seven 0.61^7 = 0.031
    assert gaps([0, 10, 20, 30, 40, 60]) == ()
    assert gaps([0, 10, 20, 30, 40, 50, 60]) == ((date(2026, 3, 3), date(2026, 4, 10)),)


def test_records_of_one_day_are_one_day() -> None:
    # seven records on six days: 0.0515 again
    assert gaps([0, 10, 20, 30, 40, 40, 60]) == ()


def test_a_log_that_begins_late_leaves_a_gap() -> None:
    # first record on day 39, 9 February; 39 days before it, seven days with a record
    assert gaps([39, 50, 60, 70, 80, 90, 99]) == ((date(2026, 1, 1), date(2026, 2, 8)),)
    # one record before the window, and it was kept from the first day on
    assert gaps([-1, 39, 50, 60, 70, 80, 90, 99]) == ()


@pytest.mark.parametrize(("last", "is_gap"), [(69, False), (68, True)])
def test_thirty_days_are_no_gap_and_thirty_one_are(last: int, is_gap: bool) -> None:
    # day 69 is the 70th of 100: 30 days are left. With 40 days of records 0.69^40 is nothing
    assert bool(gaps([*range(39), last])) is is_gap


def test_a_rare_log_is_not_taken_for_one_that_ended() -> None:
    # one record on day 10: 89 silent days, 0.11^1 = 0.11; two: 0.11^2 = 0.0121
    assert gaps([10]) == ()
    assert len(gaps([4, 10])) == 1


def test_two_files_cover_it_together_and_a_hole_between_them_is_seen() -> None:
    january, february, march = [0, 5, 10, 20, 30], [31, 40, 50, 58], [60, 70, 80, 90, 99]
    assert gaps([*january, *february, *march], "aaaaabbbbccccc") == ()
    # February is lost: days 31 to 59, 29 days, which is no longer than 30
    assert gaps([*january, *march], "aaaaaccccc") == ()
    # from 31 January to 4 March (day 62) are 33 days: ten days with a record, 0.67^10 = 0.018
    assert gaps([*january, 63, 70, 80, 90, 99], "aaaaaccccc") == (
        (date(2026, 2, 1), date(2026, 3, 4)),
    )
    # in one file the same days are its own rhythm: whoever kept it, kept it all the while
    assert gaps([*january, 63, 70, 80, 90, 99]) == ()
    # a log with wider cover closes it
    assert gaps([*january, 63, 70, 80, 90, 99, 0, 99], "aaaaacccccdd") == ()


def test_a_log_that_ended_before_the_window() -> None:
    # ten days with a record in the ten days before the window, none in 100: (10/110)^10
    assert gaps(list(range(-10, 0))) == ((WINDOW.from_, WINDOW.to),)
    # two in 300 days before it: (300/400)^2 = 0.56 says nothing
    assert gaps([-300, -1]) == ()


def test_before_the_first_batch_a_log_may_be_silent() -> None:
    late = [50, 60, 70, 80, 90, 95, 99]
    # the first batch started on day 45, five days before the first record
    days = pd.Series([pd.Timestamp("2026-01-01") + pd.Timedelta(days=n) for n in late])
    files = pd.Series(["a"] * 7)
    assert find_gaps(days, files, WINDOW, RULES, date(2026, 2, 15)) == ()
    # on day 10: of 90 days 40 are silent, (50/90)^7 = 0.016; so are the ten before
    found = find_gaps(days, files, WINDOW, RULES, date(2026, 1, 11))
    assert found == ((date(2026, 1, 1), date(2026, 2, 19)),)


def test_days_that_are_stated_to_be_complete_are_no_gap() -> None:
    """Weekly to day 42, then silence to day 99: 57 days, as no chance would leave them."""
    days = pd.Series([pd.Timestamp("2026-01-01") + pd.Timedelta(days=n) for n in range(0, 43, 7)])
    files = pd.Series(["a"] * 7)
    assert find_gaps(days, files, WINDOW, RULES) == ((date(2026, 2, 13), WINDOW.to),)
    whole = [(date(2026, 1, 1), WINDOW.to)]
    assert find_gaps(days, files, WINDOW, RULES, stated=whole) == ()
    # stated to 4 March: of the 37 days from 5 March on (63/100)^7 = 0.04 is left to chance
    part = [(date(2026, 1, 1), date(2026, 3, 4))]
    assert find_gaps(days, files, WINDOW, RULES, stated=part) == ((date(2026, 3, 5), WINDOW.to),)


def test_an_empty_log_and_the_time_to_come_say_nothing() -> None:
    assert gaps([]) == ()
    assert gaps([100, 101]) == ()


def test_while_nothing_is_made_a_log_may_be_silent() -> None:
    gap = ((date(2026, 3, 2), date(2026, 4, 10)),)
    before = pd.Series(pd.to_datetime(["2026-01-05", "2026-02-05", "2026-03-01"]))
    assert covered(gap, WINDOW, [before]) is None
    after = pd.Series(pd.to_datetime(["2026-01-05", "2026-02-05", "2026-03-01", "2026-03-02"]))
    less = covered(gap, WINDOW, [after])
    assert less is not None
    assert (less.batches, less.gaps) == (3, gap)
    # without a list of batches nobody knows what was made
    assert covered(gap, WINDOW.model_copy(update={"batches": None}), []) is not None


def test_it_is_said_in_words() -> None:
    ends = WINDOW.model_copy(update={"gaps": ((date(2026, 3, 2), WINDOW.to),), "batches": 3})
    said = {"kind": "deviations", "from": "2026-01-01", "to": "2026-04-10", "by": "QA lead"}
    stated = CompleteLog.model_validate(said | {"on": "2026-04-11"})
    assert in_words_stated("deviation log", [stated]) == (
        "the deviation log is complete from 1 Jan 2026 to 10 Apr 2026, as stated"
    )
    assert in_words("deviation log", ends, WINDOW) == (
        "the deviation log ends on 1 Mar 2026, 40 days before the window does (10 Apr 2026): "
        "only what it covers counts, with 3 of the 4 batches started"
    )
    other = ((WINDOW.from_, date(2026, 1, 31)), (date(2026, 2, 5), date(2026, 3, 9)))
    less = WINDOW.model_copy(update={"gaps": other, "batches": 1})
    assert (
        "begins on 1 Feb 2026, 31 days after the window does (1 Jan 2026) and holds nothing "
        "from 5 Feb 2026 to 9 Mar 2026, 33 days"
    ) in in_words("log", less, WINDOW)
    assert length(other[0]) == 31


# Thirteen batches, one each 28 days from 5 July 2025 to 6 June 2026; the window's 366 days begin
# on 30 June 2025.
REGISTER = batches(13, "2025-07-05", 28)


def log_of(count: int, each: int, every: int = 28, **columns: Any) -> pd.DataFrame:
    """So many records for each of the first batches, a day apart from its start on."""
    rows = [(batch, n) for batch in range(1, count + 1) for n in range(each)]
    frame = pd.DataFrame(
        {
            "id": [f"D{batch}-{n}" for batch, n in rows],
            "batch": pd.Series([(f"B{batch}",) for batch, _ in rows], dtype=object),
            "day": [
                pd.Timestamp("2025-07-05") + pd.Timedelta(days=every * (batch - 1) + n)
                for batch, n in rows
            ],
            **columns,
        }
    )
    return placed(frame)


def test_the_batches_after_the_end_of_a_log_are_not_counted_over() -> None:
    # three deviations in each of the first seven batches, the last on 22 December 2025 (20th + 2):
    # 190 days of silence to 30 June 2026, 21 days with a record: (176/366)^21 is practically 0
    log = log_of(7, 3).rename(columns={"day": "discovered"})
    seen = observe("D1", deviations=log, batches=REGISTER)
    # 21 in the 7 batches started until then: 3, level 3; over all 13 it would be 1.6, level 4
    assert (seen.events, seen.exposure, seen.value) == (21, 7, 3)
    assert seen.window.gaps == ((date(2025, 12, 23), date(2026, 6, 30)),)
    assert (seen.window.batches, seen.window.from_) == (7, date(2025, 6, 30))
    assert seen.remark == (
        "the deviations ends on 22 Dec 2025, 190 days before the window does (30 Jun 2026): "
        "only what it covers counts, with 7 of the 13 batches started"
    )
    # no month of 2026 is drawn as 0
    assert [(m.month, m.events, m.covered) for m in seen.months[4:7]] == [
        ("2025-11", 3, True),
        ("2025-12", 3, True),
        ("2026-01", 0, False),
    ]
    # halves of the covered 176 days: 30 June to 25 September, and to 22 December 2025. Started
    # until 25 September: 5 July, 2 and 30 August; nine events in three, twelve in four
    assert seen.trend.text.startswith("older half 9 in 3, newer half 12 in 4: no clear change")


def test_a_batch_after_the_end_is_not_right_the_first_time() -> None:
    log = log_of(7, 1, severity="major").rename(columns={"day": "discovered"})
    seen = observe("D6", deviations=log, batches=REGISTER.assign(outcome="released"))
    # every batch that the log covers has a major deviation; of the six after it nothing is known
    assert (seen.events, seen.trials) == (0, 7)
    assert [(r.key, r.note) for r in seen.left_out if r.key == "B8"] == [
        ("B8", "the deviations does not cover this day")
    ]


def test_fewer_than_five_batches_in_the_covered_part_are_not_scored() -> None:
    log = log_of(4, 3).rename(columns={"day": "discovered"})
    seen = observe("D1", deviations=log, batches=REGISTER)
    about = Circumstances(CONTENT.records, profile(), batches=13)
    judged = judge(seen, CONTENT.metric_by_id["D1"], about)
    assert (judged.value, judged.usable) == (3, False)
    assert judged.reason == "4 batches in that part of the window; at least 5 are needed"
    assert judged.window is not None


def test_a_log_from_before_the_window_measures_nothing() -> None:
    log = log_of(7, 3).rename(columns={"day": "discovered"})
    log["discovered"] -= pd.Timedelta(days=365)
    seen = observe("D1", deviations=log, batches=REGISTER)
    assert seen.value is None
    assert seen.missing.startswith("no batch started in the window; the deviations ends before")


def test_expedites_of_a_file_that_ends_are_not_covered_by_another_log() -> None:
    calls = log_of(13, 2, kind="call_out", role="MSAT").rename(columns={"day": "at"})
    rush = log_of(7, 2, kind="expedite", role="MSAT").rename(columns={"day": "at"})
    both = pd.concat([calls, rush.assign(_file="invoices.xlsx")], ignore_index=True)
    tables: dict[str, Any] = {"interventions": both, "batches": REGISTER}
    assert observe("H5", **tables).exposure == 13
    assert observe("H7", **tables).exposure == 7
    assert observe("H1", **tables).window is None  # none anywhere: 0 over all, and a suspicion


COUNTED = {
    "D1": ("deviations", "discovered"),
    "D2": ("deviations", "discovered"),
    "D6": ("deviations", "discovered"),
    "B1": ("revisions", "effective"),
    "B4": ("record_errors", "day"),
    "B8": ("temporary_instructions", "approved"),
    "H1": ("interventions", "at"),
    "H6": ("interventions", "at"),
}


def level(metric: str, log: pd.DataFrame, register: pd.DataFrame) -> tuple[int | None, bool]:
    """The level from this log, None where it gives none; and whether a gap was seen."""
    kind, day = COUNTED[metric]
    if kind == "record_errors":
        log = log.assign(batch=log["batch"].map(lambda cell: cell[0]))
    tables: dict[str, Any] = {kind: log.rename(columns={"day": day}), "batches": register}
    seen = observe(metric, **tables)
    about = Circumstances(CONTENT.records, profile(), batches=len(register))
    judged = judge(seen, CONTENT.metric_by_id[metric], about)
    return judged.level if judged.usable else None, bool(seen.window or seen.missing)


@settings(max_examples=60, deadline=None)
@given(
    metric=st.sampled_from(sorted(COUNTED)),
    each=st.integers(1, 9),
    every=st.sampled_from([10, 14, 28]),
    share=st.fractions(Fraction(1, 20), Fraction(19, 20)),
)
def test_cutting_off_the_end_of_a_steady_log_never_improves_a_level(
    metric: str, each: int, every: int, share: Fraction
) -> None:
    """The same number of records in each batch, and the log ends with one of them.

    Whatever the rule does not see is short: at most 30 days, or so few records that a silence of
    that length comes about by chance in five of a hundred logs.
    """
    count = 364 // every
    kept = max(1, int(share * count))
    started = pd.date_range("2025-07-05", periods=count, freq=f"{every}D")
    facts = {"outcome": "released", "pages": 20, "disposition_date": started}
    register = batches(count, "2025-07-05", every, **facts)
    kind = "exception" if metric == "H6" else "after_hours"
    about = {"severity": "major", "document": "M", "kind": kind}
    whole, _ = level(metric, log_of(count, each, every, **about), register)
    log = log_of(kept, each, every, **about)
    less, is_seen = level(metric, log, register)
    if is_seen:
        assert less is None or (whole is not None and less <= whole)
        return
    # Errors of executed records have no date of their own: that of their batch stands for it.
    days = pd.Series(started[:kept]) if metric == "B4" else log["day"]
    last, held = days.max().date(), days.nunique()
    gap, span = (AS_OF - last).days, (AS_OF - started[0].date()).days + 1
    assert kept == count or gap <= 30 or (1 - gap / span) ** held >= 0.05


def test_a_figure_never_gets_better_by_what_the_rule_leaves_out() -> None:
    """Counted over the covered part it is never lower than over all: the same events, less time."""
    for count in range(1, 13):
        log = log_of(count, 3).rename(columns={"day": "discovered"})
        seen = observe("D1", deviations=log, batches=REGISTER)
        assert seen.value >= Fraction(3 * count, 13)
        assert seen.window is None or seen.value == 3
