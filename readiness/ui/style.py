"""The one block of style (screens 4 and 5); hooks only on keys and test ids."""

from functools import cache
from pathlib import Path


@cache
def css() -> str:
    """The style sheet, read once."""
    return (Path(__file__).parent / "assets" / "style.css").read_text(encoding="utf-8")
