"""The one catalogue of identifier patterns, and the codes that take the place of people.

What matches is never kept: every function here returns kinds and counts, and a caller can learn
from it where something was found but not what (domain 4.0 rule 10, S6).
"""

import hashlib
import re
import secrets
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Literal

IdentifierKind = Literal[
    "email",
    "phone",
    "birth_date",
    "record_number",
    "initials_birth_date",
    "name",
]

_DAY_MONTH = r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|[12]\d|3[01])[./-]"
_MONTH_WORD = r"(?:0?[1-9]|[12]\d|3[01])[ .-]{1,2}[A-Za-zÄÖÜäöü]{3,9}[ .,-]{1,2}"
# No event of a cell or gene therapy log is older than 2010; such a date is somebody's birthday.
_BIRTH_YEAR = r"(?:19(?:0[1-9]|[1-9]\d)|200\d)"
# Beside initials a date is a birthday even of a child treated today.
_BIRTH_YEAR_CHILD = r"(?:19(?:0[1-9]|[1-9]\d)|20[01]\d)"
_ISO_REST = r"[./-](?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])"
_ANY_DATE = rf"(?:{_DAY_MONTH}\d{{2,4}}|\d{{4}}{_ISO_REST}|{_MONTH_WORD}\d{{2,4}})"
_OLD_DATE = rf"(?:{_DAY_MONTH}{_BIRTH_YEAR}|{_BIRTH_YEAR}{_ISO_REST}|{_MONTH_WORD}{_BIRTH_YEAR})"
_CHILD_DATE = (
    rf"(?:{_DAY_MONTH}{_BIRTH_YEAR_CHILD}|{_BIRTH_YEAR_CHILD}{_ISO_REST}"
    rf"|{_MONTH_WORD}{_BIRTH_YEAR_CHILD})"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’]+)*"
_INITIALS = r"(?<![A-Za-z0-9])[A-ZÄÖÜ]\.?[ -]?[A-ZÄÖÜ]\.?(?![A-Za-z0-9])"

PATTERNS: dict[IdentifierKind, tuple[str, ...]] = {
    "email": (r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\W\d_]{2,}",),
    "phone": (
        r"(?<![\w+])\+\d{1,3}[ ./()-]{0,3}\d(?:[ ./()-]{0,3}\d){6,12}(?!\d)",
        r"(?<!\d)\(\d{3}\) ?\d{3}[-. ]\d{4}(?!\d)",
        r"(?<![\w-])\d{3}[-.]\d{3}[-.]\d{4}(?![\w-])",
        r"(?<![\w-])0\d{2,4} ?/ ?\d{4,9}(?!\d)",
        (
            r"(?i:\b(?:tel|fon|phone|telefon|mobil|mobile|handy|call|fax)\b)[. :]{0,3}"
            r"[(+]?\d(?:[ ./()-]{0,2}\d){5,13}"
        ),
    ),
    "birth_date": (
        (
            rf"(?i:\b(?:d\.?o\.?b|date of birth|birth ?date|birthday|born|geb|geboren|geburtsdatum"
            rf"|geb\.-?datum)\b)[. :(*]{{0,4}}(?:on |am )?{_ANY_DATE}"
        ),
        rf"(?<!\w)\* ?{_ANY_DATE}",
        rf"(?<![\w.-]){_OLD_DATE}(?!\d)",
    ),
    "record_number": (
        (
            r"(?i:\b(?:m\.?r\.?n|mr ?#|med(?:ical|\.)? ?rec(?:ord|\.)?|hospital|nhs|ssn"
            r"|patient(?:en)?|pat|fall|krankenakten?|versicherten|kvnr)\b"
            r"|\b(?:mrn|nhs|ssn|kvnr)(?=\d))[ .-]?"
            r"(?i:no|nr|num(?:ber|mer)?|id|#)?[ .:#=-]{0,3}[A-Za-z]{0,3}-?\d{5,}"
        ),
        (
            r"(?i:\b(?:fall|patienten|versicherten|krankenakten)-?(?:nummer|nr|id))[ .:#=-]{0,3}"
            r"[A-Za-z]{0,3}-?\d{4,}"
        ),
        r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])",
        r"(?<![\w-])\d{3} \d{3} \d{4}(?![\w-])",
    ),
    "initials_birth_date": (
        rf"{_INITIALS}[ ,;/(*:-]{{1,4}}(?i:dob|geb\.?|born)?[ :.]{{0,2}}{_CHILD_DATE}(?!\d)",
        rf"{_INITIALS}[ ,;/(*:-]{{1,4}}{_BIRTH_YEAR}(?![\d-])",
        rf"(?<!\d){_CHILD_DATE}[ ,;/()-]{{1,3}}{_INITIALS}",
    ),
    "name": (
        rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Hr|Fr|Mme)\b\.? {{1,2}}(?:[A-Z]\. ?)?{_WORD}",
        (
            r"(?i:\b(?:patient(?:in)?|pt|pat|donor|spender(?:in)?)(?: ?name)?)"
            rf" ?[:=] ?{_WORD},? {_WORD}"
        ),
        rf"(?i:\bpatient(?:in)?) {_WORD}, {_WORD}",
    ),
}
"""Expressions by kind; the only place in the product that says what an identifier looks like."""

_HEADINGS: dict[IdentifierKind, str] = {
    "email": r"e-?mail",
    "phone": r"phone|telefon|mobile|handy",
    "birth_date": r"\bdob\b|birth|geburt",
    "record_number": r"\bmrn\b|medical record|patienten?-?(?:nr|nummer)|fallnummer|\bssn\b",
    "name": r"(?:patient|first|last|sur|family|given|donor)[ _-]?name|nachname|vorname"
    r"|patientenname|spendername",
}
_COMPILED = {kind: re.compile("|".join(parts)) for kind, parts in PATTERNS.items()}
_HEADING = {kind: re.compile(text, re.IGNORECASE) for kind, text in _HEADINGS.items()}
# Gates: cheap tests that every pattern implies, so that few cells need the whole catalogue.
_SHAPE = re.compile(
    r"[\d+(](?:(?<=\d)(?:[./-]\d{1,2}[./-]\d|\d\d[-. ]\d{2,3}[-. ]\d{4}|\d* ?/ ?\d{4}"
    r"|(?:st|nd|rd|th)?[ .-]{1,2}[A-Za-zÄÖÜäöü]{3,9}[ .,-]{1,2}\d\d)"
    r"|(?<=\+)\d|(?<=\()\d{3}\))|@"
)
_YEAR = re.compile(r"[12](?:9\d|00)\d(?!\d)")
_TOKEN = re.compile(r"\w+")
_TRIGGER = re.compile(
    r"tel|fon|phone|telefon|mobile?|handy|call|fax|dob|birth\w*|born|geb\w*|mrn\d*|mr|mrs|ms"
    r"|miss|dr|prof|herrn?|frau|hr|fr|mme|med\w*|hospital|(?:nhs|ssn|kvnr)\d*|pat|pt|patname"
    r"|ptname|patient\w*|fall\w*|krankenakte\w*|versicherten\w*|donor\w*|spender\w*"
)
_DOTTED = ("d.o", "o.b", "m.r", "r.n")
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau)\.? )*"
_NAME_CELL = re.compile(
    rf"{_TITLE}(?:{_WORD}, ?{_WORD}(?: [A-Z]\.)?|{_WORD}, ?[A-Z]\.?"
    rf"|(?:{_WORD}|[A-Z]\.)(?: (?:[A-Z]\.|van|von|de|der|den|di|da|zu))*(?: {_WORD}){{1,2}})"
)
_INITIALS_CELL = re.compile(r"[A-ZÄÖÜ]\.? ?-?[A-ZÄÖÜ]\.?(?: ?-?[A-ZÄÖÜ]\.)?")
_DIGIT = re.compile(r"[0-9]")


def find(text: str) -> tuple[IdentifierKind, ...]:
    """The kinds of identifier that a text holds, in the order of the catalogue.

    Total: any string gives an answer. The matched text is not returned.
    """
    return find_each([text]).get(0, ())


def find_each(texts: Sequence[str]) -> dict[int, tuple[IdentifierKind, ...]]:
    """``find`` over many distinct texts at once: index of each text with a match -> kinds.

    A few passes over the joined texts pick those worth a look, which is what makes 50,000 free
    texts affordable; only these are searched one by one.
    """
    found: dict[int, tuple[IdentifierKind, ...]] = {}
    for index in sorted(_worth_a_look(texts)):
        if kinds := tuple(k for k, pattern in _COMPILED.items() if pattern.search(texts[index])):
            found[index] = kinds
    return found


def _worth_a_look(texts: Sequence[str]) -> set[int]:
    """Indices of texts that pass a gate: a shape of digits, a birth year, a telling word."""
    blob = "\n".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    chosen = {
        bisect_right(starts, match.start()) - 1
        for gate in (_SHAPE, _YEAR)
        for match in gate.finditer(blob)
    }
    folded = blob.casefold()
    tokens = set(_TOKEN.findall(" ".join(set(folded.split()))))
    telling = {token for token in tokens if _TRIGGER.fullmatch(token)}
    telling.update(part for part in _DOTTED if part in folded)
    if telling:
        # Folding may change lengths, so positions in the folded text point nowhere.
        words = re.compile("|".join(map(re.escape, sorted(telling))))
        chosen.update(i for i, text in enumerate(texts) if words.search(text.casefold()))
    return chosen


def looks_like_name(text: str, not_names: frozenset[str] = frozenset()) -> bool:
    """Whether a whole cell reads as a person's name: *Adler, Ina*, *Ina Adler*, *Dr. I. Adler*.

    ``not_names``: lower-case words that no name holds and texts that are none as a whole (content:
    ``ColumnContent.no_person``), so that *Cell Wash* stays a step and *Human Error* a cause.
    """
    if _DIGIT.search(text):
        return False
    cell = " ".join(text.split())
    if not 4 <= len(cell) <= 60 or not _NAME_CELL.fullmatch(cell):
        return False
    if cell.casefold() in not_names:
        return False
    return not any(word.strip(".,").casefold() in not_names for word in cell.split(" "))


def looks_like_initials(text: str) -> bool:
    """Whether a whole cell is two or three initials: *I. A.*, *IA*, *I.A.* (S6, level 2)."""
    return bool(_INITIALS_CELL.fullmatch(text.strip()))


def count_in_column(
    heading: str, values: Iterable[str], not_names: frozenset[str] = frozenset()
) -> Counter[IdentifierKind]:
    """How many of a column's (distinct) values are identifiers, by kind.

    A heading that announces an identifier (*Date of birth*, *MRN*) makes every filled value one;
    a column where at least half of the values read as names is a column of names.
    """
    texts = [value for value in values if value.strip()]
    counts: Counter[IdentifierKind] = Counter()
    for kinds in find_each(texts).values():
        counts.update(kinds)
    names = sum(looks_like_name(text, not_names) for text in texts)
    if texts and 2 * names >= len(texts):
        counts["name"] = max(counts["name"], names)
    for kind, pattern in _HEADING.items():
        if texts and pattern.search(heading):
            counts[kind] = len(texts)
    return counts


PEOPLE = frozenset({"P", "E", "X"})
"""Prefixes of codes of people: in a column of them, who saved a file, where a text names one."""
SOMEBODY = "somebody"
MARK_BYTES = 6


class Coder:
    """Codes in order of first appearance, one series a prefix; several files share one coder.

    Holds no text: what was seen is remembered as a keyed hash, so that ``state()`` may be stored
    (with the key kept apart) and the next quarter's file gets the same codes.
    """

    roles_only = False
    """No person gets a code: *somebody* stands for everybody (``PEOPLE``)."""

    def __init__(self, key: bytes | None = None, state: Mapping[str, str] | None = None) -> None:
        self._key = secrets.token_bytes(32) if key is None else key
        self._codes = dict(state or {})
        self._next: Counter[str] = Counter(
            code.rstrip("0123456789") for code in self._codes.values()
        )

    def code(self, prefix: str, text: str) -> str:
        """The code of a person or patient: *P01*, *P02*; case and spacing make no difference."""
        if self.roles_only and prefix in PEOPLE:
            return SOMEBODY
        plain = f"{prefix}\0{' '.join(text.split()).casefold()}"
        digest = hashlib.blake2b(plain.encode(), key=self._key, digest_size=16).hexdigest()
        if digest not in self._codes:
            self._next[prefix] += 1
            self._codes[digest] = f"{prefix}{self._next[prefix]:02d}"
        return self._codes[digest]

    def mark(self, text: str) -> int:
        """48 bits that tell whether two texts are equal, and nothing else to who lacks the key.

        Dates and short words are few enough to be tried one by one: only the key prevents that,
        so it must never lie beside the marks.
        """
        plain = text.encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(plain, key=self._key, digest_size=MARK_BYTES, person=b"mark")
        return int.from_bytes(digest.digest())

    def state(self) -> dict[str, str]:
        """Keyed hash -> code, in order of first appearance."""
        return dict(self._codes)
