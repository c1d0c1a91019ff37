"""The command ``plan`` from its folder to its lines; the rest of it in tests/test_cli.py."""

import json
from pathlib import Path

import pytest
import typer

from readiness.cli.planning import plan_folder
from tests.workspace.folders import EXAMPLE

SCENARIOS = """\
  pivotal: 2027-09-01
  scenarios:
    - {id: Later, pivotal_weeks: 13}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = EXAMPLE.replace("  horizon_weeks: 52\n", "  horizon_weeks: 52\n" + SCENARIOS)
    (tmp_path / "assessment.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_scenarios_are_told_beside_the_plan(folder: Path) -> None:
    alone = list(plan_folder(folder, None, json=False, scenarios=False))
    beside = list(plan_folder(folder, None, json=False, scenarios=True))
    assert beside[: len(alone)] == alone
    assert beside[len(alone) :][:2] == ["Scenarios:", "  Later: the pivotal 13 weeks later"]


def test_json_has_them_as_one_key_more(folder: Path) -> None:
    (alone,) = plan_folder(folder, None, json=True, scenarios=False)
    (beside,) = plan_folder(folder, None, json=True, scenarios=True)
    whole = json.loads(beside)
    scenarios = whole.pop("scenarios")
    assert whole == json.loads(alone)
    assert [s["name"] for s in scenarios] == ["As entered", "Later"]


def test_a_file_of_another_kind_ends_it_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(typer.Exit):
        list(plan_folder(tmp_path, tmp_path / "plan.pdf", json=False, scenarios=False))
