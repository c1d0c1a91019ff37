"""Typed text is checked for what identifies a person, and a hit asks before it saves."""

from readiness.domain.errors import ReadinessError
from readiness.evidence.privacy import find, looks_like_name

NAMES = {
    "email": "an e-mail address",
    "phone": "a phone number",
    "birth_date": "a birth date",
    "record_number": "a record number",
    "initials_birth_date": "initials with a birth date",
    "name": "a name",
}


class IdentifierFound(ReadinessError):
    """The text looks as if it identified a person; it was not saved yet."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        self.kinds = kinds
        said = " and ".join(NAMES.get(kind, kind) for kind in kinds)
        super().__init__(
            f"This looks like {said}. It was not saved. Take it out, or save it if it is not."
        )


def check_owner(text: str, not_names: frozenset[str] = frozenset()) -> None:
    """Raise IdentifierFound as ``check_note`` does, and for what reads as a person's name.

    ``not_names``: lower-case words that no name holds, so that *Head of Quality* is a role.
    """
    kinds = {str(kind) for kind in find(text)}
    if looks_like_name(text, not_names):
        kinds.add("name")
    if kinds:
        raise IdentifierFound(tuple(sorted(kinds)))


def check_note(text: str) -> None:
    """Raise IdentifierFound for an e-mail, phone, birth date or record number in typed text."""
    kinds = tuple(sorted({str(kind) for kind in find(text)} - {"name"}))
    if kinds:
        raise IdentifierFound(kinds)
