"""What the name of a file and its structure say about copies and versions (S1, S7)."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

_DATE = re.compile(
    r"(?<!\d)(?:20\d{2}[-_. ]?(?:0[1-9]|1[0-2])[-_. ]?(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-_. ](?:0?[1-9]|1[0-2])[-_. ](?:20)?\d{2}"
    r"|(?:0?[1-9]|[12]\d|3[01])[-_. ]?[A-Za-z]{3,9}[-_. ]?20\d{2})(?!\d)"
)
_NUMBERED = re.compile(
    r"(?<![^\W_])(?:v|ver|version|rev|r)[-_. ]?\d+(?:[._]\d+)*(?![^\W_])|\(\d+\)", re.IGNORECASE
)
_GAPS = re.compile(r"[-_. ()]+")


@dataclass(frozen=True)
class FileName:
    """The name of a file taken apart: ``stem`` in lower case, without version marks and dates."""

    stem: str
    has_version: bool
    has_date: bool


def read_file_name(name: str, version_words: Iterable[str]) -> FileName:
    """*Slot plan v31 FINAL.xlsx* is the stem *slot plan*, with a version and no date.

    ``version_words``: lower-case words that mark a copy (final, copy, old); content.
    """
    rest = PurePosixPath(name).stem
    rest, dates = _DATE.subn(" ", rest)
    rest, numbered = _NUMBERED.subn(" ", rest)
    marks = set(version_words)
    kept = []
    marked = numbered > 0
    for word in filter(None, _GAPS.split(rest.casefold())):
        if word in marks or word.rstrip("0123456789") in marks:
            marked = True
        else:
            kept.append(word)
    return FileName(" ".join(kept), marked, dates > 0)


def structure_hash(headings: Mapping[str, Iterable[str]]) -> str:
    """A hash of sheet names and their headings: the same for copies of one workbook.

    ``headings`` by sheet, in any order; case and spacing make no difference. SHA-256, as hex.
    """
    plain = [
        [_plain(sheet), [_plain(heading) for heading in texts]]
        for sheet, texts in sorted(headings.items())
    ]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False).encode()).hexdigest()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
