"""The whole way from a file to a coded table, and that nobody's name comes out of it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from readiness.domain.errors import InputRefused, Stopped
from readiness.domain.tables import TABLES
from readiness.evidence.intake import inspect, read
from readiness.evidence.mapping import FileMapping
from readiness.evidence.privacy import Coder
from readiness.evidence.storing import storable, to_bytes
from readiness.files.opening import open_upload
from tests.evidence.making import as_csv, as_xlsx, column, content, deviation, deviations, intake

NORTHGATE = Path(__file__).parents[2] / "examples" / "northgate"


def test_a_log_from_file_to_table() -> None:
    found = intake(
        as_xlsx([["Export"], *deviations(deviation(1), deviation(2, severity="Critical"))])
    )
    assert found.file.kind == "deviations"
    assert (found.file.rows, found.file.sheet) == (2, "Log")
    assert (found.file.first, found.file.last) == (date(2026, 1, 2), date(2026, 1, 3))
    assert column(found, "severity") == ["minor", "critical"]
    assert column(found, "cause") == ["equipment", "equipment"]
    assert column(found, "_row") == [3, 4]
    assert column(found, "_file") == ["log.xlsx", "log.xlsx"]


def test_a_mapping_that_was_stored_reads_the_same_table() -> None:
    opened = as_xlsx(deviations(deviation(1), deviation(2)))
    first = intake(opened)
    again = FileMapping.model_validate(json.loads(json.dumps(first.mapping.entry())))
    assert to_bytes(intake(opened, again).table) == to_bytes(first.table)


def test_several_files_share_their_codes() -> None:
    coder = Coder()
    one: list[list[Any]] = [["Critical task", "Qualified person"], ["Harvest", "Ina Adler"]]
    two: list[list[Any]] = [
        ["When", "Kind", "Who"],
        [date(2026, 1, 1), "Expedite", "Per Holm"],
        [date(2026, 1, 2), "Expedite", "ADLER INA"],
        [date(2026, 1, 2), "Expedite", "ina adler"],
    ]
    assert column(intake(as_xlsx(one), coder=coder), "person") == ["P01"]
    assert column(intake(as_xlsx(two), coder=coder), "person") == ["P02", "P03", "P01"]


def test_a_file_with_problems_gives_nothing_and_names_all() -> None:
    rows = deviations(deviation(1, discovered="soon"), deviation(2, id=""), deviation(3))
    with pytest.raises(InputRefused) as refused:
        intake(as_csv(rows))
    assert [(p.row, p.code) for p in refused.value.problems] == [
        (2, "date_unreadable"),
        (3, "required_empty"),
    ]


def test_progress_counts_up_and_may_stop() -> None:
    opened = as_xlsx(deviations(deviation(1)))
    mapping = inspect(opened, content()).mapping()
    seen: list[tuple[int, int, str]] = []
    read(opened, mapping, content(), Coder(), lambda *told: seen.append(told))
    assert [done for done, _, _ in seen] == sorted(done for done, _, _ in seen)
    assert seen[-1][0] == seen[-1][1]
    assert all(text for _, _, text in seen)

    def stop(done: int, _total: int, _text: str) -> None:
        if done == 2:
            raise Stopped("stopped")

    with pytest.raises(Stopped):
        read(opened, mapping, content(), Coder(), stop)


def test_the_demonstration_is_understood_without_a_person() -> None:
    for path in sorted((NORTHGATE / "evidence").iterdir()):
        opened = open_upload(path.name, path, errors=content().errors)
        found = inspect(opened, content())
        assert found.needs_person == (), path.name
        assert found.can_be_read, path.name


def test_the_demonstration_is_read_by_its_own_mapping() -> None:
    listed = YAML(typ="safe", pure=True).load((NORTHGATE / "evidence.yaml").read_text("utf-8"))
    coder, rows = Coder(), {}
    for entry in map(FileMapping.model_validate, listed["files"]):
        if entry.kind == "workbook":
            continue
        path = NORTHGATE / "evidence" / entry.file
        opened = open_upload(path.name, path, errors=content().errors)
        found = read(opened, entry, content(), coder)
        rows[entry.kind] = len(found.table)
        listed_rows = sum(map(len, found.left_out.values())) + len(found.table)
        last = len(opened.sheet(entry.sheet).rows)
        assert listed_rows == last - entry.header_row
        # What the people who made the log typed by hand is what intake would have proposed.
        assert inspect(
            opened, content(), kind=entry.kind, sheet=entry.sheet
        ).mapping().columns.items() >= (entry.columns.items())
    assert set(rows) == {kind for kind in TABLES if kind != "workbook"}


NAMES = ("Ina Adler", "Holm, Per", "Dr. Ola Dahl", "Frau Adler", "ina.adler@clinic.example.org")
NUMBERS = ("MRN 0012345", "DOB 12/03/1957", "+49 30 1234 5678", "I.A., 12.03.1957", "123-45-6789")
HEADINGS = (
    "Owner", "Lot Number", "Process Step", "How Identified", "CAPA #", "Remarks", "Root Cause",
    "Short Description", "Severity", "Status", "Record No.",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=6, unique=True),
    st.lists(st.sampled_from(NAMES + NUMBERS), min_size=6, max_size=6),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_planted_identifier_comes_out(headings: list[str], planted: list[str]) -> None:
    base: list[list[Any]] = deviations(*(deviation(i) for i in range(1, 4)))
    names = [name for name in (*base[0], *headings) if isinstance(name, str)]
    names = list(dict.fromkeys(names))
    rows: list[list[Any]] = [names]
    for number, row in enumerate(base[1:]):
        cells = dict(zip(map(str, base[0]), row, strict=True))
        if number == 1:
            cells |= dict(zip(headings, planted, strict=False))
        rows.append([cells.get(name) for name in names])
    said = [repr(inspect(as_xlsx(rows), content()))]
    try:
        found = intake(as_xlsx(rows))
    except InputRefused as refused:
        said.append(str(refused))
    else:
        said += [note.text for note in found.notes]
        said.append(storable(found.table).to_csv())
        said.append(found.mapping.model_dump_json())
    whole = " ".join(said).casefold()
    for secret in ("adler", "holm", "dahl", "12345", "1957", "1234 5678", "123-45", "i.a."):
        assert secret not in whole
