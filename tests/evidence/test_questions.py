"""What the look of the cells leaves open."""

from datetime import date
from typing import Any

import numpy as np

from readiness.evidence.grid import Grid
from readiness.evidence.questions import DateLook, look_at_dates, propose_values
from tests.evidence.making import as_xlsx, content, known
from tests.files.making import Value

KIND = content().kinds["deviations"]


def look(declared: dict[str, str] | None = None, **columns: list[Value]) -> dict[str, DateLook]:
    lines = [list(columns), *map(list, zip(*columns.values(), strict=True))]
    opened = as_xlsx(lines)
    grid = Grid.below(opened.sheet(), 1)
    places = {name: i for i, name in enumerate(columns)}
    records = np.ones(len(grid), dtype=bool)
    return look_at_dates(opened, content(), KIND, grid, records, places, declared or {})


def test_real_dates_prove_nothing_and_need_nothing() -> None:
    found = look(closed=[date(2026, 1, 2), "", 46000])["closed"]
    assert (found.sure, found.proven, found.question) == (True, None, None)


def test_texts_prove_a_format_or_leave_a_question() -> None:
    found = look(opened=["03/04/2026", "05/06/2026"], closed=["13/04/2026", "14/04/2026"])
    assert found["closed"].proven == "DD/MM/YYYY"
    question = found["opened"].question
    assert question is not None
    assert (question.rows, question.likely) == (2, "DD/MM/YYYY")


def test_a_confirmed_format_answers_the_question() -> None:
    found = look({"opened": "MM/DD/YYYY"}, opened=["03/04/2026", "05/06/2026"])["opened"]
    assert (found.sure, found.proven, found.question) == (True, "MM/DD/YYYY", None)


def test_what_is_no_date_is_counted() -> None:
    found = look(closed=["13/04/2026", "14/04/2026", "soon", True])["closed"]
    assert not found.sure
    assert found.reason == "2 cells are no dates"
    assert found.proven == "DD/MM/YYYY"


def proposed(
    values: list[Any], chosen: dict[str, str | None] | None = None
) -> dict[str, str | None]:
    field = KIND.fields["severity"]
    counts = np.ones(len(values), dtype=np.intp)
    words = known().vocabulary("severity")
    found = propose_values(content(), words, "severity", field, values, counts, chosen or {})
    return {v.value: v.canonical for v in found}


def test_values_of_a_person_go_first_and_names_are_not_listed() -> None:
    assert proposed(["Major", "odd", "Ina Adler"], {"Major": "critical"}) == {
        "Major": "critical",
        "odd": None,
    }


def test_cells_that_are_one_text_are_one_value() -> None:
    assert list(proposed([3.0, "3", " 3"])) == ["3"]
