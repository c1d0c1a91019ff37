"""``evidence.yaml``: read with every problem, written so that it reads back equal."""

from functools import cache
from pathlib import Path

import pytest

from readiness.content import content_root
from readiness.content.columns import load_columns
from readiness.domain.columns import ColumnContent
from readiness.domain.errors import InputRefused
from readiness.evidence.mapping import FileMapping
from readiness.workspace.mappings import parse_mappings, read_mappings
from tests.workspace.folders import ID

NORTHGATE = Path(__file__).parents[2] / "examples" / "northgate"

TEXT = """\
files:
  - file: log.xlsx
    kind: deviations
    sheet: Export
    header_row: 4
    date_format: {discovered: "%Y-%m-%d"}
    columns:
      id: Record No.
      discovered: Date
    values:
      severity: {Minor: minor, Gone: null}
    leave_out:
      - {rows: [94], reason: training}
  - {file: plan.xlsx, kind: workbook}
"""
THERE = ("log.xlsx", "plan.xlsx")


@cache
def columns() -> ColumnContent:
    return load_columns(content_root() / ID)


def refused(old: str, new: str) -> str:
    assert old in TEXT
    with pytest.raises(InputRefused) as error:
        parse_mappings(TEXT.replace(old, new), THERE, columns())
    assert all(p.row for p in error.value.problems)
    return str(error.value)


def test_entries_are_read():
    entries = parse_mappings(TEXT, THERE, columns())
    assert [e.kind for e in entries] == ["deviations", "workbook"]
    assert entries[0].values == {"severity": {"Minor": "minor", "Gone": None}}
    assert entries[0].leave_out[0].rows == (94,)


def test_the_demonstration_is_read():
    entries = read_mappings(NORTHGATE, columns())
    assert {e.file for e in entries} <= {p.name for p in (NORTHGATE / "evidence").iterdir()}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("file: log.xlsx", "file: lo.xlsx", "nearest valid name is log.xlsx"),
        ("file: log.xlsx", "file: ../log.xlsx", "there is no file ../log.xlsx"),
        ("kind: deviations", "kind: deviation", "nearest valid name is deviations"),
        ("header_row", "heading_row", "nearest valid name is header_row"),
        ("header_row: 4", "header_row: true", "other than true or false"),
        ("header_row: 4", "header_row: 0", "at least 1"),
        ("discovered: Date", "discoverd: Date", "nearest valid name is discovered"),
        ("{discovered: ", "{found: ", "has no field found"),
        ("severity: {", "severty: {", "nearest valid name is severity"),
        ("reason: training", "reson: training", "nearest valid name is reason"),
        ("files:", "file:", "nearest valid name is files"),
        ("{file: plan.xlsx, kind: workbook}", "plan.xlsx", "keys with values"),
        (
            "  - {file: plan.xlsx, kind: workbook}",
            "  - {file: log.xlsx, sheet: Export, kind: deviations}",
            "log.xlsx stands here twice",
        ),
    ],
)
def test_a_wrong_entry_is_refused_with_its_line(old, new, says):
    assert says in refused(old, new)


def test_a_folder_without_it_has_no_entries(tmp_path):
    assert read_mappings(tmp_path, columns()) == ()
    (tmp_path / "evidence.yaml").write_text("# nothing yet\n")
    assert read_mappings(tmp_path, columns()) == ()
    (tmp_path / "evidence.yaml").write_bytes(b"files: \xff")
    with pytest.raises(InputRefused, match="UTF-8"):
        read_mappings(tmp_path, columns())
    (tmp_path / "evidence.yaml").write_text("- a\n")
    with pytest.raises(InputRefused, match="under the key files"):
        read_mappings(tmp_path, columns())


def test_the_readme_shows_every_key_and_its_example_is_read() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    example = next(part for part in readme.split("```yaml\n") if part.startswith("files:"))
    text = example.partition("```")[0]
    there = ["Deviations 2026.xlsx", "Call-outs.csv"]
    entries = parse_mappings(text, there, columns())
    shown = {name for entry in entries for name in entry.entry()}
    assert shown == set(FileMapping.model_fields)
    assert entries[0].values["severity"] == {"Cat 3": "critical", "Cat 9": None}
