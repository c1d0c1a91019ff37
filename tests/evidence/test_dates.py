"""Dates by a format that fits every row; nothing is guessed."""

from datetime import date, datetime, time, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.columns import DateFormat
from readiness.evidence.dates import directive, most_fitting, parse, readings, resolve, take_apart
from readiness.files.opened import Cell
from tests.evidence.making import content


def formats(*texts: str) -> tuple[str, ...]:
    return readings(take_apart(texts, content()).open, content()).formats


def stamps(pattern: str | None, *values: Cell) -> list[datetime | None]:
    found, bad = resolve(take_apart(values, content()), pattern)
    return [
        None if b or np.isnat(s) else s.astype(datetime) for s, b in zip(found, bad, strict=True)
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["03/04/2025", "13/04/2025"], ("DD/MM/YYYY",)),
        (["03/04/2025", "04/13/2025"], ("MM/DD/YYYY",)),
        (["03/04/2025", "1/2/2025"], ("DD/MM/YYYY", "MM/DD/YYYY")),
        (["13/04/2025", "04/13/2025"], ()),
        (["03.04.25", "13.04.25"], ("DD.MM.YY",)),
        (["2025-04-03"], ("YYYY-MM-DD",)),
        (["20250403"], ("YYYYMMDD",)),
        (["3 Apr 2025", "14-Dez-2025"], ("DD MMM YYYY",)),
        (["Apr 3rd, 2025"], ("MMM DD YYYY",)),
        (["3 mars 2025", "3 août 2025"], ("DD MMM YYYY",)),
        (["1er janvier 2025", "14 févr. 2025"], ("DD MMM YYYY",)),
        (["3 de enero de 2025", "14 de setiembre del 2025"], ("DD MMM YYYY",)),
        (["Mo, 14.04.2025"], ("DD.MM.YYYY",)),
        (["lundi 14/04/2025"], ("DD/MM/YYYY",)),
        (["32/01/2025"], ()),
    ],
)
def test_only_formats_that_fit_all_rows(texts: list[str], expected: tuple[str, ...]) -> None:
    assert formats(*texts) == expected


def test_formats_that_read_all_rows_alike_are_one() -> None:
    assert formats("01/01/2025", "05/05/2025") == ("DD/MM/YYYY",)


def test_the_ambiguous_rows_are_counted() -> None:
    found = readings(["03/04/2025", "05/05/2025"], content())
    assert found.differing == {"03/04/2025"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03.04.2025 14:05", datetime(2025, 4, 3, 14, 5)),
        ("03.04.2025 14:05:30", datetime(2025, 4, 3, 14, 5, 30)),
        ("03.04.2025 14h05", datetime(2025, 4, 3, 14, 5)),
        ("03.04.2025 à 14 h 05", datetime(2025, 4, 3, 14, 5)),
        ("03.04.2025 a las 2:05 p. m.", datetime(2025, 4, 3, 14, 5)),
        ("03.04.2025, 2:05 PM", datetime(2025, 4, 3, 14, 5)),
        ("03.04.2025 12:05 am", datetime(2025, 4, 3, 0, 5)),
        ("03.04.2025 14:05 Uhr", datetime(2025, 4, 3, 14, 5)),
        ("03.04.2025T14:05:00Z", datetime(2025, 4, 3, 14, 5)),
        ("03.04.2025 14:05 +02:00", datetime(2025, 4, 3, 14, 5)),
    ],
)
def test_times_of_day(text: str, expected: datetime) -> None:
    assert stamps("DD.MM.YYYY", text) == [expected]


def test_a_zone_is_noticed() -> None:
    assert take_apart(["2025-04-03T14:05:00Z", "2025-04-03"], content()).zoned.tolist() == [
        True,
        False,
    ]


def test_real_dates_serials_and_texts_stand_together() -> None:
    # 45750 is 3 April 2025 in a spreadsheet program: 45658 is 1 January 2025, plus 92 days.
    found = stamps("DD.MM.YYYY", date(2025, 4, 3), 45750, 45750.5, "45750", "03.04.2025", "", "n/a")
    day = datetime(2025, 4, 3)
    assert found == [day, day, datetime(2025, 4, 3, 12), day, day, None, None]


def test_serials_may_count_from_1904() -> None:
    # The two ways of counting differ by 1,462 days.
    written = take_apart([45750 - 1462], content(), date_1904=True)
    assert written.stamps[0] == np.datetime64("2025-04-03")


def test_what_is_no_date_is_bad_and_words_for_nothing_are_not() -> None:
    values: list[Cell] = ["soon", time(3, 4), timedelta(hours=2), True, 12.0, "TBD", "offen"]
    _, bad = resolve(take_apart(values, content()), "DD.MM.YYYY")
    assert bad.tolist() == [True, True, True, True, True, False, False]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("DD.MM.YYYY", "%d.%m.%Y"),
        ("dd/mm/yy", "%d/%m/%y"),
        ("D MMM YYYY", "%d %b %Y"),
        ("%d.%m.%Y", "%d.%m.%Y"),
        ("%d.%m.%Y %H:%M", "%d.%m.%Y"),
        ("YYYY-MM-DD HH:MM", "%Y-%m-%d"),
        ("DD.MM", None),
        ("day first", None),
        ("%d.%m.%H", None),
    ],
)
def test_patterns(pattern: str, expected: str | None) -> None:
    assert directive(pattern) == expected


def test_the_most_fitting_format_serves_the_message() -> None:
    assert most_fitting(["13.04.2025", "14.04.2025", "99.99.2025"], content()) == "DD.MM.YYYY"
    assert most_fitting(["soon", "later", "13.04.2025"], content()) is None
    assert most_fitting([], content()) is None


days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(st.lists(days, min_size=1, max_size=10), st.sampled_from(content().date_formats))
def test_a_date_written_and_read_is_the_same(values: list[date], way: DateFormat) -> None:
    pattern = way.format
    wanted = directive(pattern)
    assert wanted is not None
    texts = [day.strftime(wanted) for day in values]
    read = parse(take_apart(texts, content()).texts.tolist(), pattern)
    assert [s.astype("datetime64[D]").astype(date) for s in read] == values


@given(st.lists(st.text(max_size=20), max_size=10))
def test_any_text_gives_an_answer(texts: list[str]) -> None:
    written = take_apart(texts, content())
    for pattern in (None, "DD.MM.YYYY", *readings(written.open, content()).formats):
        found, bad = resolve(written, pattern)
        assert len(found) == len(bad) == len(texts)
