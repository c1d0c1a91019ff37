"""Names of files that come from elsewhere."""

import re

LONGEST = 200

_PLAIN = re.compile(r"[^/\\:*?\"<>|\x00-\x1f\x7f]+")


def is_plain(name: str) -> bool:
    """Whether a name stays where it is put, on every system: no path, no drive, no device sign."""
    return _PLAIN.fullmatch(name) is not None and len(name) <= LONGEST and name == name.strip(" .")
