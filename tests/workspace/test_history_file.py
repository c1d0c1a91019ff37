"""The history as a file: uncut, oldest first, and no spreadsheet program runs a cell of it."""

import csv
from io import StringIO

from readiness.workspace.answers import answer
from readiness.workspace.exporting import taken_out
from readiness.workspace.history_file import HEAD, history_csv
from tests.workspace.desk import begun


def test_every_change_and_export_with_its_values() -> None:
    desk, id = begun()
    answer(desk, id, "OPM-1", "team", level=2, note="=1+1 " + "long " * 100)
    taken_out(desk, id, "Gap report, full", lambda: b"x")
    text = history_csv(desk, id).decode("utf-8-sig")
    head, *rows = csv.reader(StringIO(text))
    assert tuple(head) == HEAD
    assert len(rows) == len(desk.store.history(desk.actor, id)) + 1
    said = next(row for row in rows if row[2] == "response")
    assert "long " * 100 in said[5]
    assert rows[-1][2:4] == ["export", "Gap report, full"]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert not any(cell.startswith("=") for row in rows for cell in row)
