"""Headings and values as people write them, brought to one form before they are compared."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from rapidfuzz import fuzz, process

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "œ": "oe", "’": " ", "#": " no "}
)
_SYSTEM_END = re.compile(r"__[a-z]{1,3}$|^u_(?=[a-z])", re.IGNORECASE)
# Jira exports its configured fields so, in the language of whoever exports.
_CUSTOM = re.compile(
    r"^(?:custom field|benutzerdefiniertes feld|champ personnalisé|campo personalizado)\s*"
    r"\((.+)\)$",
    re.IGNORECASE,
)
_NUMERO = re.compile(r"\bn\.?\s?[°º]\.?", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_LETTER = re.compile(r"[^\w]+|_+")
_NUMBER_WORDS = dict.fromkeys(("number", "nr", "nummer", "num", "numero"), "no")


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """A heading without what makes no difference.

    Case, accents, umlauts and their spellings, punctuation, camel humps, units in brackets, what
    systems add (``status__v``, ``u_severity``, ``Custom field (Severity)``), and the many ways of
    writing *number*.
    """
    plain = _SYSTEM_END.sub("", _CUSTOM.sub(r"\1", text.strip()))
    plain = _NUMERO.sub(" no ", plain)
    plain = _BRACKETS.sub(" ", plain).strip() or plain
    plain = _HUMP.sub(" ", plain).casefold().translate(_UMLAUTS)
    plain = "".join(c for c in normalize("NFKD", plain) if not combining(c))
    return " ".join(_NUMBER_WORDS.get(word, word) for word in _NO_LETTER.sub(" ", plain).split())


def unit_of(heading: str) -> str:
    """The unit that a heading names: what stands in its last brackets, else its last word."""
    found = _BRACKETS.findall(heading)
    words = normal_value(found[-1] if found else heading).split()
    return words[-1] if words else ""


@lru_cache(maxsize=65536)
def normal_value(text: str) -> str:
    """A value likewise, its brackets kept: *closed (void)* is not *closed*. Signs alone stay."""
    plain = text.strip().casefold().translate(_UMLAUTS)
    plain = "".join(c for c in normalize("NFKD", plain) if not combining(c))
    return " ".join(_NO_LETTER.sub(" ", plain).split()) or plain


def similarity(one: str, other: str) -> float:
    """0 to 1, blind to the order of words."""
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) / 100


@dataclass(frozen=True)
class Meaning:
    """What a word was taken for: ``similarity`` 1 is the word itself.

    ``alias``: the known word, as people write it.
    """

    value: str
    similarity: float
    alias: str


class Vocabulary:
    """Words of several meanings, looked up exactly, then by similarity."""

    def __init__(self, words: Mapping[str, Iterable[str]], least: float) -> None:
        self._exact: dict[str, str] = {}
        self._written: dict[str, str] = {}
        for value, aliases in words.items():
            # The canonical word means itself; an earlier meaning keeps a word given twice.
            for alias in (value.replace("_", " "), *aliases):
                self._exact.setdefault(normal_value(alias), value)
                self._written.setdefault(normal_value(alias), alias)
        self._aliases = list(self._exact)
        self._least = least

    def meaning(self, text: str) -> Meaning | None:
        """The meaning of a word, None if nothing is similar enough."""
        word = normal_value(text)
        if word in self._exact:
            return Meaning(self._exact[word], 1.0, self._written[word])
        if len(word) < 4:
            # In so short a word one letter is another meaning.
            return None
        found = process.extractOne(
            word, self._aliases, scorer=fuzz.token_sort_ratio, score_cutoff=self._least * 100
        )
        if found is None:
            return None
        return Meaning(self._exact[found[0]], found[1] / 100, self._written[found[0]])

    def knows(self, text: str) -> bool:
        """Whether it is one of the words themselves."""
        return normal_value(text) in self._exact
