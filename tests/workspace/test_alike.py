"""What is asked of a person before a log without causes is kept."""

from pathlib import Path

import pytest

from readiness.domain.errors import InputRefused
from readiness.workspace import evidence
from readiness.workspace.alike import resembling
from tests.workspace.northgate import dropped, with_new

LOG = (
    "Record No.,Date Discovered,Root Cause,Short Description\n"
    "D1,2026-01-05,,Wash pump alarm\nD2,2026-02-05,,Alarm of wash pump\nD3,2026-02-06,,Label torn\n"
)


def test_records_that_read_alike_are_put_to_a_person(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    opened = dropped(desk, id, "log.csv", LOG)
    found = resembling(desk, id, opened, evidence.look(desk, id, opened).mapping())
    assert found is not None
    assert [[record.record for record in group] for group in found.groups] == [["D1", "D2"]]
    assert evidence.kept(desk, id) == []


@pytest.mark.parametrize(
    "text",
    [
        LOG.replace("Alarm of wash pump", "Door left open"),
        LOG.replace(",,", ",Equipment,"),
        LOG.replace("Short Description", "Room"),
    ],
)
def test_nothing_is_asked_where_nothing_is_alike(tmp_path: Path, text: str) -> None:
    desk, id = with_new(tmp_path)
    opened = dropped(desk, id, "log.csv", text)
    assert resembling(desk, id, opened, evidence.look(desk, id, opened).mapping()) is None


def test_only_what_is_needed_is_read(tmp_path: Path) -> None:
    """A due date that cannot be read stops nothing here: reading the file to keep it names it."""
    desk, id = with_new(tmp_path)
    lines = LOG.splitlines()
    text = "\n".join([f"{lines[0]},Due Date", *(f"{line},soon" for line in lines[1:])])
    opened = dropped(desk, id, "log.csv", text)
    mapping = evidence.look(desk, id, opened).mapping()
    assert "due" in mapping.columns
    found = resembling(desk, id, opened, mapping)
    assert found is not None
    assert found.compared == 3


def test_a_file_that_cannot_be_read_is_refused_as_always(tmp_path: Path) -> None:
    desk, id = with_new(tmp_path)
    opened = dropped(desk, id, "log.csv", LOG)
    mapping = evidence.look(desk, id, opened).mapping()
    broken = mapping.model_copy(update={"columns": mapping.columns | {"step": "Nowhere"}})
    with pytest.raises(InputRefused):
        resembling(desk, id, opened, broken)
