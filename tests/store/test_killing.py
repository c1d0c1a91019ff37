"""Killed at any moment, the store opens, verifies and holds whatever it said was kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KINDS = ("writing", "importing", "migrating", "backing up")


def run(kind: str, moments: int, seed: int, folder: Path) -> str:
    words = [sys.executable, str(ROOT / "tests/store/killing.py"), kind, str(moments), str(seed)]
    ran = subprocess.run(
        [*words, str(folder)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_killed_twice(kind: str, tmp_path: Path) -> None:
    assert "killed 2 times" in run(kind, 2, 1, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("kind", KINDS)
def test_killed_fifty_times(kind: str, tmp_path: Path) -> None:
    """Four kinds of work: 200 moments together."""
    assert "killed 50 times" in run(kind, 50, 2026, tmp_path)
