"""Columns of the sheets that list entries."""

import pytest

from readiness.report.layout import Column
from readiness.report.list_columns import DATA, LIMITS, OPTIONS
from readiness.report.styles import LOOKS


@pytest.mark.parametrize("columns", [DATA, LIMITS, OPTIONS])
def test_keys_stand_once_and_styles_are_known(columns: tuple[Column, ...]) -> None:
    keys = [column.key for column in columns]
    assert len(set(keys)) == len(keys)
    assert {column.style for column in columns} <= set(LOOKS)
