"""What people really hand in, one small file a row, each with what must come of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from readiness.domain.errors import InputRefused
from readiness.domain.evidence import TableKind
from readiness.evidence.intake import Intake, inspect
from readiness.files.opening import open_upload
from tests.evidence.making import column, content, intake
from tests.evidence.test_languages import LOGS
from tests.files.making import Value, with_another, xlsx
from tests.files.making_old import ods, xls, xlsb

HEAD = ["Record No.", "Date Discovered", "Severity", "Lot Number", "Status"]
D1: list[Any] = ["DEV-1", "2026-01-02", "Minor", "P001", "Closed"]
D2: list[Any] = ["DEV-2", "2026-01-30", "Major", "P002", "Open"]
X1: list[Value] = ["DEV-1", date(2026, 1, 2), "Minor", "P001", "Closed"]
X2: list[Value] = ["DEV-2", date(2026, 1, 30), "Major", "P002", "Open"]
BATCH = ["Batch", "Start", "Pages"]


def text(*rows: Sequence[Any], sign: str = ",") -> str:
    """Rows as text, without quoting."""
    return "".join(sign.join(map(str, row)) + "\n" for row in rows)


@dataclass(frozen=True)
class Case:
    """A file and what must come of it.

    ``rows`` of the table; ``left_out``: row numbers by reason; ``notes``: codes that must be among
    the notes; ``asks``: what a person is asked holds this; ``problem``: the code of a refusal, at
    the door, when looked at, or when read; ``holds``: field -> values.
    """

    data: bytes
    name: str = "log.csv"
    kind: TableKind = "deviations"
    rows: int = 2
    left_out: dict[str, tuple[int, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    asks: str = ""
    problem: str = ""
    holds: dict[str, list[Any]] = field(default_factory=dict)


def csv(*rows: Sequence[Any], sign: str = ",", **expected: Any) -> Case:
    return Case(text(*rows, sign=sign).encode(), **expected)


def book(*rows: Sequence[Value], **expected: Any) -> Case:
    return Case(xlsx({"Log": rows}), **{"name": "log.xlsx", **expected})


def discovered(*cells: Value, **expected: Any) -> Case:
    """A workbook whose dates of discovery are these cells."""
    rows = [[f"DEV-{i}", cell, "Minor", "P001", "Open"] for i, cell in enumerate(cells)]
    return book(HEAD, *rows, **{"rows": len(cells), **expected})


def started(*cells: str, **expected: Any) -> Case:
    """A csv batch register whose starts are these cells."""
    rows = [[f"P{i:03d}", cell, 90] for i, cell in enumerate(cells)]
    return csv(BATCH, *rows, sign=";", **{"kind": "batches", "rows": len(cells), **expected})


def pages(*cells: str, sign: str = ";", **expected: Any) -> Case:
    """A batch register whose pages are these cells."""
    rows = [[f"P{i:03d}", "2026-01-31", cell] for i, cell in enumerate(cells)]
    expected = {"kind": "batches", "rows": len(cells), **expected}
    return csv(BATCH, *rows, sign=sign, **expected)


def locked() -> bytes:
    """A workbook behind a password."""
    found = BytesIO()
    OOXMLFile(BytesIO(xlsx({"Log": [HEAD, X1]}))).encrypt("secret", found)
    return found.getvalue()


UMLAUT = "Abweichungs-Nr.;Festgestellt am;Kritikalität\nA-1;31.01.2026;geringfügig\n"
MINOR = {"severity": ["minor"]}
JAN31 = {"discovered": [datetime(2026, 1, 31)]}

CORPUS = {
    # Formats
    "csv": csv(HEAD, D1, D2),
    "tsv": csv(HEAD, D1, D2, sign="\t", name="log.tsv"),
    "semicolons": csv(HEAD, D1, D2, sign=";"),
    "xlsx": book(HEAD, X1, X2),
    "utf-8": Case(UMLAUT.encode(), rows=1, holds=MINOR),
    "utf-8 with a mark": Case(UMLAUT.encode("utf-8-sig"), rows=1, holds=MINOR),
    "utf-16": Case(UMLAUT.encode("utf-16"), rows=1, holds=MINOR),
    "windows-1252": Case(UMLAUT.encode("cp1252"), rows=1, holds=MINOR),
    "xls": Case(xls({"Log": [HEAD, D1, D2]}), name="log.xls"),
    "xlsb": Case(xlsb({"Log": [HEAD, D1, D2]}), name="log.xlsb"),
    "ods": Case(ods({"Log": [HEAD, D1, D2]}), name="log.ods"),
    "month-sheets": Case(
        xlsx({"Jan": [HEAD, X1], "Feb": [HEAD, X2], "Cover": [["QMS"]]}), name="log.xlsx",
        notes=("note_sheets",),
    ),
    "a copy beside the log": Case(
        xlsx({"Log": [HEAD, X1, X2], "Log old": [HEAD, X1]}), name="log.xlsx",
        notes=("note_other_sheets",),
    ),
    "a password": Case(locked(), name="log.xlsx", problem="encrypted"),
    "macros are not run": Case(
        with_another(xlsx({"Log": [HEAD, X1]}), "xl/vbaProject.bin", b"x"),
        name="log.xlsm", rows=1, notes=("note_macros",),
    ),
    "the log on the second sheet": Case(
        xlsx({"Cover": [["QMS"]], "Log": [HEAD, X1, X2]}), name="log.xlsx"
    ),
    "the log on a hidden sheet": Case(
        xlsx({"Cover": [], "Log": [HEAD, X1, X2]}, ["Log"]), name="log.xlsx",
        notes=("note_hidden",),
    ),
    "nothing": Case(b"", problem="empty_file"),
    "no table": Case(b"%PDF-1.7", name="log.xlsx", problem="wrong_type"),
    "half a workbook": Case(xlsx({"Log": [HEAD, X1]})[:500], name="log.xlsx",
                            problem="broken_archive"),
    "a web page": Case(b"<html></html>", name="log.xlsx", problem="web_page"),
    "unbalanced quotes": Case(b'a,b\n1,"2\n', problem="quotes_unbalanced"),
    "headings alone": csv(HEAD, problem="no_rows"),
    "nothing known": csv(["qux", "quux"], [1, 2], problem="unknown_kind"),
    "half of what a kind needs": csv(["name", "food"], ["a", "b"], problem="unknown_kind"),
    # Layout
    "title above": csv(["Export"], [], HEAD, D1, D2),
    "two-line headings": csv(
        ["Record", "Date", "", "Severity"], ["No.", "occurred", "discovered", ""],
        ["DEV-1", "2026-01-01", "2026-01-31", "Minor"], rows=1, holds=JAN31,
    ),
    "merged headings": book(
        ["Dev No", "Date", None, "Severity"], [None, "discovered", "closed", None],
        ["DEV-1", date(2026, 1, 31), date(2026, 2, 3), "Minor"], rows=1, holds=JAN31,
    ),
    "units in brackets": csv(
        ["Batch", "Start", "Pages (n)"], ["P1", "2026-01-31", 92], kind="batches", rows=1,
        holds={"pages": [92]},
    ),
    "units in a line of their own": csv(
        BATCH, ["", "[yyyy-mm-dd]", "[n]"], ["P1", "2026-01-31", 92], kind="batches", rows=1,
        holds={"pages": [92]},
    ),
    "unit in German": csv(
        ["Zeitpunkt", "Art des Einsatzes", "Dauer [min]"], ["31.01.2026", "Rufbereitschaft", "45"],
        sign=";", kind="interventions", rows=1, holds={"minutes": [45]},
    ),
    "blank row": csv(HEAD, D1, [""] * 5, D2, left_out={"blank row": (3,)}),
    "total row": csv(HEAD, D1, D2, ["Total", "", "", 2, ""],
                     left_out={"subtotal or total": (4,)}),
    "French total": csv(HEAD, D1, D2, ["Total général", "", "", 2, ""],
                        left_out={"subtotal or total": (4,)}),
    "heading repeated": csv(HEAD, D1, HEAD, D2, left_out={"heading repeated": (3,)}),
    "remark below": csv(HEAD, D1, D2, ["printed by the system", "", "", "", ""],
                        left_out={"remark below the table": (4,)}),
    "example row": csv(HEAD, ["*example* DEV-0", *D1[1:]], D1, D2,
                       left_out={"example row": (2,)}),
    "voided": csv(HEAD, D1, D2, ["DEV-3", "2026-01-03", "Minor", "P1", "Cancelled"],
                  left_out={"voided": (4,)}),
    "repeated child rows": csv(
        HEAD, D1, ["DEV-1", "2026-01-02", "Minor", "P009", "Closed"], rows=1,
        left_out={"repeated child row, its batches kept": (3,)},
        holds={"batch": [("P001", "P009")]},
    ),
    "several lots in a cell": csv(
        HEAD, ["DEV-1", "2026-01-02", "Minor", "P1; P2", "Open"], rows=1,
        notes=("note_several",), holds={"batch": [("P1", "P2")]},
    ),
    # Columns
    "a slip of the pen": csv(["Record Number", "Date Discoverd"], D1[:2], D2[:2]),
    "a heading that may mean it": csv(["Dev No", "Date", "Severity", "Root cause"],
                                      ["D-1", "2026-01-31", "Minor", "Equipment"], rows=1,
                                      asks="Date discovered"),
    "numbers of records": csv(["Number", "Date discovered", "Severity", "Root cause"],
                              ["D-1", "2026-01-31", "Minor", "Equipment"],
                              ["D-2", "2026-01-31", "Minor", "Equipment"]),
    "counted rows are asked": csv(["Number", "Date discovered", "Severity", "Root cause"],
                                  ["1", "2026-01-31", "Minor", "Equipment"], rows=1,
                                  asks="Record number"),
    "a required column missing": csv(["Record No.", "Severity", "Root cause", "CAPA"],
                                     ["D-1", "Minor", "Equipment", ""],
                                     asks="Date discovered", problem="missing_column"),
    "a heading nobody knows": csv([*HEAD, "Colour"], [*D1, "blue"], [*D2, "red"],
                                  notes=("note_unmapped",)),
    "a required cell empty": csv(HEAD, ["", *D1[1:]], problem="required_empty"),
    "a value with a slip of the pen": csv(HEAD, [*D1[:2], "Criticall", *D1[3:]], D2,
                                          asks="like “critical”",
                                          holds={"severity": ["critical", "major"]}),
    "several values nobody knows": csv(
        HEAD, [*D1[:2], "odd", *D1[3:]], [*D2[:2], "strange", *D2[3:]], asks="strange",
        notes=("note_values", "note_values_unmapped"), holds={"severity": [None, None]},
    ),
    "a value nobody knows": csv(HEAD, [*D1[:2], "odd", *D1[3:]], D2, asks="odd",
                                notes=("note_values",), holds={"severity": [None, "major"]}),
    "a cause of one's own": csv([*HEAD, "Root cause"], [*D1, "RC-7"], [*D2, "RC-7"],
                                notes=("note_values_kept",), holds={"cause": ["RC-7", "RC-7"]}),
    # Numbers
    "decimal comma": pages("1,5", "1.234,5", holds={"pages": [1.5, 1234.5]}),
    "decimal point": pages("1.5", "1,234.5", holds={"pages": [1.5, 1234.5]}),
    "decimal comma in a tsv": pages("1,5", "1,234", sign="\t", name="log.tsv",
                                    holds={"pages": [1.5, 1.234]}),
    "decimal comma as text in a workbook": book(
        BATCH, ["P1", date(2026, 1, 31), "1,5"], ["P2", date(2026, 1, 31), "1,234"],
        kind="batches", holds={"pages": [1.5, 1.234]},
    ),
    "no number": pages("many", asks="Pages", problem="number_unreadable"),
    # Dates
    "proven by one row": started("03/04/2026", "31/01/2026",
                                 holds={"started": [datetime(2026, 4, 3), datetime(2026, 1, 31)]}),
    "ambiguous": started("03/04/2026", "05/06/2026", asks="day first or month first",
                         problem="date_ambiguous"),
    "no format fits all": started("31/01/2026", "01/31/2026", asks="no dates",
                                  problem="date_unreadable"),
    "months in French": started("31 janvier 2026", "1er févr. 2026"),
    "months in Spanish": started("31 de enero de 2026", "1 de febrero de 2026"),
    "months in German": started("31. Jänner 2026", "1. März 2026"),
    "eight digits": started("20260131", "20260201"),
    "serials as text": started("46000", "46001,5", notes=("note_serials",)),
    "serials and texts": discovered(46000, "2026-01-31",
                                    notes=("note_serials", "note_text_dates")),
    "real dates and texts": discovered(date(2026, 1, 2), "2026-01-31",
                                       notes=("note_text_dates",)),
    "time zones": discovered("2026-01-31T10:00:00Z", "2026-01-30T10:00:00+01:00",
                             notes=("note_zones",)),
    "a year far away": discovered("0206-01-31", "2026-01-31", notes=("note_far_dates",)),
    "no date at all": discovered("soon", "later", asks="no dates", problem="date_unreadable"),
    "closed before opened": csv(
        [*HEAD, "Date Opened", "Date Closed"], [*D1, "2026-01-31", "2026-01-30"],
        [*D2, "2026-01-31", "2026-02-01"], notes=("note_order",),
    ),
    "disposition before start": csv(
        ["Batch", "Start", "Disposition date"], ["P1", "2026-01-31", "2026-01-30"],
        kind="batches", rows=1, notes=("note_order",),
    ),
    "date and time apart": csv(
        ["When", "Time", "Kind"], ["2026-01-31", "22:30", "Expedite"], kind="interventions",
        rows=1, notes=("note_unmapped", "note_times_apart"),
    ),
}  # fmt: skip


# What the product promises to take, each with the files that show it.
PROMISED = {
    "xlsx, xlsm, xls, xlsb, ods": ("xlsx", "macros are not run", "xls", "xlsb", "ods"),
    "csv, tsv, semicolons, decimal commas": ("csv", "tsv", "semicolons", "decimal comma"),
    "encodings and marks": ("utf-8", "utf-8 with a mark", "utf-16", "windows-1252"),
    "several sheets": ("the log on the second sheet", "the log on a hidden sheet"),
    "month-sheets, and copies that are none": ("month-sheets", "a copy beside the log"),
    "header not in row 1": ("title above",),
    "two-line and merged headers": ("two-line headings", "merged headings"),
    "units in headings": ("units in brackets", "units in a line of their own", "unit in German"),
    "blank and total rows": ("blank row", "total row", "French total", "remark below"),
    "repeated child rows": ("repeated child rows",),
    "multi-lot cells": ("several lots in a cell",),
    "voided records": ("voided",),
    "protected, and broken": ("a password", "half a workbook", "no table", "nothing"),
    "similarity and the look of the values": (
        *("a slip of the pen", "numbers of records", "counted rows are asked"),
        *("a heading that may mean it", "a required column missing", "half of what a kind needs"),
    ),
    "values": (
        *("a value nobody knows", "several values nobody knows", "a cause of one's own"),
        "a value with a slip of the pen",
    ),
    "formats that fit all rows": ("proven by one row", "no format fits all", "eight digits"),
    "ambiguity": ("ambiguous",),
    "serials and text mixed": ("serials and texts", "real dates and texts", "serials as text"),
    "impossible orders": ("closed before opened", "disposition before start"),
}
SYSTEMS = ("TrackWise", "Veeva", "MasterControl", "ETQ", "Jira", "ServiceNow", "SAP QM")
LANGUAGES = ("French", "Spanish", "German")


@pytest.mark.parametrize("promise", PROMISED)
def test_every_promise_has_its_files(promise: str) -> None:
    assert set(PROMISED[promise]) <= set(CORPUS)


def test_every_system_and_language_has_its_log() -> None:
    assert set(SYSTEMS) <= set(LOGS)
    assert all(any(name.startswith(language) for name in LOGS) for language in LANGUAGES)


def taken(case: Case) -> tuple[str, Intake]:
    """What a person is asked about a file, and the file as read by what was proposed."""
    opened = open_upload(case.name, case.data, errors=content().errors)
    found = inspect(opened, content())
    assert found.kind == case.kind
    asked = " | ".join(found.needs_person)
    assert case.asks in asked
    assert bool(case.asks) == bool(asked), asked
    return asked, intake(opened, found.mapping())


def test_the_corpus_is_not_small() -> None:
    assert len(CORPUS) >= 60


@pytest.mark.parametrize("name", [name for name, case in CORPUS.items() if not case.problem])
def test_what_comes_of_a_file(name: str) -> None:
    case = CORPUS[name]
    _, found = taken(case)
    assert len(found.table) == case.rows
    assert found.left_out == case.left_out
    assert set(case.notes) <= {note.code for note in found.notes}
    assert {field: column(found, field) for field in case.holds} == case.holds


@pytest.mark.parametrize("name", [name for name, case in CORPUS.items() if case.problem])
def test_why_a_file_is_refused(name: str) -> None:
    with pytest.raises(InputRefused) as refused:
        taken(CORPUS[name])
    assert {p.code for p in refused.value.problems} == {CORPUS[name].problem}
    assert all(p.advice for p in refused.value.problems)
