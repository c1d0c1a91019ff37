"""The catalogue of intake errors, and what the vocabulary must agree with."""

import re

import pytest

from readiness.content import content_root
from readiness.content.columns import load_columns
from readiness.domain.columns import ColumnContent, IntakeErrors
from readiness.domain.tables import TABLES
from readiness.evidence.dates import directive
from readiness.evidence.words import normal, normal_value

CONTENT = load_columns(content_root() / "cgt-operational-readiness")


def test_facts_are_put_into_text_expectation_and_cure() -> None:
    problem = CONTENT.errors.problem("too_large", "log.xlsx", size=61, limit=50)
    assert (problem.message, problem.expected) == ("The file has 61 MB", "at most 50 MB")
    assert problem.advice.startswith("Export")


def test_an_unknown_code_and_a_missing_fact_never_fail() -> None:
    assert IntakeErrors().problem("too_large", "a.csv").message == "too large"
    assert "{size}" in CONTENT.errors.problem("too_large", "a.csv").message
    assert IntakeErrors().text("real_date") == "real date"


def test_every_error_says_what_to_do() -> None:
    for code, error in CONTENT.errors.errors.items():
        assert error.text, code
        assert error.cure, code


def test_every_kind_has_the_fields_of_its_table() -> None:
    for kind, spec in TABLES.items():
        fields = CONTENT.kinds[kind].fields
        assert {n for n, f in fields.items() if not f.aside} == set(spec.columns)


def test_a_heading_leaves_no_doubt_within_its_kind() -> None:
    for kind, content in CONTENT.kinds.items():
        owner: dict[str, str] = {}
        for name, field in content.fields.items():
            for alias in field.aliases:
                other = owner.setdefault(normal(alias), name)
                assert other == name, f"{kind}: {alias} means {other} and {name}"


def test_a_word_has_one_meaning_in_its_vocabulary() -> None:
    for vocabulary, values in CONTENT.values.items():
        owner: dict[str, str] = {}
        for value, words in values.items():
            for word in words:
                other = owner.setdefault(normal_value(word), value)
                assert other == value, f"{vocabulary}: {word} means {other} and {value}"


def test_every_date_format_can_be_parsed() -> None:
    for way in CONTENT.date_formats:
        assert directive(way.format), way.format


def test_templates_show_examples_of_known_fields() -> None:
    for kind, content in CONTENT.kinds.items():
        for example in content.examples:
            assert set(example) <= set(content.fields), kind


def test_texts_have_no_placeholder_that_could_hold_a_cell() -> None:
    known = {"value"}
    may_name_a_word = {"note_values", "note_values_kept", "note_values_dismissed"}
    for code, text in CONTENT.errors.texts.items():
        holds_value = set(re.findall(r"{(\w+)}", text)) & known
        assert not holds_value or code in may_name_a_word, code


def test_a_vocabulary_that_is_not_there_is_refused() -> None:
    raw = CONTENT.model_dump()
    raw["kinds"]["deviations"]["fields"]["severity"]["values"] = "gravity"
    with pytest.raises(ValueError, match="nothing called gravity"):
        ColumnContent.model_validate(raw)


def test_words_of_the_trade_and_of_the_vocabularies_name_nobody() -> None:
    """The cause is two capitalised words in German, as a name would be."""
    cause = CONTENT.values["cause"]["human_error"]
    assert "menschliches versagen" in cause
    assert {"menschliches versagen", "wash", "booking"} <= CONTENT.no_person
    # First names that are months as well stay names.
    assert not {"april", "may", "june", "august"} & CONTENT.no_person
