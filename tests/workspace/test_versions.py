"""Saved versions in words and rows."""

import csv
import io
from datetime import UTC, datetime
from fractions import Fraction

from readiness.domain.evidence import Evidence
from readiness.domain.versions import (
    CellChanges,
    Rebooking,
    SavedVersion,
    VersionStep,
    WorkbookFamily,
)
from readiness.workspace import versions

STEP = VersionStep(
    before="plan v1.xlsx",
    after="plan v2.xlsx",
    days=Fraction(14),
    changes=(
        CellChanges(
            sheet="Plan",
            column="C",
            holds="start",
            kind="changed",
            count=9,
            addresses=tuple(f"C{n}" for n in range(2, 20, 2)),
        ),
        CellChanges(
            sheet="Plan", column="A", kind="formula_to_constant", count=3, addresses=("A1:A3",)
        ),
    ),
    base="bookings",
    compared=48,
    altered=12,
    churn=Fraction(1, 4),
    churn_per_week=Fraction(1, 8),
    exposed=5,
    rebookings=(Rebooking(field="date", booking=1, sheet="Plan", row_before=2, row=3),),
    tentative_moves=2,
)
FAMILY = WorkbookFamily(
    name="plan v2.xlsx",
    versions=(
        SavedVersion(file="plan v0.xlsx", sha256="0", comparable=False),
        SavedVersion(
            file="plan v1.xlsx", sha256="1", saved=datetime(2026, 6, 1, 8, tzinfo=UTC), editor="E01"
        ),
        SavedVersion(
            file="plan v2.xlsx", sha256="2", saved=datetime(2026, 6, 15, 8, tzinfo=UTC)
        ),
    ),
    steps=(STEP,),
    doubts=("plan v0.xlsx does not say when it was saved.",),
    live=("plan v1.xlsx", "plan v2.xlsx"),
    spread_days=14,
    growth_per_month=Fraction(30 * 1024),
    top_editor="E01",
    top_saves=1,
    known_saves=1,
)  # fmt: skip
SEEN = Evidence(versions=(FAMILY,))


def test_each_version_with_what_it_changed() -> None:
    never, first, second = versions.savings(FAMILY)
    assert (never.moment, never.editor, never.cells) == (
        "not said by the file",
        "not said",
        "cannot be compared",
    )
    assert (first.moment, first.editor, first.cells) == ("01 Jun 2026, 08:00", "E01", "—")
    # 9 + 3 cells; 12 of 48; 1/8 = 12.5 % and half rounds up
    assert second.cells == "12"
    assert second.churn == "25 % of booking cells, 13 % a week"
    assert second.moved == "1 in 5 confirmed, 2 in tentative ones"


def test_a_small_share_is_not_nothing() -> None:
    assert [versions.share(Fraction(n, 1000)) for n in (0, 4, 5)] == ["0 %", "under 1 %", "1 %"]


def test_the_family_in_a_sentence() -> None:
    assert versions.lead(FAMILY) == (
        "Three saved versions, over 14 days, 2 of them in use, one editor (E01 saved 1 of 1). "
        "It grows by 30 kB a month."
    )


def test_the_family_of_a_file() -> None:
    assert versions.family_of(SEEN, "1") is FAMILY
    assert versions.family_of(SEEN, "9") is None


def test_what_changed_where_with_few_addresses() -> None:
    second, first = versions.change_rows(STEP)
    assert first == (
        "Plan",
        "C (start)",
        "another value",
        9,
        "C2, C4, C6, C8, C10, C12 and 3 more",
    )
    assert second == ("Plan", "A", "formula typed over", 3, "A1:A3")


def test_the_list_to_take_along_has_them_all() -> None:
    text = versions.changes_csv(FAMILY).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 3
    assert rows[0]["Where"].split() == [f"C{n}" for n in range(2, 20, 2)]
    assert (rows[2]["Change"], rows[2]["Where"], rows[2]["Row before"]) == (
        "rebooked: another date",
        "row 3",
        "2",
    )


def test_lines_for_the_command_line() -> None:
    lines = list(versions.version_lines(SEEN))
    assert lines[1].startswith("plan v2.xlsx: Three saved versions")
    assert lines[2] == "  plan v0.xlsx: does not say when it was saved; cannot be compared"
    assert lines[3].endswith("by E01; the oldest")
    assert "cells changed 12, churn 25 %" in lines[4]
    assert lines[5] == "  ▲ plan v0.xlsx does not say when it was saved."
    alone = FAMILY.model_copy(update={"versions": FAMILY.versions[:1]})
    assert list(versions.version_lines(Evidence(versions=(alone,)))) == []
