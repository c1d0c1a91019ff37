"""Columns of a sheet by letter and by number: A is 1, Z is 26, AA is 27, XFD is 16384."""

from functools import lru_cache

_MOST_KEPT = 1 << 15
"""More than the columns of a sheet: a scan asks for the same few again and again."""


@lru_cache(_MOST_KEPT)
def column_number(letters: str) -> int:
    """The number of a column; case makes no difference. Letters of A to Z alone."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number


@lru_cache(_MOST_KEPT)
def column_letters(number: int) -> str:
    """The letters of a column, its number from 1; none for less."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
