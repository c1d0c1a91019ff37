"""Which tables hold bookings, by the headings of the shipped content."""

from pathlib import Path

import pytest

from readiness.content.columns import load_columns
from readiness.domain.prints import Role
from readiness.evidence.scan.roles import BookingWords
from readiness.evidence.scan.tables import Table

CONTENT = Path(__file__).parents[3] / "questionnaires" / "cgt-operational-readiness"


@pytest.fixture(scope="module")
def words() -> BookingWords:
    return BookingWords(load_columns(CONTENT))


def columns(words: BookingWords, *headings: str) -> dict[Role, int]:
    return dict(words.columns(Table(headings=dict(enumerate(headings, start=1)))))


def test_columns_of_bookings(words: BookingWords) -> None:
    found = columns(words, "Slot", "Lot", "Patient", "Suite", "Start", "End", "Status", "Remarks")
    assert found == {
        "booking": 1,
        "subject": 3,
        "resource": 4,
        "start": 5,
        "end": 6,
        "status": 7,
    }


def test_in_german(words: BookingWords) -> None:
    found = columns(words, "Buchungsnummer", "Reinraum", "Beginn", "Zustand")
    assert found == {"booking": 1, "resource": 2, "start": 3, "status": 4}


def test_a_second_number_is_the_slot(words: BookingWords) -> None:
    assert columns(words, "Slot", "Booking ID", "Start") == {"booking": 2, "slot": 1, "start": 3}


@pytest.mark.parametrize(
    "headings",
    [("Week From", "Suites", "Load"), ("Suite", "Start"), ("Slot", "Remarks"), ()],
    ids=["capacity", "nothing names a booking", "nothing can move", "no headings"],
)
def test_other_tables_are_none(words: BookingWords, headings: tuple[str, ...]) -> None:
    assert columns(words, *headings) == {}


def test_states(words: BookingWords) -> None:
    said = [words.state(text) for text in ("Confirmed", "storniert", "hold", "P-043")]
    assert said == ["confirmed", "cancelled", "tentative", None]
