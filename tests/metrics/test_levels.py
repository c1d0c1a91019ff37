"""Every metric from small tables to its level, on, above and below each cut point (domain 4.2).

A line reads: what the table holds, the value worked out by hand, the level that domain.md gives to
it. ``81/10`` are 81 events over 10 batches, trials or bookings. Values and levels are typed out
here; nothing of them is read from the content that is tested.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest

from readiness.domain.assessment import Detection, Profile, TypedMeasurement
from readiness.domain.evidence import Observation, TableKind
from readiness.domain.measurement import Measurement
from readiness.domain.scale import Modality
from readiness.domain.tables import TABLES
from readiness.metrics import measure
from readiness.scoring.judge import Circumstances, judge
from readiness.scoring.typed import observe_typed
from tests.made import questionnaire
from tests.metrics.made import AS_OF, DATES, batches, placed
from tests.metrics.test_workbooks import scan

Handed = dict[str, Any]
BUILDERS: dict[str, Callable[[str], Handed]] = {}


def builds(*metrics: str) -> Callable[[Callable[[str], Handed]], Callable[[str], Handed]]:
    """Register how the tables of these metrics are made from the first word of a line."""

    def register(build: Callable[[str], Handed]) -> Callable[[str], Handed]:
        BUILDERS.update(dict.fromkeys(metrics, build))
        return build

    return register


# ---- Tables -------------------------------------------------------------------------------------


def log(count: int, **columns: Any) -> pd.DataFrame:
    """``count`` rows; a column is one value for all or a function of the row's number."""
    frame = pd.DataFrame(
        {
            name: pd.Series([c(n) if callable(c) else c for n in range(count)], dtype=object)
            for name, c in columns.items()
        }
    )
    for name in DATES & set(frame):
        frame[name] = pd.to_datetime(frame[name])
    return placed(frame)


def year(count: int, **columns: Any) -> pd.DataFrame:
    """Batches B1, B2, ... started one every three days of the window."""
    return batches(count, first="2025-07-01", every=3, **columns)


def counts(said: str) -> tuple[int, int]:
    events, size = said.split("/")
    return int(events), int(size)


def first(share: int, then: str, rest: str) -> Callable[[int], str]:
    """One word for the first ``share`` rows, another for the others."""
    return lambda n: then if n < share else rest


def name(n: int) -> str:
    return f"R{n}"


def of(size: int) -> Callable[[int], str]:
    """The batches in turn."""
    return lambda n: f"B{n % size + 1}"


@builds("D1")
def deviations_of_batches(said: str) -> Handed:
    events, size = counts(said)
    where = of(size)
    return {
        "batches": year(size),
        "deviations": log(
            events, id=name, discovered="2026-03-02", batch=lambda n: (where(n),), severity="minor"
        ),
    }


@builds("D2")
def serious_deviations(said: str) -> Handed:
    """As many minor ones stand beside them and do not count."""
    events, size = counts(said)
    return {
        "batches": year(size),
        "deviations": log(
            2 * events,
            id=name,
            discovered="2026-03-02",
            batch=lambda n: (of(size)(n),),
            severity=lambda n: ("major", "minor", "critical", "minor")[n % 4],
        ),
    }


@builds("D3")
def recurring_deviations(said: str) -> Handed:
    """Of one cause and step, a day apart: all but the first recur; the rest is each on its own."""
    events, size = counts(said)
    return {
        "batches": year(20),
        "deviations": log(
            size,
            id=name,
            discovered=lambda n: date(2025, 7, 1) + timedelta(days=n),
            cause="process",
            step=lambda n: "wash" if n <= events else f"step {n}",
        ),
    }


@builds("D4")
def closures(said: str) -> Handed:
    """Closed on the first due date itself, or a day later."""
    events, size = counts(said)
    return {
        "batches": year(20),
        "deviations": log(
            size,
            id=name,
            discovered="2026-03-02",
            original_due="2026-04-01",
            closed=first(events, "2026-04-01", "2026-04-02"),
        ),
    }


@builds("D5")
def human_errors(said: str) -> Handed:
    events, size = counts(said)
    cause = first(events, "human_error", "process")
    return {
        "batches": year(20),
        "deviations": log(size, id=name, discovered="2026-03-02", cause=cause),
    }


@builds("D6")
def right_batches(said: str) -> Handed:
    """The others had a major deviation each."""
    right, size = counts(said)
    return {
        "batches": year(size, outcome="released"),
        "deviations": log(
            size - right,
            id=name,
            discovered="2026-03-02",
            batch=lambda n: (f"B{right + n + 1}",),
            severity="major",
        ),
    }


@builds("D7")
def lags(said: str) -> Handed:
    """Minutes from event to record: the median of five, two recorded at once and two late."""
    middle = int(said)
    minutes = (1, 2, middle, 20_000, 30_000)
    occurred = pd.Timestamp("2026-03-02T08:00")
    return {
        "batches": year(20),
        "deviations": log(
            5,
            id=name,
            discovered=occurred,
            occurred=occurred,
            opened=lambda n: occurred + pd.Timedelta(minutes=minutes[n]),
        ),
    }


@builds("D8")
def held_releases(said: str) -> Handed:
    """The deviation closes a day after result and review, or on the day of the later one."""
    events, size = counts(said)
    return {
        "batches": year(
            size,
            last_result_date=pd.Timestamp("2026-06-01"),
            review_complete_date=pd.Timestamp("2026-06-03"),
            disposition_date=pd.Timestamp("2026-06-10"),
        ),
        "deviations": log(
            size,
            id=name,
            discovered="2026-03-02",
            batch=lambda n: (f"B{n + 1}",),
            closed=first(events, "2026-06-04", "2026-06-03"),
        ),
    }


@builds("D9")
def detections(said: str) -> Handed:
    events, size = counts(said)
    found = first(events, "in_process", "review")
    return {
        "batches": year(20),
        "deviations": log(size, id=name, discovered="2026-03-02", detected_by=found),
    }


@builds("B1")
def revisions(said: str) -> Handed:
    events, size = counts(said)
    return {
        "batches": year(size),
        "revisions": log(events, document="MBR-1", version=name, effective="2026-03-02"),
    }


@builds("B2")
def reasons(said: str) -> Handed:
    events, size = counts(said)
    reason = first(events, "corrective", "improvement")
    return {
        "batches": year(20),
        "revisions": log(
            size, document="MBR-1", version=name, effective="2026-03-02", reason=reason
        ),
    }


@builds("B3")
def versions(said: str) -> Handed:
    """One batch more than pairs: the version rises with each of the first, then stays."""
    events, pairs = counts(said)
    return {"batches": year(pairs + 1, mbr_version=[str(min(n, events)) for n in range(pairs + 1)])}


@builds("B4")
def corrections(said: str) -> Handed:
    """Errors over pages, these spread evenly over ten batches."""
    events, pages = counts(said)
    return {"batches": year(10, pages=pages / 10), "record_errors": log(events, batch=of(10))}


@builds("B5")
def approvals(said: str) -> Handed:
    """Approved the day before, or on the effective day itself, which is not before."""
    events, size = counts(said)
    approved = first(events, "2026-03-01", "2026-03-02")
    return {
        "batches": year(20),
        "revisions": log(
            size, document="MBR-1", version=name, effective="2026-03-02", change_approved=approved
        ),
    }


@builds("B6")
def rounds(said: str) -> Handed:
    """Each record passes in the end, after the returns before it."""
    events, size = counts(said)
    returned = first(events, "yes", "no")
    table = log(events + size, batch=lambda n: of(size)(n - events if n >= events else n))
    said_back = [returned(n) == "yes" for n in range(events + size)]
    return {"batches": year(size), "reviews": table.assign(returned=said_back)}


@builds("B7")
def reviews(said: str) -> Handed:
    """Eleven records: the 90th percentile is the tenth shortest, (11 - 1) x 0.9 = 9 from 0."""
    tenth = int(said)
    last = pd.Timestamp("2026-03-02")
    hours = [24] * 9 + [tenth, tenth + 1]
    done = [last + pd.Timedelta(hours=h) for h in hours]
    return {"batches": year(11, last_step_date=last, review_complete_date=done)}


@builds("B8")
def addenda(said: str) -> Handed:
    events, size = counts(said)
    return {
        "batches": year(size),
        "temporary_instructions": log(events, id=name, approved="2026-03-02", batch=of(size)),
    }


@builds("S1")
def copies(said: str) -> Handed:
    """Live files over families; the stem makes the family."""
    files, groups = counts(said)
    day = date(2026, 6, 1)
    return {
        "scans": [scan(f"f{n}.xlsx", stem=f"plan {n % groups}", modified=day) for n in range(files)]
    }


@builds("S2")
def locked(said: str) -> Handed:
    part, cells = counts(said)
    return {"scans": [scan("plan.xlsx", formula_cells=cells, protected_formula_cells=part)]}


@builds("S3")
def overwritten(said: str) -> Handed:
    part, cells = counts(said)
    return {"scans": [scan("plan.xlsx", block_cells=cells, overwritten_cells=part)]}


@builds("S4")
def errors(said: str) -> Handed:
    part, cells = counts(said)
    return {"scans": [scan("plan.xlsx", formula_cells=cells, error_cells=part)]}


@builds("S5")
def conflicts(said: str) -> Handed:
    """Two bookings of the same day in each suite with a conflict, one in every other suite."""
    pairs, size = counts(said)
    return {
        "bookings": log(
            size,
            booking=name,
            resource=lambda n: f"suite {n // 2 if n < 2 * pairs else n}",
            start="2026-03-02",
        )
    }


@builds("S6")
def patients(said: str) -> Handed:
    return {"scans": [scan("plan.xlsx", patient_level=int(said)), scan("old", patient_level=3)]}


@builds("S7")
def traces(said: str) -> Handed:
    """Level 3: a sheet of changes; 2: dated names; 1: neither."""
    signs: dict[str, dict[str, object]] = {
        "3": {"change_rows": 4},
        "2": {"name_has_date": True},
        "1": {},
    }
    return {"scans": [scan("plan.xlsx", stem="plan", **signs[said])]}


@builds("S8")
def moves(said: str) -> Handed:
    events, size = counts(said)
    return {
        "batches": year(20),
        "bookings": log(size, booking=of(size), resource="suite", start="2026-03-02"),
        "booking_changes": log(events, booking=of(size), field="date"),
    }


def interventions(kind: str) -> Callable[[str], Handed]:
    """So many of the kind, and one that was planned and does not count."""

    def build(said: str) -> Handed:
        events, size = counts(said)
        seen = log(events + 1, at="2026-03-02T22:00", kind=kind, batch=of(size), person="P1")
        return {
            "batches": year(size, disposition_date=pd.Timestamp("2026-06-10")),
            "interventions": seen.assign(planned=[True] + [False] * events),
        }

    return build


for metric, word in (("H1", "after_hours"), ("H5", "call_out"), ("H7", "expedite")):
    builds(metric)(interventions(word))
builds("H6")(interventions("exception"))


@builds("H2", "H4")
def people(said: str) -> Handed:
    """Interventions by person: ``6,1,1`` are six, one and one."""
    who = [f"P{n}" for n, count in enumerate(said.split(",")) for _ in range(int(count))]
    return {
        "batches": year(20),
        "interventions": log(
            len(who), at="2026-03-02T22:00", kind="after_hours", person=lambda n: who[n]
        ),
    }


@builds("H3")
def cover(said: str) -> Handed:
    """``25/100 x2``: 25 of 100 tasks with one person, the others with two."""
    share, _, least = said.partition("x")
    single, tasks = counts(share)
    rows = [
        (f"task {task}", f"P{person}")
        for task in range(tasks)
        for person in range(1 if task < single else int(least))
    ]
    return {
        "qualifications": log(len(rows), task=lambda n: rows[n][0], person=lambda n: rows[n][1])
    }


@builds("H8")
def ages(said: str) -> Handed:
    """Days open on the as-of date: the median of five."""
    days = (1, 2, int(said), 400, 500)
    return {
        "batches": year(20),
        "workarounds": log(5, id=name, began=lambda n: AS_OF - timedelta(days=days[n])),
    }


# ---- What domain 4.2 says, line by line ---------------------------------------------------------

BORDERS: dict[str, str] = {
    # per batch: L1 > 8; L2 > 4-8; L3 > 2-4; L4 > 0.8-2; L5 <= 0.8
    "D1": """81/10 8.1 1, 80/10 8 2, 79/10 7.9 2, 41/10 4.1 2, 40/10 4 3, 39/10 3.9 3,
             21/10 2.1 3, 20/10 2 4, 19/10 1.9 4, 9/10 0.9 4, 8/10 0.8 5, 7/10 0.7 5""",
    # per batch: L1 > 2; L2 > 1-2; L3 > 0.4-1; L4 > 0.1-0.4; L5 <= 0.1
    "D2": """21/10 2.1 1, 20/10 2 2, 19/10 1.9 2, 11/10 1.1 2, 10/10 1 3, 9/10 0.9 3,
             41/100 0.41 3, 40/100 0.4 4, 39/100 0.39 4, 11/100 0.11 4, 10/100 0.1 5, 9/100 0.09 5
             """,
    # %: L1 > 50; L2 > 35-50; L3 > 20-35; L4 > 10-20; L5 <= 10
    "D3": """51/100 51 1, 50/100 50 2, 49/100 49 2, 36/100 36 2, 35/100 35 3, 34/100 34 3,
             21/100 21 3, 20/100 20 4, 19/100 19 4, 11/100 11 4, 10/100 10 5, 9/100 9 5""",
    # %: L1 < 50; L2 50-<70; L3 70-<85; L4 85-<95; L5 >= 95
    "D4": """49/100 49 1, 50/100 50 2, 51/100 51 2, 69/100 69 2, 70/100 70 3, 71/100 71 3,
             84/100 84 3, 85/100 85 4, 86/100 86 4, 94/100 94 4, 95/100 95 5, 96/100 96 5""",
    # %: L1 > 60; L2 > 45-60; L3 > 30-45; L4 > 15-30; L5 <= 15
    "D5": """61/100 61 1, 60/100 60 2, 59/100 59 2, 46/100 46 2, 45/100 45 3, 44/100 44 3,
             31/100 31 3, 30/100 30 4, 29/100 29 4, 16/100 16 4, 15/100 15 5, 14/100 14 5""",
    # %: L1 < 20; L2 20-<50; L3 50-<75; L4 75-<90; L5 >= 90
    "D6": """19/100 19 1, 20/100 20 2, 21/100 21 2, 49/100 49 2, 50/100 50 3, 51/100 51 3,
             74/100 74 3, 75/100 75 4, 76/100 76 4, 89/100 89 4, 90/100 90 5, 91/100 91 5""",
    # days, here minutes over 1440: L1 > 5; L2 > 2-5; L3 > 1-2; L4 > 0.5-1; L5 <= 0.5
    "D7": """7201 7201/1440 1, 7200 5 2, 7199 7199/1440 2, 2881 2881/1440 2, 2880 2 3,
             2879 2879/1440 3, 1441 1441/1440 3, 1440 1 4, 1439 1439/1440 4, 721 721/1440 4,
             720 0.5 5, 719 719/1440 5""",
    # %: L1 > 50; L2 > 30-50; L3 > 15-30; L4 > 5-15; L5 <= 5
    "D8": """51/100 51 1, 50/100 50 2, 49/100 49 2, 31/100 31 2, 30/100 30 3, 29/100 29 3,
             16/100 16 3, 15/100 15 4, 14/100 14 4, 11/200 5.5 4, 10/200 5 5, 9/200 4.5 5""",
    # %: L1 < 30; L2 30-<50; L3 50-<70; L4 70-<85; L5 >= 85
    "D9": """29/100 29 1, 30/100 30 2, 31/100 31 2, 49/100 49 2, 50/100 50 3, 51/100 51 3,
             69/100 69 3, 70/100 70 4, 71/100 71 4, 84/100 84 4, 85/100 85 5, 86/100 86 5""",
    # per 10 batches: L1 > 8; L2 > 4-8; L3 > 2-4; L4 > 0.8-2; L5 <= 0.8
    "B1": """81/100 8.1 1, 80/100 8 2, 79/100 7.9 2, 41/100 4.1 2, 40/100 4 3, 39/100 3.9 3,
             21/100 2.1 3, 20/100 2 4, 19/100 1.9 4, 9/100 0.9 4, 8/100 0.8 5, 7/100 0.7 5""",
    # %: L1 > 70; L2 > 50-70; L3 > 30-50; L4 > 15-30; L5 <= 15
    "B2": """71/100 71 1, 70/100 70 2, 69/100 69 2, 51/100 51 2, 50/100 50 3, 49/100 49 3,
             31/100 31 3, 30/100 30 4, 29/100 29 4, 16/100 16 4, 15/100 15 5, 14/100 14 5""",
    # %: L1 > 70; L2 > 40-70; L3 > 20-40; L4 > 8-20; L5 <= 8
    "B3": """71/100 71 1, 70/100 70 2, 69/100 69 2, 41/100 41 2, 40/100 40 3, 39/100 39 3,
             21/100 21 3, 20/100 20 4, 19/100 19 4, 9/100 9 4, 8/100 8 5, 7/100 7 5""",
    # per 100 pages: L1 > 30; L2 > 15-30; L3 > 7-15; L4 > 2-7; L5 <= 2
    "B4": """301/1000 30.1 1, 300/1000 30 2, 299/1000 29.9 2, 151/1000 15.1 2, 150/1000 15 3,
             149/1000 14.9 3, 71/1000 7.1 3, 70/1000 7 4, 69/1000 6.9 4, 21/1000 2.1 4,
             20/1000 2 5, 19/1000 1.9 5""",
    # %: L1 < 60; L2 60-<80; L3 80-<95; L4 95-<100; at 100 % level 4, for 5 takes a second year
    "B5": """59/100 59 1, 60/100 60 2, 61/100 61 2, 79/100 79 2, 80/100 80 3, 81/100 81 3,
             94/100 94 3, 95/100 95 4, 96/100 96 4, 99/100 99 4, 100/100 100 4""",
    # in cycles: L1 > 3; L2 > 2-3; L3 > 1-2; L4 > 0.3-1; L5 <= 0.3
    "B6": """31/10 3.1 1, 30/10 3 2, 29/10 2.9 2, 21/10 2.1 2, 20/10 2 3, 19/10 1.9 3,
             11/10 1.1 3, 10/10 1 4, 9/10 0.9 4, 31/100 0.31 4, 30/100 0.3 5, 29/100 0.29 5""",
    # days, here hours over 24: L1 > 30; L2 > 15-30; L3 > 8-15; L4 > 4-8; L5 <= 4
    "B7": """721 721/24 1, 720 30 2, 719 719/24 2, 361 361/24 2, 360 15 3, 359 359/24 3,
             193 193/24 3, 192 8 4, 191 191/24 4, 97 97/24 4, 96 4 5, 95 95/24 5""",
    # per batch: L1 > 1.5; L2 > 0.7-1.5; L3 > 0.3-0.7; L4 > 0.1-0.3; L5 <= 0.1
    "B8": """16/10 1.6 1, 15/10 1.5 2, 14/10 1.4 2, 71/100 0.71 2, 70/100 0.7 3, 69/100 0.69 3,
             31/100 0.31 3, 30/100 0.3 4, 29/100 0.29 4, 11/100 0.11 4, 10/100 0.1 5,
             9/100 0.09 5""",
    # in copies: L1 > 5; L2 > 3-5; L3 > 1.5-3; L4 1-1.5; L5 none, and then there is no file to scan
    "S1": """51/10 5.1 1, 50/10 5 2, 49/10 4.9 2, 31/10 3.1 2, 30/10 3 3, 29/10 2.9 3,
             16/10 1.6 3, 15/10 1.5 4, 14/10 1.4 4, 11/10 1.1 4, 10/10 1 4""",
    # %: L1 < 10; L2 10-<50; L3 50-<90; L4 90-<100; L5 >= 100
    "S2": """9/100 9 1, 10/100 10 2, 11/100 11 2, 49/100 49 2, 50/100 50 3, 51/100 51 3,
             89/100 89 3, 90/100 90 4, 91/100 91 4, 99/100 99 4, 100/100 100 5""",
    # %: L1 > 10; L2 > 5-10; L3 > 1-5; L4 > 0-1; L5 0
    "S3": """101/1000 10.1 1, 100/1000 10 2, 99/1000 9.9 2, 51/1000 5.1 2, 50/1000 5 3,
             49/1000 4.9 3, 11/1000 1.1 3, 10/1000 1 4, 9/1000 0.9 4, 1/1000 0.1 4, 0/1000 0 5""",
    # per 1,000: L1 > 10; L2 > 3-10; L3 > 0.5-3; L4 > 0-0.5; L5 0
    "S4": """101/10000 10.1 1, 100/10000 10 2, 99/10000 9.9 2, 31/10000 3.1 2, 30/10000 3 3,
             29/10000 2.9 3, 51/100000 0.51 3, 50/100000 0.5 4, 49/100000 0.49 4, 1/100000 0.01 4,
             0/10000 0 5""",
    # per 100: L1 > 3; L2 > 1-3; L3 > 0-1, and at 0 on record; 4 and 5 are shown, not counted
    "S5": """31/1000 3.1 1, 30/1000 3 2, 29/1000 2.9 2, 11/1000 1.1 2, 10/1000 1 3, 9/1000 0.9 3,
             1/1000 0.1 3, 0/1000 0 3""",
    "S6": "1 1 1, 2 2 2, 3 3 3",
    "S7": "1 1 1, 2 2 2, 3 3 3",
    # per booking: L1 > 2; L2 > 1-2; L3 > 0.5-1; L4 > 0.2-0.5; L5 <= 0.2
    "S8": """21/10 2.1 1, 20/10 2 2, 19/10 1.9 2, 11/10 1.1 2, 10/10 1 3, 9/10 0.9 3,
             51/100 0.51 3, 50/100 0.5 4, 49/100 0.49 4, 21/100 0.21 4, 20/100 0.2 5, 19/100 0.19 5
             """,
    # per batch: L1 > 4; L2 > 2-4; L3 > 0.8-2; L4 > 0.2-0.8; L5 <= 0.2
    "H1": """41/10 4.1 1, 40/10 4 2, 39/10 3.9 2, 21/10 2.1 2, 20/10 2 3, 19/10 1.9 3,
             81/100 0.81 3, 80/100 0.8 4, 79/100 0.79 4, 21/100 0.21 4, 20/100 0.2 5, 19/100 0.19 5
             """,
    # %: L1 > 80; L2 > 60-80; L3 > 40-60; L4 > 25-40; L5 <= 25; of 20, then of 100
    "H2": """10,7,3 85 1, 10,6,4 80 2, 9,6,5 75 2, 7,6,4,3 65 2, 6,6,4,4 60 3, 6,5,5,4 55 3,
             5,4,4,4,3 45 3, 4,4,4,4,4 40 4, 4,3,3,3,3,2,2 35 4,
             13,13,12,12,10,10,10,10,10 26 4, 13,12,12,12,11,10,10,10,10 25 5,
             12,12,12,12,12,10,10,10,10 24 5""",
    # %: L1 > 25; L2 > 10-25; L3 > 0-10; L4 0, cover 2; L5 0, cover 3
    "H3": """26/100x2 26 1, 25/100x2 25 2, 24/100x2 24 2, 11/100x2 11 2, 10/100x2 10 3,
             9/100x2 9 3, 1/100x2 1 3, 0/100x2 0 4, 0/100x3 0 5""",
    # sum of squared shares: L1 > 0.4; L2 > 0.25-0.4; L3 > 0.15-0.25; L4 > 0.08-0.15; L5 <= 0.08.
    # Of ten interventions the squares sum to 42 (36+4+1+1), 40 and 38; of twenty to 102, 100, 98,
    # to 62, 60, 58, and to 34, 32 (six twos and eight ones), 30.
    "H4": """6,2,1,1 0.42 1, 6,1,1,1,1 0.4 2, 5,3,2 0.38 2, 6,5,5,4 0.255 2, 5,5,5,5 0.25 3,
             7,4,4,4,1 0.245 3, 4,4,4,2,2,2,1,1 0.155 3, 4,4,3,3,2,2,1,1 0.15 4,
             4,3,3,3,3,2,1,1 0.145 4, 2,2,2,2,2,2,2,1,1,1,1,1,1 0.085 4,
             2,2,2,2,2,2,1,1,1,1,1,1,1,1 0.08 5, 2,2,2,2,2,1,1,1,1,1,1,1,1,1,1 0.075 5""",
    # per batch: L1 > 2; L2 > 1-2; L3 > 0.4-1; L4 > 0.1-0.4; L5 <= 0.1
    "H5": """21/10 2.1 1, 20/10 2 2, 19/10 1.9 2, 11/10 1.1 2, 10/10 1 3, 9/10 0.9 3,
             41/100 0.41 3, 40/100 0.4 4, 39/100 0.39 4, 11/100 0.11 4, 10/100 0.1 5, 9/100 0.09 5
             """,
    # per release: L1 > 3; L2 > 1.5-3; L3 > 0.7-1.5; L4 > 0.2-0.7; L5 <= 0.2
    "H6": """31/10 3.1 1, 30/10 3 2, 29/10 2.9 2, 16/10 1.6 2, 15/10 1.5 3, 14/10 1.4 3,
             71/100 0.71 3, 70/100 0.7 4, 69/100 0.69 4, 21/100 0.21 4, 20/100 0.2 5, 19/100 0.19 5
             """,
    # per batch: L1 > 3; L2 > 1.5-3; L3 > 0.7-1.5; L4 > 0.3-0.7; L5 <= 0.3
    "H7": """31/10 3.1 1, 30/10 3 2, 29/10 2.9 2, 16/10 1.6 2, 15/10 1.5 3, 14/10 1.4 3,
             71/100 0.71 3, 70/100 0.7 4, 69/100 0.69 4, 31/100 0.31 4, 30/100 0.3 5, 29/100 0.29 5
             """,
    # in days: L1 > 180; L2 > 90-180; L3 > 45-90; L4 > 14-45; L5 <= 14
    "H8": """181 181 1, 180 180 2, 179 179 2, 91 91 2, 90 90 3, 89 89 3, 46 46 3, 45 45 4, 44 44 4,
             15 15 4, 14 14 5, 13 13 5""",
}

CASES = [
    pytest.param(metric, *line.split(), id=f"{metric} {line}")
    for metric, lines in BORDERS.items()
    for line in re.split(r",\s+", lines.strip())
]

# Levels that no log can show, and why: they are typed in with their source, or mean no file at all.
UNSEEN = {"B5": {5}, "S1": {5}, "S5": {4, 5}, "S6": {4, 5}, "S7": {4, 5}}


def judged(
    metric: str,
    handed: Handed,
    modality: Modality = "autologous",
    detection: tuple[Detection, ...] = (),
) -> Measurement:
    """These tables through measure() and judge(), with the shipped definition of one metric."""
    content = questionnaire()
    definition = content.metric_by_id[metric]
    only = content.model_copy(update={"metrics": (definition,)})
    maker = Profile(
        organisation="x", modality=modality, stage="phase_1", parties=1, automation="electronic"
    )
    tables: dict[TableKind, Any] = {k: handed[k] for k in TABLES if k in handed}
    found = measure(tables, only, AS_OF, scans=handed.get("scans", ()))
    assert not [f for f in found.findings if f.kind == "error"], found.findings
    (seen,) = found.observations
    assert found.window is not None
    about = Circumstances(content.records, maker, found.window.batches, detection)
    return judge(seen, definition, about)


@pytest.mark.parametrize(("metric", "table", "value", "level"), CASES)
def test_value_and_level_at_each_border(metric: str, table: str, value: str, level: str) -> None:
    """Counted from a table, exact, and on the right side of the cut point (domain 4.2)."""
    found = judged(metric, BUILDERS[metric](table))
    assert found.value == Fraction(value)
    assert (found.level, found.uncapped) == (int(level), None)


def test_no_metric_goes_without_its_borders() -> None:
    """A metric, or a cut point, that this file does not try from both sides is named here."""
    missing = []
    for metric in questionnaire().metrics:
        lines = [case.values for case in CASES if case.values[0] == metric.id]
        values = {Fraction(str(line[2])) for line in lines}
        levels = {int(str(line[3])) for line in lines}
        if lacking := {1, 2, 3, 4, 5} - levels - UNSEEN.get(metric.id, set()):
            missing.append(f"{metric.id}: no case of level {sorted(lacking)}")
        if metric.interval == "ordinal":
            continue
        for cut in {cut for cut in metric.cuts if cut >= Fraction(1, 100)}:
            if cut not in values and metric.id != "S1":
                missing.append(f"{metric.id}: no case at {float(cut):g}")
            near = {value for value in values if abs(value - cut) <= cut * Fraction(15, 100)}
            if not any(v > cut for v in near) and cut < 100:
                missing.append(f"{metric.id}: no case just above {float(cut):g}")
            if not any(v < cut for v in near) and metric.id != "S1":
                missing.append(f"{metric.id}: no case just below {float(cut):g}")
    assert not missing, "\n".join(missing)
    assert set(BORDERS) == {metric.id for metric in questionnaire().metrics}


@pytest.mark.parametrize("modality", ["allogeneic", "in_vivo"])
@pytest.mark.parametrize(
    ("hours", "level"),
    # days of domain 4.2, B7, times three: 90, 45, 24, 12; in hours 2160, 1080, 576, 288
    [
        *((2161, 1), (2160, 2), (2159, 2), (1081, 2), (1080, 3), (1079, 3)),
        *((577, 3), (576, 4), (575, 4), (289, 4), (288, 5), (287, 5)),
    ],
)
def test_review_time_of_other_modalities(modality: Modality, hours: int, level: int) -> None:
    found = judged("B7", reviews(str(hours)), modality)
    assert (found.value, found.level) == (Fraction(hours, 24), level)


@pytest.mark.parametrize(
    ("metric", "given", "level"),
    [
        ("S1", {"value": Fraction(0)}, 5),  # no workbook of record: a system
        ("S5", {"value": Fraction(0), "level": 4}, 4),  # none in 12 months
        ("S5", {"value": Fraction(0), "level": 5}, 5),  # the system makes it impossible
        ("S6", {"level": 4}, 4),  # coded, key apart and under control
        ("S6", {"level": 5}, 5),  # no patient data outside the validated system
        ("S7", {"level": 4}, 4),  # record-level audit trail with reason
        ("S7", {"level": 5}, 5),  # validated and reviewed
        ("B5", {"events": 40, "trials": 40, "level": 5}, 5),  # two years in a row at 100 %
    ],
)
def test_levels_that_are_shown_and_not_counted(
    metric: str, given: dict[str, Any], level: int
) -> None:
    """What files cannot tell is typed in with its source (domain 4.2; method 3)."""
    content = questionnaire()
    definition = content.metric_by_id[metric]
    tally = TypedMeasurement(metric=metric, source="SOP-12, looked at", **given)
    maker = Profile(organisation="x", modality="autologous", stage="phase_1", parties=1)
    seen: Observation = observe_typed(tally, definition, content.records)
    found = judge(seen, definition, Circumstances(content.records, maker, 20, typed=True))
    assert (found.level, found.usable) == (level, True)


# Method 3, *Silence is never read as good*: the metrics that it names, at the value that it names.
SILENT = {
    **dict.fromkeys(("D1", "D2", "B1", "B4", "B8", "S8", "H1", "H5", "H6", "H7"), "0/60"),
    "B3": "0/60",
    "D8": "0/60",
    "D6": "60/60",
}


@pytest.mark.parametrize("metric", SILENT)
def test_silence_counts_at_most_two_until_detection_is_shown(metric: str) -> None:
    """From an empty log to level 2; with a look into records that finds little, to level 5."""
    table = BUILDERS[metric](SILENT[metric])
    silent = judged(metric, table)
    assert silent.suspicion
    assert (silent.level, silent.level_low, silent.level_high, silent.uncapped) == (2, 2, 2, 5)
    # five records, 8 events reported and 2 found that were not: 8 / 10 = 0.8
    looked: dict[str, Any] = {"records_sampled": 5, "by": "QA", "on": AS_OF}
    seen = Detection(metric=metric, reported=8, found_unreported=2, **looked)
    heard = judged(metric, table, detection=(seen,))
    assert (heard.suspicion, heard.level) == (False, 5)
    # 7 and 2: 7 / 9 = 0.78
    blind = Detection(metric=metric, reported=7, found_unreported=2, **looked)
    assert judged(metric, table, detection=(blind,)).level == 2


@pytest.mark.parametrize(
    ("metric", "table"),
    [
        *(("D3", "0/60"), ("D4", "60/60"), ("D5", "0/60"), ("D9", "60/60")),
        *(("B2", "0/60"), ("B6", "0/60"), ("S3", "0/60"), ("S4", "0/60"), ("S2", "60/60")),
    ],
)
def test_no_other_good_figure_is_a_suspicion(metric: str, table: str) -> None:
    found = judged(metric, BUILDERS[metric](table))
    assert (found.suspicion, found.level) == (False, 5)


def test_one_event_lifts_the_suspicion_of_silence_and_three_to_none_lowers_the_level() -> None:
    """Three events in 60 batches are 0.05: level 5; none is level 2. That is meant (method 3)."""
    assert judged("D2", BUILDERS["D2"]("3/60")).level == 5
    assert judged("D2", BUILDERS["D2"]("0/60")).level == 2
