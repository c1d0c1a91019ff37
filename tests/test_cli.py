"""The command line: status, streams, and messages that say what to do (formats, Commands)."""

import json
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from readiness.cli import app
from tests.workspace.folders import EXAMPLE

RUN = CliRunner()
COMMANDS = (
    "app",
    "demo",
    "template",
    "assess",
    "measure",
    "report",
    "compare",
    "portfolio",
    "questionnaire",
    "partner",
    "plan",
    "simulate",
    "content",
    "db",
    "health",
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, written and assessed once."""
    folder = tmp_path_factory.mktemp("cli") / "demo"
    ran = RUN.invoke(app, ["demo", str(folder)])
    assert ran.exit_code == 0, ran.stderr
    assert "Verdict: clinical" in ran.stdout
    assert (folder / "gap-report.xlsx").stat().st_size > 10_000
    return folder


def test_help_names_every_command() -> None:
    text = RUN.invoke(app, ["--help"]).stdout
    for command in COMMANDS:
        assert command in text
        assert RUN.invoke(app, [command, "--help"]).exit_code == 0


def test_readme_names_every_command() -> None:
    text = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"readiness {command}" in text or f"make {command}" in text


def test_json_stands_alone_on_standard_output(demo: Path) -> None:
    ran = RUN.invoke(app, ["assess", str(demo), "--json"])
    found = json.loads(ran.stdout)
    assert ran.exit_code == 0
    assert found["questionnaire"]["id"] == "cgt-operational-readiness"
    assert "Reading" in ran.stderr


def test_plan_without_people_gives_the_waves_and_with_people_a_plan(
    demo: Path, tmp_path: Path
) -> None:
    out = tmp_path / "roadmap.ics"
    ran = RUN.invoke(app, ["plan", str(demo), "--json", "--out", str(out)])
    found = json.loads(ran.stdout)
    assert found["status"] == "no people entered"
    assert [a["wave"] for a in found["actions"]] == sorted(a["wave"] for a in found["actions"])
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
    said = (demo / "assessment.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "people"
    folder.mkdir()
    people = said + "\nplan: {horizon_weeks: 6, capacity: {SC: 1, QA: 1, MFG: 1}}\n"
    (folder / "assessment.yaml").write_text(people, encoding="utf-8")
    ran = RUN.invoke(app, ["plan", str(folder)])
    assert ran.exit_code == 0, ran.stderr
    assert "fall outside the horizon" in ran.stdout
    book = tmp_path / "roadmap.xlsx"
    scenario = said + "\nplan: {horizon_weeks: 40, scenarios: [{id: Later, skip: [PRC-5]}]}\n"
    (folder / "assessment.yaml").write_text(scenario, encoding="utf-8")
    ran = RUN.invoke(app, ["plan", str(folder), "--scenarios", "--json", "--out", str(book)])
    assert ran.exit_code == 0, ran.stderr
    compared = json.loads(ran.stdout)["scenarios"]
    assert [s["name"] for s in compared] == ["As entered", "Later"]
    assert compared[1]["open_gaps"] == compared[0]["open_gaps"] + 1
    assert "Scenarios" in openpyxl.load_workbook(book).sheetnames
    refused = RUN.invoke(app, ["plan", str(demo), "--out", str(tmp_path / "roadmap.pdf")])
    assert refused.exit_code == 1
    assert ".xlsx, .csv, .ics" in refused.stderr


def test_measure_gives_measurements_exclusions_and_findings(demo: Path) -> None:
    found = json.loads(RUN.invoke(app, ["measure", str(demo), "--json"]).stdout)
    assert set(found) == {"measurements", "exclusions", "findings", "versions", "in_doubt"}
    measured = {m["metric"]: m for m in found["measurements"]}
    assert len(measured) == 33
    assert measured["D1"]["events"] == len(measured["D1"]["rows"])
    assert all(row["file"] and row["row"] for row in measured["D1"]["rows"])
    [plan] = found["versions"]
    assert [len(plan["versions"]), len(plan["steps"])] == [4, 3]
    told = {finding["kind"]: finding["evidence"] for finding in found["findings"]}
    # one planner saved all four; three of them within 90 days
    assert [len(told["key_person"]), len(told["copies_spread"])] == [4, 3]


def test_measure_goes_on_without_a_file_in_doubt_and_begins_its_mapping(tmp_path: Path) -> None:
    """The register is measured (two batches); of the file in doubt its line says what it asks."""
    kept, rest = EXAMPLE.split("window:")[0], EXAMPLE.split("incidents:")[1]
    (tmp_path / "assessment.yaml").write_text(f"{kept}incidents:{rest}")
    (tmp_path / "evidence").mkdir()
    register = "Lot,Process Start\nB1,2026-01-05\nB2,2026-03-05\n"
    (tmp_path / "evidence" / "register.csv").write_text(register)
    log = "Record No.,Date Discovered,Lot\nD1,03/04/2026,B1\nD2,05/06/2026,B1\n"
    (tmp_path / "evidence" / "log.csv").write_text(log)
    ran = RUN.invoke(app, ["measure", str(tmp_path)])
    assert ran.exit_code == 1
    assert ran.stdout.startswith("D1 ")
    assert (
        "log.csv:1: Not sure: Date discovered: 2 of 2 dates can be read as DD/MM/YYYY" in ran.stderr
    )
    last = ran.stderr.splitlines()[-1]
    assert last.startswith("One file is in doubt and in no figure: log.csv.")
    assert not (tmp_path / "evidence.yaml").exists()
    ran = RUN.invoke(app, ["measure", str(tmp_path), "--start-mapping"])
    assert "evidence.yaml has an entry for log.csv: confirm, then run again." in ran.stderr
    entry = (tmp_path / "evidence.yaml").read_text(encoding="utf-8")
    fixed = entry.partition("    to_confirm:")[0] + "    date_format: DD/MM/YYYY\n"
    (tmp_path / "evidence.yaml").write_text(fixed, encoding="utf-8")
    ran = RUN.invoke(app, ["measure", str(tmp_path), "--json"])
    assert ran.exit_code == 0, ran.stderr
    [d1] = [m for m in json.loads(ran.stdout)["measurements"] if m["metric"] == "D1"]
    assert (d1["events"], d1["exposure"]) == (2, 2)
    refused = RUN.invoke(app, ["measure", str(tmp_path), "--start-mapping"])
    assert (refused.exit_code, "stays as it is" in refused.stderr) == (0, True)


def test_readable_summaries(demo: Path) -> None:
    assert "What to fix first:" in RUN.invoke(app, ["assess", str(demo)]).stdout
    measured = RUN.invoke(app, ["measure", str(demo)]).stdout
    assert "D1 " in measured
    assert "Slot plan v31.xlsx: Four saved versions, over 94 days" in measured
    assert "by E01; cells changed" in measured


def test_report_is_a_workbook(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.xlsx"
    assert RUN.invoke(app, ["report", str(demo), str(out)]).exit_code == 0
    assert openpyxl.load_workbook(out).sheetnames[0] == "Summary"
    assert RUN.invoke(app, ["report", str(demo), str(out), "--view", "board"]).exit_code == 0
    assert openpyxl.load_workbook(out).sheetnames == ["Summary", "Top gaps"]
    refused = RUN.invoke(app, ["report", str(demo), str(out), "--view", "cdmo:nobody"])
    assert refused.exit_code == 1
    assert (
        "There is no view 'cdmo:nobody'; there is full, board, client, cdmo:cdmo" in refused.output
    )
    assert out.read_bytes()[:2] == b"PK"


def test_report_against_an_earlier_round(tmp_path: Path) -> None:
    def kept(name: str, said: str) -> str:
        (tmp_path / name).mkdir()
        (tmp_path / name / "assessment.yaml").write_text(said, encoding="utf-8")
        return str(tmp_path / name)

    out = tmp_path / "report.xlsx"
    first = kept("first", EXAMPLE.replace("events: 74, exp", "events: 94, exp"))
    second = kept("second", EXAMPLE)
    args = ["report", second, str(out), "--against", first]
    assert RUN.invoke(app, args).exit_code == 0
    sheet = openpyxl.load_workbook(out)["Two rounds"]
    assert "One metric counted anew" in [c.value for row in sheet.iter_rows() for c in row]
    partner = RUN.invoke(app, [*args, "--view", "cdmo:cdmo"])
    assert (partner.exit_code, "take full, client or board" in partner.output) == (1, True)
    assert RUN.invoke(app, [*args, "--view", "board"]).exit_code == 0
    assert str(openpyxl.load_workbook(out)["Summary"]["B4"].value).startswith("Since ")
    other = kept("other", EXAMPLE.replace("organisation: Northgate", "organisation: Southgate"))
    refused = RUN.invoke(app, ["report", second, str(out), "--against", other])
    assert (refused.exit_code, "two clients" in refused.output) == (1, True)


def test_template(tmp_path: Path) -> None:
    out = tmp_path / "deviations.xlsx"
    assert RUN.invoke(app, ["template", "deviations", str(out)]).exit_code == 0
    assert out.read_bytes()[:2] == b"PK"
    board = tmp_path / "board.xlsx"
    assert RUN.invoke(app, ["template", "status_board", str(board)]).exit_code == 0
    assert openpyxl.load_workbook(board).sheetnames == ["Status board"]
    wrong = RUN.invoke(app, ["template", "deviation", str(tmp_path / "x.xlsx")])
    assert wrong.exit_code == 2
    assert "deviations" in wrong.stderr


def test_an_unknown_key_is_named_with_its_line(demo: Path) -> None:
    broken = demo.parent / "broken"
    broken.mkdir()
    text = (demo / "assessment.yaml").read_text(encoding="utf-8")
    (broken / "assessment.yaml").write_text(
        text.replace("  stage: phase_1", "  stagge: phase_1"), encoding="utf-8"
    )
    ran = RUN.invoke(app, ["assess", str(broken)])
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row == "  stage: phase_1")
    assert ran.exit_code == 1
    assert not ran.stdout
    assert f"assessment.yaml:{line}" in ran.stderr
    assert "stage" in ran.stderr


def test_a_folder_without_an_assessment(tmp_path: Path) -> None:
    ran = RUN.invoke(app, ["assess", str(tmp_path)])
    assert ran.exit_code == 1
    assert "assessment.yaml" in ran.stderr


def test_content_check(tmp_path: Path) -> None:
    assert "no errors" in RUN.invoke(app, ["content", "check"]).stdout
    ran = RUN.invoke(app, ["content", "check", str(tmp_path)])
    assert ran.exit_code == 1


def test_wrong_usage_is_status_two() -> None:
    assert RUN.invoke(app, ["assess"]).exit_code == 2


def test_simulation_of_the_example() -> None:
    example = Path(__file__).parent.parent / "examples" / "phase-1-slots.yaml"
    ran = RUN.invoke(app, ["simulate", str(example), "--json"])
    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["replications"] == 200
    assert "100 of 200 replications" in ran.stderr
    told = RUN.invoke(app, ["simulate", str(example)])
    assert told.stdout.startswith("200 replications, ")
    wrong = RUN.invoke(app, ["simulate", str(example.parent / "northgate" / "assessment.yaml")])
    assert wrong.exit_code == 1
    assert "assessment.yaml:" in wrong.stderr
