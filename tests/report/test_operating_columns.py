"""Columns of the sheets of changes and of the stopwatch."""

import pytest

from readiness.report.layout import Column
from readiness.report.operating_columns import RIPPLE, STOPWATCH
from readiness.report.styles import LOOKS


@pytest.mark.parametrize("columns", [RIPPLE, STOPWATCH])
def test_keys_and_headings_stand_once_and_styles_exist(columns: tuple[Column, ...]) -> None:
    assert len({column.key for column in columns}) == len(columns)
    assert len({column.heading for column in columns}) == len(columns)
    assert {column.style for column in columns} <= set(LOOKS)
