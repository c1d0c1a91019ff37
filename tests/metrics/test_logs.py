"""The dates of a log: its own, or those of the batches and bookings that it names."""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from readiness.domain.complete_logs import CompleteLog
from readiness.domain.evidence import TableKind
from readiness.metrics.logs import Column, Covers, Log
from readiness.metrics.tables import prepared
from readiness.metrics.window import find_window
from tests.metrics.made import AS_OF, RULES, batches, placed, table

# Weekly from 7 July 2025 to 22 June 2026: 51 batches.
REGISTER = batches(51, "2025-07-07", 7)


def covers(**tables: pd.DataFrame) -> Covers:
    kinds: dict[Any, pd.DataFrame] = {"batches": REGISTER, **tables}
    ready, _ = prepared(kinds)
    return Covers(ready, find_window(REGISTER, AS_OF, RULES), RULES)


def test_errors_are_dated_by_their_batch() -> None:
    errors = placed(pd.DataFrame({"batch": [f"B{n}" for n in range(1, 31)]}))
    seen = covers(record_errors=errors).window_of(Log("record_errors", "batch"))
    # the thirtieth batch started 29 weeks after 7 July 2025, on 26 January 2026
    assert seen is not None
    assert seen.gaps == ((date(2026, 1, 27), AS_OF),)
    assert seen.batches == 30


def test_the_first_column_that_is_there_dates_a_record() -> None:
    issued = table("id approved batch\nT1 2025-12-22 B51")
    log = Log("temporary_instructions", "approved|batch")
    # one record in the middle of the year tells nothing; one on its last days, the start of B51 on
    # 22 June, leaves 357 of 366 days: by chance in 2 of 100
    assert covers(temporary_instructions=issued).window_of(log) is None
    by_batch = issued.drop(columns="approved")
    assert covers(temporary_instructions=by_batch).window_of(log) is not None


def test_a_table_that_is_not_there_covers_nothing_and_says_nothing() -> None:
    assert covers().window_of(Log("revisions", "effective")) is None
    loose = table("booking\nR1")
    assert (
        covers(booking_changes=loose).window_of(Log("booking_changes", "changed|booking")) is None
    )


def test_what_else_is_counted_over_is_looked_at() -> None:
    register = REGISTER.assign(disposition_date=REGISTER["started"] + pd.Timedelta(days=300))
    log = table("id discovered\n" + "\n".join(f"D{n} 2026-05-{n:02}" for n in range(1, 29)))
    kinds: dict[TableKind, pd.DataFrame] = {"batches": register, "deviations": log}
    ready, _ = prepared(kinds)
    early = find_window(register, date(2026, 6, 30), RULES)
    found = Covers(ready, early, RULES)
    plain = found.window_of(Log("deviations", "discovered"))
    assert plain is not None
    assert plain.gaps[0][0] == early.from_
    over: tuple[Column, ...] = (("batches", "disposition_date"),)
    assert found.window_of(Log("deviations", "discovered", over=over)) == plain


def test_a_statement_is_relied_on_only_where_less_would_count_without_it() -> None:
    """Errors of the first 30 of 51 batches: the log ends on 26 January 2026, the start of B30."""
    errors = placed(pd.DataFrame({"batch": [f"B{n}" for n in range(1, 31)]}))
    seen, log = covers(record_errors=errors), Log("record_errors", "batch")
    said = {"kind": "record_errors", "from": "2025-07-07", "to": AS_OF, "by": "QA", "on": AS_OF}
    whole = CompleteLog.model_validate(said)
    seen = replace(seen, complete=(whole,))
    assert seen.window_of(log) is None
    assert seen.relied_on(log) == (whole,)
    # what is known from the records already, and what concerns another log, is not relied on
    short = CompleteLog.model_validate(said | {"to": "2025-12-31"})
    assert replace(covers(record_errors=errors), complete=(short,)).relied_on(log) == ()
    other = CompleteLog.model_validate(said | {"kind": "deviations"})
    assert replace(covers(record_errors=errors), complete=(other,)).relied_on(log) == ()
