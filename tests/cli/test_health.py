"""``readiness health`` says each check and ends with a status that a monitor understands."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli import app

RUN = CliRunner()


def test_well_and_not_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "data"))
    well = RUN.invoke(app, ["health"])
    assert well.exit_code == 0, well.output
    assert "ok    store: 0 assessments" in well.stdout
    (tmp_path / "data").chmod(0o755)
    ill = RUN.invoke(app, ["health", "--json"])
    assert ill.exit_code == 1
    found = {one["name"]: one["is_well"] for one in json.loads(ill.stdout)}
    assert found["data place"] is False
    assert found["store"] is True
