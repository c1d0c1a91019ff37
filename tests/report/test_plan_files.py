"""The plan as csv and as a calendar."""

import csv
from datetime import date
from io import StringIO

from readiness.report.plan_files import HEADS, plan_calendar, plan_csv
from tests.report.plans import action, plan

AS_OF = date(2026, 11, 22)


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_one_row_an_action_and_weeks_counted_from_one():
    head, first, second, left = rows(plan_csv(plan()))
    assert tuple(head) == HEADS
    # Weeks 0 to 2, that is the first three: 4 to 22 January; 2.5 + 0.5 person-weeks.
    assert first == [
        "0", "QMS-3", "Name of QMS-3", "1", "3", "Head of QA", "3", "1", "3",
        "2027-01-04", "2027-01-22", "", "planned",
    ]  # fmt: skip
    assert second[11:] == ["QMS-3", "started"]
    assert (left[1], left[-1]) == ("ANR-1", "outside the horizon")
    assert len(left) == len(HEADS)


def test_what_looks_like_a_formula_is_text():
    assert rows(plan_csv(plan()))[2][2] == "'=cmd; a, b"


def unfolded(data: bytes) -> list[str]:
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_an_event_lasts_from_the_first_day_to_the_last():
    lines = unfolded(plan_calendar(plan(), "Northgate", AS_OF))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20270104" in lines
    # The end is the day after, Saturday 23 January.
    assert "DTEND;VALUE=DATE:20270123" in lines
    assert r"SUMMARY:X =cmd\; a\, b" in lines
    assert len({line for line in lines if line.startswith("UID:")}) == 2


def test_long_lines_are_folded_and_no_sign_is_cut():
    long = plan(actions=(action("A", 0, 1, name="Prüfung von Chargen über mehrere Wochen " * 5),))
    lines = unfolded(plan_calendar(long, "Maker", AS_OF))
    summary = next(line for line in lines if line.startswith("SUMMARY"))
    assert summary.count("Prüfung") == 5


def test_the_same_plan_gives_the_same_bytes():
    assert plan_calendar(plan(), "Maker", AS_OF) == plan_calendar(plan(), "Maker", AS_OF)
