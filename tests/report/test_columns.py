"""Columns of the tables: keys and headings by which an import finds them."""

import pytest

from readiness.report import columns
from readiness.report.layout import Column
from readiness.report.styles import LOOKS

TABLES = {
    name: getattr(columns, name)
    for name in ("REGISTER", "METRICS", "ROADMAP", "EVIDENCE", "FINDINGS", "DRILLS", "FLAGS")
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_keys_and_headings_are_unique_and_styles_exist(table: tuple[Column, ...]) -> None:
    assert len({c.key for c in table}) == len({c.heading for c in table}) == len(table)
    assert {c.style for c in table} <= set(LOOKS)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_inputs_are_open_and_workings_stand_last(table: tuple[Column, ...]) -> None:
    for column in table:
        assert LOOKS[column.style].open is (column.kind == "input"), column.key
    kinds = [c.kind == "working" for c in table]
    assert kinds == sorted(kinds)


def test_the_headings_that_a_client_edits() -> None:
    inputs = [c.heading for c in columns.REGISTER if c.kind == "input"]
    assert inputs == [
        *("P override", "R override", "L override", "Target override", "What-if level"),
        *("Override reason", "Owner", "Status", "Due", "Comment"),
    ]
