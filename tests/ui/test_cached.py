"""One workbench for the process."""

import gc
import tomllib
from pathlib import Path

from readiness.ui.cached import workbench
from readiness.workspace.session import Session

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


def test_the_same_object_every_time(bench: Session) -> None:
    assert workbench() is bench


def test_no_run_of_a_page_waits_for_a_look_through_the_content(bench: Session) -> None:
    assert bench.questionnaires
    assert gc.get_freeze_count() > len(gc.get_objects())
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert config["runner"]["postScriptGC"] is False
