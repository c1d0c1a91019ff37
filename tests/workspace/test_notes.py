"""Typed text: e-mail, phone, birth date and record number are found, plain words are not."""

import pytest

from readiness.workspace.notes import IdentifierFound, check_note, check_owner


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mail to jane.doe@clinic.example", "an e-mail address"),
        ("call +49 30 1234567 at night", "a phone number"),
        ("patient born 03.04.1961", "a birth date"),
        ("MRN 00482913 was late", "a record number"),
    ],
)
def test_a_hit_names_the_kind_and_never_the_text(text: str, said: str) -> None:
    with pytest.raises(IdentifierFound) as caught:
        check_note(text)
    assert said in str(caught.value)
    assert not set(text.split()) & set(str(caught.value).split()) - {"at", "a", "to", "was", "it"}


@pytest.mark.parametrize("text", ["P017 waited 12 days", "level 3 since 2026-05-04", "SOP-0012 v4"])
def test_plain_notes_pass(text: str) -> None:
    check_note(text)


def test_an_owner_is_a_role_or_a_code_and_a_name_asks() -> None:
    for role in ("QA lead", "QA-2", "Head of Quality", ""):
        check_owner(role, frozenset({"head"}))
    for text, said in (("Ina Adler", "a name"), ("ina@site.example", "an e-mail address")):
        with pytest.raises(IdentifierFound, match=said):
            check_owner(text)
