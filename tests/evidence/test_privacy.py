"""The catalogue of identifiers and the codes that replace people."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.evidence.privacy import (
    PATTERNS,
    Coder,
    count_in_column,
    find,
    find_each,
    looks_like_initials,
    looks_like_name,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ask ina.adler@clinic.example.org", "email"),
        ("jörg.müller@klinik.de rang an", "email"),
        ("call +49 30 1234 5678 first", "phone"),
        ("(617) 555-0142", "phone"),
        ("617-555-0142", "phone"),
        ("0171/1234567", "phone"),
        ("Tel. 030 123456", "phone"),
        ("DOB 12/03/1957", "birth_date"),
        ("geb. 12.3.57", "birth_date"),
        ("born on 3 March 1957", "birth_date"),
        ("* 12.03.2014", "birth_date"),
        ("label read 1957-03-12", "birth_date"),
        ("MRN 0012345", "record_number"),
        ("MRN0012345", "record_number"),
        ("M.R.N.: 0012345", "record_number"),
        ("d.o.b. 1.2.1960", "birth_date"),
        ("Medical record number: 1234567", "record_number"),
        ("Patienten-Nr. 448812", "record_number"),
        ("SSN 123-45-6789", "record_number"),
        ("I.A., 12.03.1957", "initials_birth_date"),
        ("IA 2014-05-06", "initials_birth_date"),
        ("I.A. 1957", "initials_birth_date"),
        ("Mrs. Adler called", "name"),
        ("Frau Adler rief an", "name"),
        ("Patient: Ina Adler", "name"),
    ],
)
def test_finds(text: str, kind: str) -> None:
    assert kind in find(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "DEV-2025-0142",
        "P011; P012",
        "QA 12.03.2025",
        "step 12.3.4 repeated",
        "2025-11-22",
        "12/03/2025 14:05",
        "temperature 2.1 to 8.4 for 120 minutes",
        "Cell count 1.2 x 10^6, viability 71 %",
        "MBR-001 v3.0 of 14 Mar 2024",
        "Patient material arrived late",
        "Lot 20250114-0032-11",
        "NG-2025-014",
        "CAPA-24-0031",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert find(text) == ()


@given(st.lists(st.text(max_size=40), max_size=20))
def test_many_texts_give_what_each_gives(texts: list[str]) -> None:
    singly = {i: kinds for i, text in enumerate(texts) if (kinds := find(text))}
    assert find_each(texts) == singly


PLANTED = ["x ina@a.org", "Mrs. Adler", "MRN 0012345", "DOB 12/03/1957", "plain", "I.A. 1957"]


@given(st.lists(st.sampled_from([*PLANTED, "", "a\nb", "12", "34"]), max_size=30))
def test_many_planted_texts(texts: list[str]) -> None:
    assert find_each(texts) == {i: kinds for i, text in enumerate(texts) if (kinds := find(text))}


PIECES = [
    *(
        "ina@a.org",
        "+49 30 123456",
        "(617) 555-0142",
        "617.555.0142",
        "0171 / 123456",
        "Tel: 030 12345",
    ),
    *("DOB", "d.o.b.", "born", "geb.", "*", "12.3.57", "12/03/1957", "1957-03-12", "3 March 1957"),
    *("MRN", "Med. Rec. No", "medrec", "Fallnummer", "patient no", "12345678", "123-45-6789"),
    *("I.A.", "IA", "1957", "Dr.", "Frau", "Adler", "Patient:", "Ina Adler", "Adler, Ina", "pt="),
    *(" ", ", ", "-", "\n", "x", "7"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
@settings(max_examples=500)
def test_no_gate_hides_what_a_pattern_matches(text: str) -> None:
    direct = tuple(k for k, parts in PATTERNS.items() if any(re.search(p, text) for p in parts))
    assert find(text) == direct


@pytest.mark.parametrize(
    "text", ["Adler, Ina", "Ina Adler", "Dr. I. Adler", "Jörg von der Weide", "Ina M. Adler-Holm"]
)
def test_names(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize("text", ["P011", "Suite 2", "NG-2025-014", "adler", "SUITE A", "", "Wash"])
def test_no_names(text: str) -> None:
    assert not looks_like_name(text)


def test_words_of_the_trade_are_no_names() -> None:
    assert looks_like_name("Cell Wash")
    assert not looks_like_name("Cell Wash", frozenset({"wash"}))


def test_initials() -> None:
    assert looks_like_initials("I. A.")
    assert looks_like_initials("IA")
    assert not looks_like_initials("P011")


def test_a_column_is_counted_by_kind() -> None:
    assert count_in_column("Subject", ["Adler, Ina", "Holm, Per", "P003"])["name"] == 2
    assert count_in_column("Subject", ["Adler, Ina", "P002", "P003"])["name"] == 0
    assert count_in_column("MRN", ["881", "882"])["record_number"] == 2
    assert count_in_column("Step", ["Wash", ""]) == {}


def test_codes_follow_first_appearance_and_ignore_case_and_spacing() -> None:
    coder = Coder()
    assert [coder.code("P", t) for t in ("Ina Adler", "Per Holm", " ina  adler ")] == [
        "P01",
        "P02",
        "P01",
    ]
    assert coder.code("B", "Ina Adler") == "B01"


def test_stored_codes_hold_for_the_next_file_and_hold_no_name() -> None:
    first = Coder(key=b"k")
    first.code("P", "Ina Adler")
    second = Coder(key=b"k", state=first.state())
    assert second.code("P", "Per Holm") == "P02"
    assert second.code("P", "Ina Adler") == "P01"
    assert "adler" not in repr(first.state()).lower()
