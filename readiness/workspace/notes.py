"""Typed text is checked for what identifies a person, and a hit asks before it saves."""

from readiness.domain.errors import ReadinessError
from readiness.evidence.privacy import find

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


def check_note(text: str) -> None:
    """Raise IdentifierFound for an e-mail, phone, birth date or record number in typed text."""
    kinds = tuple(sorted({str(kind) for kind in find(text)} - {"name"}))
    if kinds:
        raise IdentifierFound(kinds)
