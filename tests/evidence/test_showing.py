"""What of a cell may be seen before anything is confirmed."""

from readiness.domain.columns import FieldContent
from readiness.evidence.showing import HIDDEN, shown
from tests.evidence.making import content, known


def seen(cell: str, field: FieldContent | None) -> str:
    return shown(cell, field, known(), content())


def test_a_word_of_the_field_is_no_name_and_a_name_stays_hidden() -> None:
    cause = content().kinds["deviations"].fields["cause"]
    assert seen("Menschliches Versagen", cause) == "Menschliches Versagen"
    assert seen("Ina Adler", cause) == HIDDEN
    # in a column that nobody mapped a word that the content knows is no name either
    assert seen("Menschliches Versagen", None) == "Menschliches Versagen"
    assert seen("Ina Adler", None) == HIDDEN


def test_people_are_hidden_however_they_are_written() -> None:
    person = content().kinds["interventions"].fields["person"]
    assert [seen(cell, person) for cell in ("iadler", "Human Error", "")] == [HIDDEN, HIDDEN, ""]


def test_free_text_is_counted_and_never_shown() -> None:
    text = content().kinds["deviations"].fields["description"]
    assert seen("Tom Berg forgot it", text) == "text of 18 characters"
