"""Every error of a mapping at once, with the nearest valid name."""

from typing import Any

from readiness.domain.errors import Problem
from readiness.evidence.checking import check_mapping, nearest
from readiness.evidence.mapping import FileMapping, LeftOut
from tests.evidence.making import HEADINGS, content, deviation, grid

COLUMNS = {"id": "Record No.", "discovered": "Date Discovered"}


def problems(**changed: Any) -> list[Problem]:
    mapping = FileMapping(file="log.csv", kind="deviations", columns=COLUMNS)
    found = grid([list(HEADINGS), deviation(1)])
    return check_mapping(mapping.model_copy(update=changed), found, content())


def test_a_mapping_that_fits_has_no_problem() -> None:
    assert problems() == []
    assert problems(date_format="excel", values={"severity": {"A": "critical", "B": None}}) == []


def test_all_errors_at_once() -> None:
    found = problems(
        columns={"id": "Record No", "discoverd": "Date Discovered", "step": "Date Discovered"},
        values={"sevrity": {}, "severity": {"A": "crit"}},
        date_format={"discovered": "day first", "opend": "DD.MM.YYYY"},
        leave_out=(LeftOut(rows=(1, 2, 3), reason="x"),),
    )
    assert sorted(p.code for p in found) == [
        "column_twice",
        "date_format_unknown",
        "missing_column",
        "no_such_column",
        "row_outside",
        "row_outside",
        "unknown_field",
        "unknown_field",
        "unknown_field",
        "unknown_value",
    ]
    said = " ".join(str(p) for p in found)
    for name in ("Record No.", "discovered", "severity", "opened"):
        assert name in said


def test_a_value_for_every_row_takes_the_place_of_a_column() -> None:
    assert problems(fixed={"severity": "minor"}) == []
    assert [p.code for p in problems(fixed={"severity": "small", "gone": "x"})] == [
        "unknown_value",
        "unknown_field",
    ]


def test_the_nearest_name() -> None:
    assert nearest("discoverd", ["closed", "discovered"]) == "discovered"
    assert nearest("x", []) == ""
