"""What writer and reader agree on."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.report.interview_layout import (
    ANSWERS,
    letter_of,
    order_of,
    said_of,
)


@given(st.text(max_size=9), st.booleans())
def test_letters_and_levels_are_one_to_one(workbook: str, shuffled: bool) -> None:
    order = order_of(workbook, "OPM-1", shuffled=shuffled)
    assert sorted(order) == [1, 2, 3, 4, 5]
    for said in (1, 2, 3, 4, 5, "unknown", "not_applicable"):
        assert said_of(letter_of(said, order), order) == said
    assert {letter_of(said_of(word, order), order) for word in ANSWERS} == set(ANSWERS)


def test_descriptions_ascend_unless_shuffled_and_then_differ_by_question() -> None:
    assert order_of("w", "OPM-1", shuffled=False) == (1, 2, 3, 4, 5)
    assert len({order_of("w", f"OPM-{n}", shuffled=True) for n in range(30)}) > 10
