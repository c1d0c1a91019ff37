"""What a cell held is told again by its check, what a formula says by its form."""

from datetime import date, datetime

import pytest

from readiness.report.cells import Book
from readiness.report.facts import Facts
from readiness.report.places import places
from readiness.report.untouched import CELLS, FORMS, WATCHED, check, form, read_checks, watched_rows

NAMES = {11: "target", 10: "final", 12: "gap"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (3, 3.0),
        (0.1 + 0.2, 0.3),
        (date(2027, 3, 1), datetime(2027, 3, 1)),
        (date(1899, 12, 31), 1),
        ("a  b\r\nc", "a b c"),
        (None, ""),
    ],
)
def test_the_same_value_has_the_same_check(one: object, other: object) -> None:
    assert check(one) == check(other) != check("else")


@pytest.mark.parametrize(
    ("one", "row", "other", "below"),
    [
        ("=MAX(0,K5-J5)", 5, "=max( 0, $K9-J9 )", 9),
        ("=SUM($L$5:$L$54)", 5, "=SUM($L$5:$L$52)", 7),
        ("=Assumptions!$D$38+1", 5, "='Other name'!$D$40+1.0", 5),
    ],
)
def test_a_form_survives_what_moves_a_formula(one: str, row: int, other: str, below: int) -> None:
    assert form(one, row, NAMES) == form(other, below, NAMES)


@pytest.mark.parametrize(
    "other",
    ["=MAX(0,K5-L5)", "=MAX(1,K5-J5)", "=MIN(0,K5-J5)", "=MAX(0,K5-J6)", '=MAX(0,K5-J5)&""'],
)
def test_another_formula_has_another_form(other: str) -> None:
    assert form("=MAX(0,K5-J5)", 5, NAMES) != form(other, 5, NAMES)


def test_a_column_that_moved_is_known_by_its_heading() -> None:
    assert form("=K5", 5, NAMES) == form("=N5", 5, {14: "target"})


def test_every_cell_that_is_not_read_back_has_a_check_or_a_form(book: Book, facts: Facts) -> None:
    at = places(facts, 0)
    rows = list(watched_rows(book, at))
    assert {row[0] for row in rows} == {CELLS, FORMS}
    found = read_checks(rows)
    assert set(found) == set(WATCHED)
    gaps, kind = found["gaps"], WATCHED["gaps"]
    assert set(gaps.cells) == set(facts.questionnaire.capabilities)
    for cells in gaps.cells.values():
        assert {*cells, *gaps.forms, *kind.open, kind.id} == set(at.register.numbers)
    # A plain column of formulas says one thing; records are blank without metrics.
    assert len(gaps.forms["severity"]) == len(gaps.forms["records"]) == 1
