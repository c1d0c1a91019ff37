"""Codes of a batch register as it is kept, and which are in process."""

from datetime import date

import pandas as pd

from readiness.evidence.register_codes import RegisterCode, register_codes

DAYS = pd.to_datetime(["2026-01-05", "2026-02-05", ""])


def test_the_outcome_says_who_is_in_process() -> None:
    table = pd.DataFrame(
        {"batch": ["A", "B", "C"], "started": DAYS, "outcome": ["released", "in_process", None]}
    )
    assert register_codes([table]) == (
        RegisterCode("A", date(2026, 1, 5), False),
        RegisterCode("B", date(2026, 2, 5), True),
        RegisterCode("C", None, False),
    )


def test_without_an_outcome_what_has_neither_an_end_nor_a_disposition() -> None:
    table = pd.DataFrame({"batch": ["A", "B", None], "completed": DAYS, "disposition_date": pd.NaT})
    table.loc[1, "completed"] = pd.NaT
    assert [(c.code, c.is_in_process) for c in register_codes([table])] == [
        ("A", False),
        ("B", True),
    ]


def test_a_batch_stands_once_and_the_later_table_counts() -> None:
    first = pd.DataFrame({"batch": ["A", "B"], "outcome": ["in_process", "in_process"]})
    later = pd.DataFrame({"batch": ["A"], "outcome": ["released"]})
    assert [(c.code, c.is_in_process) for c in register_codes([first, later])] == [
        ("A", False),
        ("B", True),
    ]
    assert register_codes([]) == ()
