"""A workbook with its saved versions: order, churn, growth, spread; figures by hand."""

from datetime import date
from fractions import Fraction
from typing import Any

from readiness.domain.prints import VersionPrint
from readiness.domain.scan import WorkbookScan
from readiness.domain.versions import WorkbookFamily
from readiness.metrics.versions import find_families
from tests.metrics.drawn import schedule, sheet, version
from tests.metrics.made import VERSIONS
from tests.metrics.test_workbooks import scan

AS_OF = date(2026, 6, 30)
FIRST = schedule(("B1", "A", 10, "confirmed"), ("B2", "A", 20, "confirmed"))
SECOND = schedule(("B1", "A", 12, "confirmed"), ("B2", "A", 20, "done"))


def family(
    prints: dict[str, VersionPrint | None],
    more: dict[str, dict[str, Any]] | None = None,
    since: date = date.min,
) -> WorkbookFamily:
    """The one family of these files; their scans say the day of the print, and ``more``."""
    scans: list[WorkbookScan] = []
    for name, taken in prints.items():
        day = taken.saved.date() if taken and taken.saved else None
        said = (more or {}).get(name, {})
        scans.append(scan(name, **{"stem": "plan", "modified": day, **said}))
    known = {name: taken for name, taken in prints.items() if taken}
    (found,) = find_families(scans, known, AS_OF, None, 90, VERSIONS, since)
    return found


def test_a_step_by_hand() -> None:
    found = family(
        {
            "plan v1": version(FIRST, "2026-06-01T08:00", size=10_000),
            "plan v2": version(SECOND, "2026-06-15T08:00", size=24_000),
        }
    )
    (step,) = found.steps
    # cells of B1 and B2: 8; changed: B1's start, B2's state. 2 of 8 in 14 days, 1 of 8 a week
    assert (step.base, step.compared, step.altered) == ("bookings", 8, 2)
    assert (step.days, step.churn, step.churn_per_week) == (14, Fraction(1, 4), Fraction(1, 8))
    assert [(c.column, c.holds, c.kind, c.addresses) for c in step.changes] == [
        ("C", "start", "changed", ("C2",)),
        ("D", "status", "changed", ("D3",)),
    ]
    # both were confirmed before; one moved
    assert (step.exposed, found.exposed) == (2, 2)
    (move,) = step.rebookings
    assert (move.field, move.booking, move.row_before, move.row) == ("date", 1, 2, 2)
    # 14,000 bytes in 14 days: 30,000 in 30 days
    assert found.growth_per_month == 30_000
    assert found.spread_days == 14
    assert [v.age_days for v in found.versions] == [29, 15]
    assert found.live == ("plan v1", "plan v2")
    assert found.doubts == ()


def test_order_is_by_saving_and_not_by_name() -> None:
    found = family(
        {
            "plan v1": version(FIRST, "2026-06-15T08:00"),
            "plan v2": version(FIRST, "2026-06-01T08:00"),
        }
    )
    assert [v.file for v in found.versions] == ["plan v2", "plan v1"]
    assert found.name == "plan v1"
    assert "its name says otherwise" in found.doubts[0]


def test_a_file_that_does_not_say_stands_first_and_is_doubted() -> None:
    found = family(
        {
            "plan v10": version(FIRST),
            "plan v9": version(SECOND),
            "plan v11": version(FIRST, "2026-06-01T08:00"),
        }
    )
    assert [v.file for v in found.versions] == ["plan v9", "plan v10", "plan v11"]
    assert [step.days for step in found.steps] == [None, None]
    assert found.steps[0].churn_per_week is None
    assert [d.split(" does ")[0] for d in found.doubts] == ["plan v9", "plan v10"]
    assert found.spread_days is None


def test_within_a_day_no_weekly_figure_is_claimed() -> None:
    found = family(
        {
            "plan v1": version(FIRST, "2026-06-01T08:00"),
            "plan v2": version(SECOND, "2026-06-01T20:00"),
        }
    )
    assert found.steps[0].days == Fraction(1, 2)
    assert found.steps[0].churn_per_week is None
    assert found.growth_per_month is None


def test_versions_marked_with_another_key_are_not_compared() -> None:
    found = family(
        {
            "plan v1": version(FIRST, "2026-06-01T08:00", check=1),
            "plan v2": version(FIRST, "2026-06-02T08:00", check=2),
            "plan v3": version(FIRST, "2026-06-03T08:00", check=2),
        }
    )
    assert [(s.before, s.after) for s in found.steps] == [("plan v2", "plan v3")]
    assert [v.comparable for v in found.versions] == [False, True, True]
    assert found.doubts[0].endswith("was marked with another key: add it anew to compare it.")


def test_a_file_without_a_print_keeps_its_place() -> None:
    old = {"plan v1": None, "plan v2": version(FIRST, "2026-06-01T08:00")}
    found = family(old, {"plan v1": {"modified": date(2026, 5, 1)}})
    assert [v.file for v in found.versions] == ["plan v1", "plan v2"]
    assert found.steps == ()
    assert found.doubts[0].endswith("was added before versions were compared: add it anew.")


def test_an_older_format_asks_to_be_saved_anew() -> None:
    kept = {"plan v1.xls": None, "plan v2.xlsx": version(FIRST, "2026-06-01T08:00")}
    old = {"formulas_readable": False, "modified": date(2026, 5, 1)}
    found = family(kept, {"plan v1.xls": old})
    assert found.doubts == (
        "plan v1.xls is read by its values alone: save it as .xlsx to compare it.",
    )


def test_formulas_that_followed_an_inserted_row_are_no_changes() -> None:
    old = sheet(("=R[2]C|1",), ("a",), ("b",))
    inserted = sheet(("=R[3]C|1",), ("a",), ("x",), ("b",))
    rewritten = sheet(("=R[3]C|1",), ("a",), ("b",))

    def step(new: Any) -> Any:
        prints = {"1": version(old, "2026-06-01"), "2": version(new, "2026-06-08")}
        return family({**prints}).steps[0]

    assert (step(inserted).shifted, step(inserted).cells) == (1, 1)
    # nothing moved: somebody wrote the other reference
    assert (step(rewritten).shifted, step(rewritten).cells) == (0, 1)
    assert step(rewritten).base == "cells"
    assert step(rewritten).churn == Fraction(1, 3)


def test_editors_and_their_shares() -> None:
    prints = {f"plan v{n}": version(FIRST, f"2026-06-0{n}T08:00") for n in range(1, 5)}
    who = {"plan v1": "E01", "plan v2": "E02", "plan v3": "E02"}
    found = family(
        {**prints},
        {name: {"editors": (code,)} for name, code in who.items()},
    )
    assert (found.top_editor, found.top_saves, found.known_saves) == ("E02", 2, 3)
    assert found.editors == ("E01", "E02")


def test_steps_before_the_window_stand_and_do_not_count() -> None:
    prints: dict[str, VersionPrint | None] = {
        "plan v1": version(FIRST, "2025-01-01T08:00"),
        "plan v2": version(SECOND, "2025-02-01T08:00"),
        "plan v3": version(SECOND, "2026-02-01T08:00"),
    }
    found = family(prints, since=date(2025, 6, 30))
    assert [step.in_window for step in found.steps] == [False, True]
    # in the step that counts B1 alone is still to come; B2 was done before it
    assert found.exposed == 1


def test_the_order_of_files_changes_nothing() -> None:
    prints = {
        "plan v1": version(FIRST, "2026-06-01T08:00"),
        "plan v2": version(SECOND, "2026-06-08T08:00"),
    }
    scans = [scan(name, stem="plan", modified=date(2026, 6, 1)) for name in prints]
    one = find_families(scans, prints, AS_OF, None, 90, VERSIONS)
    assert one == find_families(
        scans[::-1], dict(reversed(prints.items())), AS_OF, None, 90, VERSIONS
    )
