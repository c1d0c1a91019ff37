"""Cells to canonical values, and nobody by name."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.columns import FieldContent
from readiness.evidence.privacy import Coder
from readiness.evidence.values import (
    Converter,
    clean,
    has_decimal_comma,
    hides_a_person,
    parse_number,
)
from readiness.evidence.words import Vocabulary
from readiness.files.opened import Cell
from tests.evidence.making import content

FIELDS = content().kinds["deviations"].fields


def converter(*, decimal_comma: bool = False) -> Converter:
    words = {name: Vocabulary(words, 1) for name, words in content().values.items()}
    return Converter(content(), Coder(), words, decimal_comma=decimal_comma)


def test_cells_as_text() -> None:
    cells: list[Cell] = [
        " a  b\n",
        12.0,
        12.5,
        True,
        date(2026, 1, 2),
        datetime(2026, 1, 2),
        datetime(2026, 1, 2, 3),
    ]
    assert [clean(cell) for cell in cells] == [
        "a b", "12", "12.5", "True", "2026-01-02", "2026-01-02", "2026-01-02T03:00:00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "comma", "expected"),
    [
        ("12", False, 12),
        ("1.5", False, 1.5),
        ("1,5", False, 1.5),
        ("1,234", False, 1234),
        ("1,234", True, 1.234),
        ("1.234", True, 1234),
        ("1.234", False, 1.234),
        ("1,234.5", False, 1234.5),
        ("1.234,5", True, 1234.5),
        ("1 234", False, 1234),
        ("45 min", False, 45),
        ("-3", False, -3),
        ("80 %", False, 80),
        ("many", False, None),
        ("1.2.3", False, None),
        ("inf", False, None),
    ],
)
def test_numbers(text: str, comma: bool, expected: float | None) -> None:
    assert parse_number(text, decimal_comma=comma) == expected


@given(st.integers(-(10**6), 10**6))
def test_a_number_written_and_read_is_the_same(value: int) -> None:
    assert parse_number(f"{value / 100:,.2f}", decimal_comma=False) == value / 100


def test_words_by_choice_then_by_vocabulary() -> None:
    found = converter().words(
        ["Minor", "grave", "odd", "", "n/a"], FIELDS["severity"], {"Grave": "critical"}
    )
    assert found.values.tolist() == ["minor", "critical", None, None, None]
    assert found.unknown.tolist() == [False, False, True, False, False]
    assert found.nothing.tolist() == [False, False, False, False, True]


def test_a_person_may_tell_two_words_apart_by_case() -> None:
    found = converter().words(["m", "M"], FIELDS["severity"], {"m": "minor", "M": "major"})
    assert found.values.tolist() == ["minor", "major"]


def test_codes_of_ones_own_are_kept_unless_they_name_somebody() -> None:
    found = converter().words(["Operator", "HE-03", "Ina Adler"], FIELDS["detected_by"], {})
    assert found.values.tolist() == ["in_process", "HE-03", "X01"]
    assert found.identified.tolist() == [False, False, True]


def test_yes_and_no() -> None:
    found = converter().yes_no([True, "Nein", "x", "1", "perhaps"], FieldContent(label=""), {})
    assert found.values.tolist() == [True, False, True, True, None]
    assert found.unknown.tolist() == [False, False, False, False, True]


def test_several_lots_in_a_cell() -> None:
    cells: list[Cell] = ["P011; P012", "P013, P013", "P014 / P015", "P016\nP017", "P018", "n/a", ""]
    assert converter().keys(cells, FIELDS["batch"]).values.tolist() == [
        ("P011", "P012"), ("P013",), ("P014", "P015"), ("P016", "P017"), ("P018",), None, None,
    ]  # fmt: skip


def test_a_batch_that_is_a_name_gets_a_code_and_the_same_one_everywhere() -> None:
    one = converter()
    found = one.keys(["Ina Adler", "P011; ina  adler", "P012"], FIELDS["batch"])
    assert found.values.tolist() == [("B01",), ("P011", "B01"), ("P012",)]
    single = content().kinds["batches"].fields["batch"]
    assert one.keys(["Ina Adler"], single).values.tolist() == ["B01"]


def test_a_comma_inside_a_name_parts_no_lots() -> None:
    cells = ["Holm, Per", "P011; I.A., 12.03.1957", "P012, P013"]
    found = converter().keys(cells, FIELDS["batch"])
    assert found.values.tolist() == [("B01",), ("P011", "B02"), ("P012", "P013")]


def test_an_identifier_in_a_record_number_is_coded() -> None:
    found = converter().keys(["DEV-1", "MRN 0012345"], FIELDS["id"])
    assert found.values.tolist() == ["DEV-1", "R01"]
    assert found.identified.tolist() == [False, True]


def test_people_are_codes_in_order_of_appearance() -> None:
    found = converter().persons(["Ina Adler", "", "Per Holm", "INA ADLER"])
    assert found.values.tolist() == ["P01", None, "P02", "P01"]


def test_a_text_that_identifies_somebody_is_coded_and_equal_ones_stay_equal() -> None:
    found = converter().texts(["Wash", "ask ina@a.org", "Ina Adler", "Ina  Adler"], FIELDS["step"])
    assert found.values.tolist() == ["Wash", "X01", "X02", "X02"]
    assert found.identified.tolist() == [False, True, True, True]


def test_names_of_sites_and_products_are_no_people() -> None:
    site = content().kinds["batches"].fields["site"]
    assert converter().keys(["Boston Campus"], site).values.tolist() == ["Boston Campus"]


def test_what_must_not_be_shown() -> None:
    hidden = ["Ina Adler", "I.A.", "ina@a.org", "DOB 1.2.1960"]
    assert all(hides_a_person(text, content().no_person) for text in hidden)
    assert not hides_a_person("Cell Wash", content().no_person)
    # A cause in German, and a name with a word of it.
    assert not hides_a_person("Menschliches Versagen", content().no_person)
    assert hides_a_person("Menschliches Adler", content().no_person)


@pytest.mark.parametrize(
    ("cells", "otherwise", "comma"),
    [
        (["1,5", "1,234"], False, True),
        (["1.5", "1.234"], True, False),
        (["1.234,5"], False, True),
        (["1,234"], False, False),
        (["1,234"], True, True),
        (["1,5", "1.5"], False, False),
        (["12,75 min", "x", 3], False, True),
    ],
)
def test_a_column_proves_its_decimal_sign(
    cells: list[Cell], *, otherwise: bool, comma: bool
) -> None:
    assert has_decimal_comma(cells, otherwise=otherwise) == comma


def test_thousands_are_read_as_the_column_proves() -> None:
    assert converter().numbers(["1,5", "1,234"]).values.tolist() == [1.5, 1.234]
