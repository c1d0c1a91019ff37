"""``readiness compare``: two folders, told capability by capability and as JSON."""

import json
from pathlib import Path

from typer.testing import CliRunner

from readiness.cli import app
from tests.workspace.folders import EXAMPLE

RUN = CliRunner()


def kept(folder: Path, said: str) -> str:
    folder.mkdir()
    (folder / "assessment.yaml").write_text(said, encoding="utf-8")
    return str(folder)


def test_two_folders_told_and_as_json(tmp_path: Path) -> None:
    """Also of two organisations: a site is compared with another as a round with the next."""
    first = kept(tmp_path / "first", EXAMPLE.replace("events: 74, exp", "events: 94, exp"))
    south = EXAMPLE.replace("organisation: Northgate", "organisation: Southgate")
    second = kept(tmp_path / "second", south)
    told = RUN.invoke(app, ["compare", first, second])
    assert told.exit_code == 0, told.stderr
    assert "Capabilities that differ: " in told.stdout
    ran = RUN.invoke(app, ["compare", first, second, "--json"])
    found = json.loads(ran.stdout)
    assert {"level", "verdict", "index", "side_by_side", "metrics", "gaps"} <= set(found)
    assert len(found["side_by_side"]) == 50
    differ = [one for one in found["side_by_side"] if one["before"] != one["after"]]
    assert f"Capabilities that differ: {len(differ)}" in told.stdout
    assert {"rule", "answers", "records", "backing"} <= set(found["side_by_side"][0]["before"])


def test_two_questionnaires_are_refused(tmp_path: Path) -> None:
    first = kept(tmp_path / "first", EXAMPLE)
    refused = RUN.invoke(app, ["compare", first, str(tmp_path / "nowhere")])
    assert refused.exit_code == 1
    assert "nowhere" in refused.stderr
