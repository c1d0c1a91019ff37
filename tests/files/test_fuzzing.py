"""Thousands of damaged files: each is read or refused, within ten seconds and a gigabyte."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.fuzzing import KINDS, case

ROOT = Path(__file__).parents[2]
SHARE = 500


def run(first: int, count: int) -> list[str]:
    """The lines of a run in a process of its own, so that a crash of the reader is seen."""
    command = [sys.executable, "-m", "tests.files.fuzzing", str(first), str(count)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False
    )
    lines = done.stdout.split("\n")
    assert done.returncode == 0, f"case {lines[-2]}: {done.returncode}\n{done.stderr[-2000:]}"
    return lines


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of memory and time there")
@pytest.mark.parametrize("share", range(4))
def test_two_thousand_cases(share: int) -> None:
    lines = run(share * SHARE, SHARE)
    assert lines[-2] == "done"
    assert "'read'" in lines[-3]
    assert "'broken_workbook'" in lines[-3]


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("share", range(4))
def test_twenty_thousand_more(share: int) -> None:
    assert run(10_000 + share * 5000, 5000)[-2] == "done"


def test_a_case_is_made_from_its_number_alone() -> None:
    for number in range(len(KINDS)):
        assert case(number) == case(number)
