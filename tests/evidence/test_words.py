"""Headings and values in one form, and what a word means."""

import pytest

from readiness.evidence.words import Vocabulary, normal, normal_value, similarity, unit_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Record No.", "record number"),
        ("Record #", "Record Nr"),
        ("DateOccurred", "date occurred"),
        ("severity__v", "Severity"),
        ("ETQ$COMPLETED_DATE", "etq completed date"),
        ("Duration (min)", "duration"),
        ("Lot(s)", "lot"),
        ("Fällig am", "FAELLIG AM"),
        ("Größe", "groesse"),
        ("Clôturé", "cloture"),
        ("N° de lot", "Numéro de lot"),
        ("N.º de lote", "Nº de lote"),
        ("Custom field (Root cause)", "root cause"),
        ("Champ personnalisé (Gravité)", "gravité"),
        ("u_root_cause", "Root cause"),
        ("  Date   closed: ", "date closed"),
    ],
)
def test_what_makes_no_difference_in_a_heading(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_brackets_count_in_values_and_signs_alone_stay() -> None:
    assert normal_value("Closed (void)") == "closed void"
    assert normal_value("?") == "?"
    assert normal_value("N/A") == "n a"


def test_similarity_is_blind_to_order() -> None:
    assert similarity("date closed", "closed date") == 1
    assert similarity("date", "severity") < 0.5


VOCABULARY = Vocabulary({"oos_used": ("released OOS",), "failed": ("rejected", "oos used")}, 0.88)


def test_the_canonical_word_means_itself_before_any_alias() -> None:
    found = VOCABULARY.meaning("OOS used")
    assert found is not None
    assert (found.value, found.similarity) == ("oos_used", 1)


def test_a_slip_of_the_pen_is_similar_and_a_short_word_is_not_guessed() -> None:
    found = VOCABULARY.meaning("rejcted")
    assert found is not None
    assert found.value == "failed"
    assert 0.88 <= found.similarity < 1
    assert VOCABULARY.meaning("oos") is None
    assert VOCABULARY.meaning("something else") is None
    assert VOCABULARY.knows("Rejected")
    assert not VOCABULARY.knows("rejcted")


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("Duration (h)", "h"), ("Dauer [Std.]", "std"), ("Hours", "hours"), ("", "")],
)
def test_the_unit_that_a_heading_names(heading: str, unit: str) -> None:
    assert unit_of(heading) == unit
