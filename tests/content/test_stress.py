"""``stress.yaml``: what is asked of a simulation, and what can be tried."""

from pathlib import Path

import pytest

from readiness.content import content_root
from readiness.content.stress import load_stress
from readiness.domain.errors import ContentRefused
from readiness.domain.simulation import Parameters
from readiness.workspace.simulating import SHOCKS
from tests.made import questionnaire

FOLDER = content_root() / "cgt-operational-readiness"
OUTSIDE = {"suites", "material"}
"""Fields that the page turns into sites and into one entry of the materials."""


def test_the_shipped_content_asks_for_parameters_that_there_are() -> None:
    content = load_stress(FOLDER)
    known = set(Parameters.model_fields) | OUTSIDE
    assert {field.id.split(".")[0] for field in content.fields} <= known
    stages = {stage.id for stage in questionnaire().stages}
    assert sorted(s for part in content.sizes.values() for s in part) == sorted(stages)
    for field in content.fields:
        assert set(field.typical) == set(content.sizes), field.id
        assert field.help.endswith(".")


def test_shocks_and_remedies_name_what_there_is() -> None:
    content = load_stress(FOLDER)
    for shock in content.shocks:
        kind = str(shock.change["kind"])
        asked = set(SHOCKS[kind].model_fields) - {"from_day", "site"}
        assert set(shock.change) <= asked, shock.id
    for lever in content.levers:
        assert questionnaire().capabilities[lever.capability].action.effort_total > 0


def test_a_remedy_for_what_nobody_asks_is_refused(tmp_path: Path) -> None:
    text = (FOLDER / "stress.yaml").read_text(encoding="utf-8")
    (tmp_path / "stress.yaml").write_text(
        text.replace("field: suites, add: 1", "field: suits, add: 1"), encoding="utf-8"
    )
    with pytest.raises(ContentRefused, match="another_suite: no field is called suits"):
        load_stress(tmp_path)
