"""``readiness portfolio``: the store of this computer, by client, told and as JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli import app
from readiness.workspace.answers import answer
from readiness.workspace.assessments import create
from readiness.workspace.rounds import next_round
from readiness.workspace.session import open_workspace

RUN = CliRunner()


@pytest.fixture(autouse=True)
def two_clients(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One client with two rounds of a site, one with an assessment of which nothing is said."""
    monkeypatch.setenv("READINESS_DATA_DIR", str(tmp_path / "data"))
    session = open_workspace()
    alder = session.store.add_workspace(session.actor, "Alder")
    first = create(session, "Site one", "autologous", "phase_1", client=alder)
    answer(session, first, "OPM-1", "team", level=2)
    second = next_round(session, first)
    answer(session, second, "OPM-1", "team", level=1)
    create(session, "Not begun", "autologous", "phase_1", client=alder)
    session.store.close()


def test_json_has_the_figures_of_the_page() -> None:
    """The index went from 2 to 1; the gap is in one of the one where it is known."""
    ran = RUN.invoke(app, ["portfolio", "--client", "Alder", "--json"])
    assert ran.exit_code == 0, ran.stderr
    found = json.loads(ran.stdout)
    [line] = found["lines"]
    assert (line["title"], line["level"], line["moved"]) == ("Site one, round 2", None, -1.0)
    assert [r["index"] for r in line["rounds"]] == [2.0, 1.0]
    [gap] = [g for g in found["gaps"] if g["capability"] == "OPM-1"]
    assert (gap["count"], gap["known"], gap["assessments"]) == (1, 1, [line["id"]])
    assert [one["title"] for one in found["left_out"]] == ["Not begun"]
    assert found["client"] == "Alder"
    assert "Summing up, once: 2 of 2" in ran.stderr
    again = RUN.invoke(app, ["portfolio", "--client", "Alder", "--json"])
    assert (json.loads(again.stdout), again.stderr) == (found, "")


def test_told_in_lines_and_an_unknown_client_is_refused_with_those_there_are() -> None:
    ran = RUN.invoke(app, ["portfolio", "--client", "Alder"])
    assert ran.exit_code == 0, ran.stderr
    assert "Site one, round 2: level ?, not enough known, index 1.00 (▼ 1.00" in ran.stdout
    assert "in 1 of 1 where it is known" in ran.stdout
    assert "Overdue on" in ran.stdout
    assert "Not begun: No answer yet" in ran.stdout
    refused = RUN.invoke(app, ["portfolio", "--client", "Birch"])
    assert refused.exit_code == 1
    assert "there is Alder, My assessments" in refused.stderr
