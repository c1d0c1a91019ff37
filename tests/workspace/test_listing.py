"""Lists to take along: complete, and harmless in a spreadsheet program."""

import csv
import hashlib
from io import StringIO
from pathlib import Path

import pytest

from readiness.domain.errors import Problem
from readiness.workspace import evidence, intake
from readiness.workspace.demo import example_folder
from readiness.workspace.listing import (
    addresses_csv,
    as_csv,
    problems_csv,
    rows_behind,
    rows_csv,
)
from readiness.workspace.results import result, state
from tests.workspace.northgate import with_example


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("text", ["=1+1", "+49", "-3", "@x", "\tx"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert read(as_csv(["A"], [[text]]))[1] == [f"'{text}"]


def test_problems_keep_their_place_and_cure() -> None:
    problem = Problem("a.csv", "no date", row=3, column="Began", expected="a date", advice="Mend")
    assert read(problems_csv([problem]))[1][:5] == ["a.csv", "", "3", "Began", "no date"]


def test_rows_behind_a_figure_are_those_of_the_result_and_what_was_left_out(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    found = next(m for m in result(desk, id).measurements if m.metric == "D1")
    rows = rows_behind(found, state(desk, id).questionnaire, evidence.kept(desk, id))
    assert [r.ref for r in rows if r.is_counted] == list(found.rows)
    reasons = {r.reason for r in rows if not r.is_counted}
    assert "Record made in a training of the quality system" in reasons
    listed = read(rows_csv(rows))
    assert len(listed) == len(rows) + 1
    assert listed[0] == [
        *("File", "Sheet", "Row", "Record"),
        *("SHA-256 of the file", "Counted", "Reason"),
    ]
    assert {line[5] for line in listed[1:]} == {"yes", "counted over", "no"}
    # The hash is that of the bytes that were dropped, and no row goes without a reason.
    log = (example_folder() / "evidence" / listed[1][0]).read_bytes()
    assert listed[1][4] == hashlib.sha256(log).hexdigest()
    assert all((line[5] == "yes") == (line[6] == "") for line in listed[1:])


def test_addresses_of_a_scan_are_all_there(tmp_path: Path) -> None:
    desk, id = with_example(tmp_path)
    scans = [s for f in evidence.kept(desk, id) if (s := intake.scan_of(f)) is not None]
    for scan in scans:
        assert len(read(addresses_csv(scan))) == len(scan.findings) + 1
